import { createCipheriv, createHash } from 'node:crypto';
import { demoOffice } from '#shared/dossiers/demo-office.ts';
import type { Fact } from '#shared/dossiers/events.ts';
import type { OfficeProfile } from '#shared/dossiers/office.ts';
import { asId, type OfficeId } from '#shared/kernel/ids.ts';
import { instantAt } from '#shared/kernel/instant.ts';
import { plainDate } from '#shared/kernel/plain-date.ts';
import { books } from '#shared/procedures/books.ts';
import type { Envelope } from '#shared/sync/envelope.ts';
import { pick, type Random, seededRandom } from '#tests/builders/random.ts';
import { benchDay, seededId } from '../bench-clock.ts';
import { type Desk, makeDesk } from '../synthetic-desk.ts';
import { lifeOf, type Stage, type Step } from '../synthetic-life.ts';

const DOSSIERS = 50;
const SEED = 584;
const morning = instantAt({ date: benchDay, minutes: 8 * 60 });
/** How far the dossiers of a day come: some seven or eight events each. */
const reached: readonly Stage[] = ['signed', 'completed', 'returned'];

/** One photographed paper of a dossier; its bytes are made again from these two when they are sent. */
export type DayFile = { readonly sha256: string; readonly size: number; readonly key: string };

/** What the machine of one commune could not send for a day: its books, 50 dossiers, photos of some papers. */
export type CommuneDay = {
  /** Envelopes as JSON, in device order: some 350, and one for each photo. */
  readonly texts: readonly string[];
  readonly files: readonly DayFile[];
};

/** How many photos a commune's day has, 50 for one with every dossier, and how large each is. */
export type Photos = { readonly photos: number; readonly fileBytes: number };

/** The made-up commune of a number, from 0. */
export function benchCommune(index: number): OfficeProfile {
  return { ...demoOffice, id: asId<OfficeId>(`HN-DO-${String(index).padStart(4, '0')}`) };
}

export function benchDevice(index: number): string {
  return seededId(morning, seededRandom(SEED + index));
}

/** The same day for the same commune in every run. */
export function communeDay(index: number, { photos, fileBytes }: Photos): CommuneDay {
  const random = seededRandom(SEED + 100_000 + index);
  const { desk, opening } = openedDesk(random, benchCommune(index));
  const write = envelopeWriter(desk.office.id, benchDevice(index), random);
  const texts = opening.map(({ stream, step }) => write(stream, 0, step));
  const files: DayFile[] = [];
  for (let dossier = 0; dossier < DOSSIERS; dossier += 1) {
    const [reception, ...later] = lifeOf(random, desk, benchDay, pick(random, reached));
    if (!reception) throw new Error('a life begins with the reception');
    const key = `${index}/${dossier}`;
    const photo = (dossier * photos) % DOSSIERS < photos ? [photoOf(key, fileBytes)] : [];
    files.push(...photo);
    const attached = photo.map(
      (each): Step => ({ ...reception, fact: factOf(each, desk.newId(reception.at)) }),
    );
    const stream = desk.newId(reception.at);
    for (const [base, step] of [reception, ...attached, ...later].entries())
      texts.push(write(stream, base, step));
  }
  return { texts, files };
}

/** A JPEG's beginning, then bytes that do not compress, as a photo's do not. */
export function fileContent(key: string, size: number): Buffer {
  const digest = createHash('sha256').update(key).digest();
  const cipher = createCipheriv('aes-128-ctr', digest.subarray(0, 16), digest.subarray(16));
  return Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), cipher.update(Buffer.alloc(size - 4))]);
}

function photoOf(key: string, size: number): DayFile {
  return { key, size, sha256: createHash('sha256').update(fileContent(key, size)).digest('hex') };
}

function factOf({ sha256, size }: DayFile, fileId: string): Fact {
  const label = 'Ảnh chụp giấy tờ';
  return {
    kind: 'file-attached',
    payload: { sha256, size, mime: 'image/jpeg', fileId, component: '', label },
  };
}

/** A desk with this year's books, and how it opened them. */
function openedDesk(random: Random, office: OfficeProfile) {
  const bookIds = new Map<string, string>();
  const account = (): string => seededId(morning, random);
  const desk: Desk = makeDesk(random, {
    office,
    clerk: account(),
    officer: account(),
    leader: account(),
    bookId(kind) {
      const bookId = bookIds.get(kind);
      if (bookId === undefined) throw new Error(`no ${kind} book`);
      return bookId;
    },
  });
  const opening = books().map(({ kind: book }) => {
    const stream = desk.newId(morning);
    bookIds.set(book, stream);
    const payload = {
      ...{ bookId: stream, book, year: 2026, volume: '01', lastNumber: 0, startBasis: '', epoch: 1 },
      openedOn: plainDate(2026, 1, 2),
    };
    const step: Step = { fact: { kind: 'book-opened', payload }, actor: desk.leader, at: morning };
    return { stream, step };
  });
  return { desk, opening };
}

function envelopeWriter(office: string, device: string, random: Random) {
  let deviceSeq = 0;
  return (stream: string, base: number, { fact, actor, at }: Step): string => {
    deviceSeq += 1;
    const id = seededId(at, random);
    const { kind, payload } = fact;
    const envelope: Envelope = {
      ...{ id, office, device, deviceSeq, kind, version: 1, stream, base, actor, at, clock: 'checked' },
      payload: { ...payload },
    };
    return JSON.stringify(envelope);
  };
}
