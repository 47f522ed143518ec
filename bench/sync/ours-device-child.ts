import { writeFileSync } from 'node:fs';
import type { Core } from '#main/compose.ts';
import { DEMO_ENROLMENT_CODE } from '#shared/dossiers/demo-office.ts';
import { seededRandom } from '#tests/builders/random.ts';
import { benchDay } from '../bench-clock.ts';
import { openCore } from '../bench-core.ts';
import { appendLives } from '../dataset.ts';
import { deskOf } from '../synthetic-desk.ts';
import { lifeOf } from '../synthetic-life.ts';
import { measured, said } from './device.ts';

/**
 * A core in a process of its own: `fill <folder> <city> <payload> <changes>` enrols and fills its queue, leaving the
 * envelopes in the payload, one a line; `push` drains it; `pull` enrols and brings what is there.
 */
const [task = '', dataDir = '', cityUrl = '', payload = '', count = ''] = process.argv.slice(2);
const events = Number(count);
const core = await openCore(dataDir);
if (task === 'fill') {
  await enrol();
  fillQueue();
} else {
  if (task === 'pull') await enrol();
  await said('filled');
  process.send?.(await measured(() => until(task === 'pull' ? hasPulled : isDrained)));
  await core.sync.stop();
}
process.disconnect?.();
core.store.close();

async function enrol(): Promise<void> {
  const enrolled = await core.sync.enrol(cityUrl, DEMO_ENROLMENT_CODE);
  if (!enrolled.ok) throw new Error(JSON.stringify(enrolled.error));
}

async function until(isDone: (core: Core) => boolean): Promise<void> {
  const done = new Promise<void>((resolve) => core.store.onCommit(() => isDone(core) && resolve()));
  core.sync.start();
  await done;
}

/** A day's backlog, all of it receptions: the heaviest event for both ends, and about the size of the bar's. */
function fillQueue(): void {
  const random = seededRandom(3);
  const desk = deskOf(core, random);
  const waiting = core.store.read((reader) => reader.outboxCounts().waiting);
  for (let left = events - waiting; left > 0; left -= 500) {
    const lives = Array.from({ length: Math.min(500, left) }, () =>
      lifeOf(random, desk, benchDay, 'received'),
    );
    appendLives(core, random, lives);
  }
  const queue = core.store.read((reader) => reader.nextToSend('9999', events));
  const lines = queue.map(({ localSeq: _localSeq, feedSeq: _feedSeq, origin: _origin, ...envelope }) =>
    JSON.stringify(envelope),
  );
  writeFileSync(payload, lines.join('\n'));
}

function isDrained({ store }: Core): boolean {
  const { waiting, sending } = store.read((reader) => reader.outboxCounts());
  return waiting + sending === 0;
}

function hasPulled({ store }: Core): boolean {
  return store.read((reader) => reader.syncCursor().feedSeq >= events && reader.safety.unprojected() === 0);
}
