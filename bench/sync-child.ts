import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Core } from '#main/compose.ts';
import { DEMO_ENROLMENT_CODE } from '#shared/dossiers/demo-office.ts';
import { seededRandom } from '#tests/builders/random.ts';
import { benchDay } from './bench-clock.ts';
import { openCore } from './bench-core.ts';
import { appendLives } from './dataset.ts';
import { deskOf } from './synthetic-desk.ts';
import { lifeOf } from './synthetic-life.ts';

/**
 * A device in a process of its own: `fill <folder> <city>` enrols and fills its queue, leaving the envelopes in
 * `payload.jsonl`, one a line; `push` drains it; `pull` enrols and brings what is there.
 */

export type Transfer = {
  readonly seconds: number;
  readonly cpuSeconds: number;
  /** The highest resident memory of the process. */
  readonly peakMiB: number;
};

export const EVENTS = 10_000;

const [task = '', dataDir = '', cityUrl = ''] = process.argv.slice(2);
const core = await openCore(dataDir);
if (task === 'fill') {
  await enrol();
  fillQueue();
} else {
  if (task === 'pull') await enrol();
  process.send?.(await transfer(task === 'pull' ? hasPulled : isDrained));
  await core.sync.stop();
}
process.disconnect?.();
core.store.close();

async function enrol(): Promise<void> {
  const enrolled = await core.sync.enrol(cityUrl, DEMO_ENROLMENT_CODE);
  if (!enrolled.ok) throw new Error(JSON.stringify(enrolled.error));
}

async function transfer(isDone: (core: Core) => boolean): Promise<Transfer> {
  const used = process.cpuUsage();
  const started = performance.now();
  const done = new Promise<void>((resolve) => core.store.onCommit(() => isDone(core) && resolve()));
  core.sync.start();
  await done;
  const seconds = (performance.now() - started) / 1000;
  const { user, system } = process.cpuUsage(used);
  return { seconds, cpuSeconds: (user + system) / 1e6, peakMiB: process.resourceUsage().maxRSS / 1024 };
}

/** A day's backlog, all of it receptions: the heaviest event for both ends, and about the size of the bar's. */
function fillQueue(): void {
  const random = seededRandom(3);
  const desk = deskOf(core, random);
  const waiting = core.store.read((reader) => reader.outboxCounts().waiting);
  for (let left = EVENTS - waiting; left > 0; left -= 500) {
    const lives = Array.from({ length: Math.min(500, left) }, () =>
      lifeOf(random, desk, benchDay, 'received'),
    );
    appendLives(core, random, lives);
  }
  const queue = core.store.read((reader) => reader.nextToSend('9999', EVENTS));
  const lines = queue.map(({ localSeq: _localSeq, feedSeq: _feedSeq, origin: _origin, ...envelope }) =>
    JSON.stringify(envelope),
  );
  writeFileSync(path.join(dataDir, 'payload.jsonl'), lines.join('\n'));
}

function isDrained({ store }: Core): boolean {
  const { waiting, sending } = store.read((reader) => reader.outboxCounts());
  return waiting + sending === 0;
}

function hasPulled({ store }: Core): boolean {
  return store.read((reader) => reader.syncCursor().feedSeq >= EVENTS && reader.safety.unprojected() === 0);
}
