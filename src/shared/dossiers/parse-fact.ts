import { problem } from '../kernel/problem.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import { eventSchemas, type Fact, isKnownEvent } from './events.ts';

/** An event as a fold reads it; the envelope of the sync protocol is one. */
export type FoldableEvent = {
  readonly kind: string;
  /** Of the payload's shape; the newest when absent. */
  readonly version?: number | undefined;
  readonly payload: unknown;
  /** The dossier or book it happened to. */
  readonly stream: string;
  readonly actor: string;
  readonly at: string;
};

type Parsable = Pick<FoldableEvent, 'kind' | 'version' | 'payload'>;

/** One step reads its dossier's events several times: to decide, to fold, to tell. What was read once stays as it is. */
const parsedBefore = new WeakMap<Parsable, Result<Fact>>();

/** Reads an event's payload by the schema of its kind. Never throws: what was stored or sent may be anything. */
export function parseFact(event: Parsable): Result<Fact> {
  const known = parsedBefore.get(event);
  if (known) return known;
  const parsed = parse(event);
  if (parsed.ok) parsedBefore.set(event, parsed);
  return parsed;
}

function parse(event: Parsable): Result<Fact> {
  const { payload } = event;
  if (!isKnownEvent(event)) {
    const words = `Không nhận ra loại sự kiện “${event.kind}”. Hãy cập nhật ứng dụng.`;
    return err([problem('dossier/invalid', 'error', words)]);
  }
  const { kind } = event;
  const parsed = eventSchemas[kind].safeParse(payload);
  if (parsed.success) return ok({ kind, payload: parsed.data } as Fact);
  return err(
    parsed.error.issues.map((issue) => {
      const path = issue.path.map(String).join('.');
      return problem('dossier/invalid', 'error', `Dữ liệu của sự kiện không hợp lệ tại “${path}”.`, path);
    }),
  );
}
