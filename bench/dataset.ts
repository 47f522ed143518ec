import { createHash } from 'node:crypto';
import {
  constants,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import path from 'node:path';
import type { Core } from '#main/compose.ts';
import { type AccountId, asId } from '#shared/kernel/ids.ts';
import { addDays, dayOfWeek, type PlainDate, plainDate } from '#shared/kernel/plain-date.ts';
import { books } from '#shared/procedures/books.ts';
import type { FeedEvent } from '#shared/sync/protocol.ts';
import { pick, type Random, seededRandom } from '#tests/builders/random.ts';
import { benchClock, benchDay, seededId } from './bench-clock.ts';
import { openCore } from './bench-core.ts';
import { type Desk, deskOf } from './synthetic-desk.ts';
import { lifeOf, type Stage, type Step } from './synthetic-life.ts';

const SEED = 20_261_120;
const root = path.resolve(import.meta.dirname, '..');

/** Where offices are kept between runs, and where a run works. */
export const benchData = path.join(root, '.data/bench');

/** The first day the app's calendar knows enough of. */
const firstDay = plainDate(2025, 1, 2);
/** Dossiers of the last days, which are at every stage; all before them are returned. */
const IN_HAND = 3_000;
/** Dossiers this device still has to send: some days without the line. */
const UNSENT = 500;
/** Dossiers per transaction. */
const CHUNK = 500;
/** Dossiers between two words to the person waiting. */
const SAY_EVERY = 25_000;
const inHand: readonly Stage[] = [
  'received',
  'handed-over',
  'registered',
  'submitted',
  'signed',
  'completed',
];

/**
 * The data folder of an encrypted office with this many made-up dossiers, built the first time and kept until the
 * schema, the projections or the generator change. Copy it; do not work in it.
 */
export async function masterOffice(dossiers: number, say: (line: string) => void): Promise<string> {
  const folder = path.join(benchData, `office-${dossiers}-${fingerprint()}`);
  if (existsSync(folder)) return folder;
  const part = `${folder}.part`;
  rmSync(part, { recursive: true, force: true });
  mkdirSync(part, { recursive: true });
  const started = performance.now();
  const core = await openCore(part);
  fill(core, dossiers, say);
  // Closing the store alone: the backup that a core makes at its end would double the folder.
  core.store.close();
  renameSync(part, folder);
  const seconds = Math.round((performance.now() - started) / 1000);
  say(`built an office of ${dossiers} dossiers in ${seconds} s, seed ${SEED}`);
  return folder;
}

/** @returns the folder copied to */
export function copyOf(office: string, folder: string): string {
  cpSync(office, folder, { recursive: true, mode: constants.COPYFILE_FICLONE });
  return folder;
}

/** Most of it was pulled from the commune's feed, as after a restore; the last dossiers wait to be sent. */
function fill(core: Core, dossiers: number, say: (line: string) => void): void {
  const random = seededRandom(SEED);
  const desk = deskOf(core, random);
  openBooks(core, desk, 2025);
  const days = workingDays();
  const dayOf = (index: number): PlainDate => days[Math.floor((index / dossiers) * days.length)] ?? benchDay;
  const feed = feedOf(core, random);
  const pulled = dossiers - UNSENT;
  for (let from = 0; from < pulled; from += CHUNK) {
    if (from > 0 && from % SAY_EVERY === 0) say(`building an office: ${from} of ${dossiers} dossiers`);
    core.store.write((writer) => {
      for (let index = from; index < Math.min(from + CHUNK, pulled); index += 1) {
        const stage = index < dossiers - IN_HAND ? 'returned' : pick(random, inHand);
        writer.absorb(feed.eventsOf(lifeOf(random, desk, dayOf(index), stage)));
      }
      writer.saveCursor({ ...writer.syncCursor(), feedSeq: feed.head() });
    });
  }
  for (let from = pulled; from < dossiers; from += CHUNK) {
    const lives = Array.from({ length: Math.min(CHUNK, dossiers - from) }, (_, index) =>
      lifeOf(random, desk, dayOf(from + index), pick(random, inHand.slice(0, 3))),
    );
    appendLives(core, random, lives);
  }
}

/** Writes lives as this device's own work, in one transaction. @returns the ids of the dossiers */
export function appendLives(
  core: Core,
  random: Random,
  lives: readonly (readonly Step[])[],
): readonly string[] {
  return core.store.write((writer) =>
    lives.map((life) => {
      const stream = seededId(benchClock.now(), random);
      for (const [base, { fact, actor, at }] of life.entries()) {
        writer.append([{ ...fact, stream, base }], { actor: asId<AccountId>(actor), at });
      }
      return stream;
    }),
  );
}

/** The core opens this year's books by itself. */
export function openBooks(core: Core, desk: Desk, year: number): void {
  core.store.write((writer) => {
    for (const { kind } of books()) {
      const at = benchClock.now();
      const bookId = desk.newId(at);
      const openedOn = plainDate(year, 1, 2);
      const payload = {
        bookId,
        book: kind,
        year,
        volume: '01',
        lastNumber: 0,
        startBasis: '',
        epoch: 1,
        openedOn,
      };
      writer.append([{ kind: 'book-opened', payload, stream: bookId, base: 0 }], {
        actor: asId<AccountId>(desk.leader),
        at,
      });
    }
  });
}

/** Gives lives the envelopes this device once sent them in, and their places in the feed. */
export function feedOf(core: Core, random: Random) {
  const [last] = core.store.read((reader) => reader.outbox({ limit: 1_000, offset: 0 }).rows).slice(-1);
  const event = core.store.read((reader) => reader.streamEvents(last?.stream ?? '')).at(-1);
  if (!event) throw new Error('the core has opened its books');
  const { office, device } = event;
  let deviceSeq = event.deviceSeq;
  let feedSeq = 0;
  return {
    head: () => feedSeq,
    eventsOf(life: readonly Step[]): readonly FeedEvent[] {
      const stream = seededId(life[0]?.at ?? benchClock.now(), random);
      return life.map(({ fact, actor, at }, base) => {
        deviceSeq += 1;
        feedSeq += 1;
        const { kind, payload } = fact;
        const envelope = {
          id: seededId(at, random),
          office,
          device,
          deviceSeq,
          kind,
          version: 1,
          stream,
          base,
        };
        const receipt = Buffer.from(envelope.id.replaceAll('-', ''), 'hex').toString('base64url').repeat(2);
        return { ...envelope, actor, at, clock: 'checked', payload: { ...payload }, feedSeq, receipt };
      });
    },
  };
}

export function workingDays(): readonly PlainDate[] {
  const days: PlainDate[] = [];
  for (let day = firstDay; day <= benchDay; day = addDays(day, 1)) {
    if (dayOfWeek(day) >= 1 && dayOfWeek(day) <= 5) days.push(day);
  }
  return days;
}

/** Of everything that decides what is in the file. */
function fingerprint(): string {
  const hash = createHash('sha256');
  const folders = [
    'migrations/device',
    'src/main/store',
    'src/main/store/projections',
    'bench',
    'tests/builders',
  ];
  for (const folder of folders) {
    for (const name of readdirSync(path.join(root, folder)).sort()) {
      if (matters(folder, name)) hash.update(readFileSync(path.join(root, folder, name)));
    }
  }
  return hash.digest('hex').slice(0, 12);
}

function matters(folder: string, name: string): boolean {
  if (name.endsWith('.sql')) return true;
  if (!name.endsWith('.ts') || name.endsWith('.test.ts')) return false;
  if (folder === 'bench') return name.startsWith('synthetic-') || name === 'dataset.ts';
  if (folder === 'tests/builders') return ['people.ts', 'random.ts', 'synthetic-person.ts'].includes(name);
  return folder.endsWith('projections') || name.startsWith('search') || name === 'connection.ts';
}
