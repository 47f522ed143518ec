import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { constants, zstdCompressSync } from 'node:zlib';
import { envelopeOf } from '#main/store/envelope-of.ts';
import type { Envelope } from '#shared/sync/envelope.ts';
import { packList } from '#shared/sync/listed-body.ts';
import { seededRandom } from '#tests/builders/random.ts';
import { benchDay } from '../bench-clock.ts';
import { openCore } from '../bench-core.ts';
import { appendLives } from '../dataset.ts';
import { deskOf } from '../synthetic-desk.ts';
import { lifeOf } from '../synthetic-life.ts';

/**
 * `node bench/sync/dictionary.ts`: what a trained zstd dictionary would bring to batches by column, in bytes for each
 * event. Needs the `zstd` program, which trains it on the lives of other people than those that are packed.
 */
const LEVEL = 9;
const DICTIONARY_BYTES = 64 * 1024;
/** Of whole lives, six to nine events each. */
const DOSSIERS = 500;
const base = mkdtempSync(path.join(tmpdir(), 'mot-cua-dictionary-'));
try {
  const known = (await Promise.all([11, 12, 13, 14].map(queueOf))).flat();
  const samples = [1, 10, 100].flatMap((size) => batchesOf(known, size).map(textOf));
  const dictionary = trained(samples);
  const events = await queueOf(3);
  console.log('| Events in a batch | bytes an event | with a dictionary | |\n|---|---|---|---|');
  for (const size of [1, 10, 100, 400]) {
    const texts = batchesOf(events, size).map(textOf);
    const [plain = 0, helped = 0] = [undefined, dictionary].map(
      (each) => texts.reduce((sum, text) => sum + packed(text, each), 0) / events.length,
    );
    console.log(`| ${size} | ${plain.toFixed(0)} | ${helped.toFixed(0)} | ${(helped / plain).toFixed(2)}× |`);
  }
} finally {
  rmSync(base, { recursive: true, force: true });
}

async function queueOf(seed: number): Promise<readonly Envelope[]> {
  const core = await openCore(path.join(base, `office-${seed}`));
  const random = seededRandom(seed);
  const desk = deskOf(core, random);
  appendLives(
    core,
    random,
    Array.from({ length: DOSSIERS }, () => lifeOf(random, desk, benchDay, 'returned')),
  );
  const queue = core.store.read((reader) => reader.nextToSend('9999', DOSSIERS * 10));
  core.store.close();
  return queue.map(envelopeOf);
}

function batchesOf(events: readonly Envelope[], size: number): readonly (readonly Envelope[])[] {
  const batches = Math.ceil(events.length / size);
  return Array.from({ length: batches }, (_, index) => events.slice(index * size, (index + 1) * size));
}

/** As a device sends it. */
function textOf(events: readonly Envelope[]): string {
  return JSON.stringify(packList({ protocol: 1, events }, 'events'));
}

function trained(samples: readonly string[]): Buffer {
  const files = samples.map((sample, index) => {
    const file = path.join(base, `${index}.json`);
    writeFileSync(file, sample);
    return file;
  });
  const list = path.join(base, 'files');
  writeFileSync(list, files.join('\n'));
  const into = path.join(base, 'dictionary');
  execFileSync('zstd', ['-q', '--train', '--filelist', list, `--maxdict=${DICTIONARY_BYTES}`, '-o', into]);
  return readFileSync(into);
}

function packed(text: string, dictionary: Buffer | undefined): number {
  const params = { [constants.ZSTD_c_compressionLevel]: LEVEL };
  return zstdCompressSync(text, { params, ...(dictionary && { dictionary }) }).length;
}
