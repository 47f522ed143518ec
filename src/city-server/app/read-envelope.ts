import { envelopeSchema } from '#shared/sync/envelope.ts';
import { type ReadEvent, readEvent } from './read-event.ts';
import { type Rejected, refused } from './verdict.ts';

/** PostgreSQL's jsonb takes neither NUL nor half a surrogate pair; JSON writes both as escapes. */
const UNSTORABLE = /(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f][0-9a-f]{2})/i;

/** Reads one event of a batch for the device that sent it, or says why it can never be taken. */
export function readEnvelope(
  raw: unknown,
  sender: { readonly office: string; readonly device: string; readonly isCity?: boolean },
): { readonly ok: true; readonly event: ReadEvent } | { readonly ok: false; readonly verdict: Rejected } {
  const parsed = envelopeSchema.safeParse(raw);
  if (!parsed.success) {
    const field = parsed.error.issues[0]?.path.join('.');
    return { ok: false, verdict: refused('city/malformed', undefined, field) };
  }
  const envelope = parsed.data;
  if (envelope.office !== sender.office) return { ok: false, verdict: refused('city/wrong-office') };
  if (envelope.device !== sender.device) {
    return {
      ok: false,
      verdict: refused('city/unauthorised', 'Bản ghi do máy khác lập, máy này không được gửi.'),
    };
  }
  if (envelope.kind === 'custody-taken-over' && sender.isCity !== true) {
    return { ok: false, verdict: refused('city/unauthorised', 'Chỉ thành phố ghi được việc tiếp quản sổ.') };
  }
  const event = readEvent(envelope);
  if (event.text.includes('\\u') && UNSTORABLE.test(event.text)) {
    return { ok: false, verdict: refused('city/malformed', 'Nội dung có ký tự điều khiển không lưu được.') };
  }
  return { ok: true, event };
}
