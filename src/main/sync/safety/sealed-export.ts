import { randomUUID } from 'node:crypto';
import type { SafetyEngine } from '#main/ports/safety-engine.ts';
import { envelopeOf } from '#main/store/envelope-of.ts';
import type { KeptBytes } from '#main/store/files/kept-bytes.ts';
import { openReceipts, seal } from '#main/store/safety/sealed-box.ts';
import type { Reader, Store } from '#main/store/types.ts';
import type { OfficeProfile } from '#shared/dossiers/office.ts';
import { type ErrorCode, errorCodes } from '#shared/kernel/error-codes.ts';
import { problem } from '#shared/kernel/problem.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { type CarriedFile, type ExportContent, receiptsFileSchema } from '#shared/sync/sealed-file.ts';
import { readEnrolment } from '../enrolment.ts';
import { exportKeys } from './device-keys.ts';
import { type CarriedPlace, exportFile } from './export-file.ts';
import { proved } from './safety-client.ts';
import { withWitness } from './witness.ts';

/** More than any queue; an export is one file. */
const MOST_EVENTS = 100_000;

/**
 * Seals everything the city has not taken into one file, oldest first, with the bytes of attached files. It changes
 * nothing: the queue goes on as if there were no file, and what reaches the city twice is taken once.
 * @param bytes where attached files lie; without it none are carried
 * @returns `export/no-key` before the first contact with the city, `export/nothing`
 */
export function exportUnsent(
  reader: Reader,
  bytes: KeptBytes | undefined,
  about: { readonly device: string; readonly now: string },
): ReturnType<SafetyEngine['exportUnsent']> {
  const keys = exportKeys(reader);
  const office = reader.setting<OfficeProfile>('office');
  if (!keys || !office) return refuse('export/no-key');
  const events = reader.safety.unsentAfter(0, MOST_EVENTS).map(envelopeOf);
  const carried = bytes ? carriedFiles(reader, bytes) : [];
  if (events.length + carried.length === 0) return refuse('export/nothing');
  const id = randomUUID();
  const content: ExportContent = {
    events,
    replyKey: keys.replyKey(id).toString('base64'),
    ...(carried.length > 0 && { files: carried.map(({ sha256, size, key }) => ({ sha256, size, key })) }),
  };
  const header = {
    purpose: 'export',
    office: office.id,
    device: about.device,
    id,
    createdAt: about.now,
  } as const;
  return ok(exportFile(seal(header, content, keys.sealing, keys.signing), events.length, carried));
}

/** Of received dossiers; a draft's files are nobody's business but this office's. */
function carriedFiles(reader: Reader, bytes: KeptBytes): readonly (CarriedFile & CarriedPlace)[] {
  return reader.safety
    .unsentFiles()
    .filter((content) => content.state !== 'kept' && bytes.has(content))
    .map((content) => ({
      sha256: content.sha256,
      size: content.size,
      key: bytes.keyOf(content).toString('base64'),
      place: bytes.placeOf(content.sha256),
    }));
}

/** Settles what the city answered to an export; taking the same receipts again changes nothing. */
export function importReceipts(
  store: Store,
  about: { readonly device: string; readonly now: string },
  text: string,
): ReturnType<SafetyEngine['importReceipts']> {
  const parsed = receiptsFileSchema.safeParse(parseJson(text));
  const { keys, enrolment } = store.read((reader) => ({
    keys: exportKeys(reader),
    enrolment: readEnrolment(reader),
  }));
  if (!parsed.success || !keys || !enrolment) return refuse('export/unreadable');
  if (parsed.data.device !== about.device) return refuse('export/not-ours');
  const content = openReceipts(parsed.data, keys.replyKey(parsed.data.id));
  if (!content) return refuse('export/unreadable');
  const ids = content.parts.flatMap((part) => part.answers.map((answer) => answer.id));
  const checked = proved(
    enrolment,
    store.read((reader) => reader.safety.eventsById(ids)),
    content.parts,
  );
  if (!checked.ok) return refuse('sync/wrong-server');
  const { answers, seals } = checked.value;
  const accepted = answers.flatMap((answer) => ('feedSeq' in answer ? [answer] : []));
  const files = store.read((reader) => (content.files ?? []).filter((each) => reader.files.content(each)));
  store.write((writer) => {
    writer.settle(answers, about.now);
    writer.safety.settleOffers(answers);
    writer.saveSeals(seals);
    writer.saveCursor(withWitness(writer.syncCursor(), accepted));
    for (const sha256 of files) writer.files.saveUpload(sha256, arrived);
  });
  const count = (outcome: string): number => answers.filter((answer) => answer.outcome === outcome).length;
  return ok({
    ...{ accepted: accepted.length, held: count('held'), refused: count('refused') },
    files: files.length,
  });
}

const arrived = { state: 'accepted', uploadUrl: '', attempts: 0, reason: '' } as const;

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function refuse(code: ErrorCode): Result<never> {
  return err([problem(code, 'error', errorCodes[code])]);
}
