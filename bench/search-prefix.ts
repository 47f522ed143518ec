import path from 'node:path';
import type { CoreClient } from '#main/compose.ts';
import { fileSecrets } from '#main/store/file-secrets.ts';
import { matchExpression } from '#main/store/search.ts';
import { foldForSearch } from '#shared/people/fold.ts';
import { pick, type Random, seededRandom, whole } from '#tests/builders/random.ts';
import { openCore, signIn } from './bench-core.ts';
import { beside, figure, type Subject } from './figure.ts';
import { openRaw } from './raw-database.ts';
import { median, p95, timed, timedAsync } from './statistics.ts';

const ROUNDS = 5;
const QUERIES = 200;
const LIMIT = 20;

/**
 * A search as it is typed, without tones and unfinished, at 150,000 dossiers: the call of the contract, beside a
 * plain FTS5 query of the same words over the same index in the same file.
 */
export const searchPrefix: Subject = {
  ids: ['search.prefix.p95'],
  async measure({ office }) {
    const dataDir = await office(150_000);
    const core = await openCore(dataDir);
    const window = await signIn(core, 'tiepnhan');
    const raw = openRaw(path.join(dataDir, 'office.db'), fileSecrets(dataDir).getOrCreateKey('office'));
    const plain = raw
      .prepare<[string, number]>(
        'SELECT rowid FROM search_index WHERE search_index MATCH ? ORDER BY rowid DESC LIMIT ?',
      )
      .pluck();
    const texts = await typedTexts(window, seededRandom(11));
    const rounds = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const own: number[] = [];
      const peer: number[] = [];
      for (const text of texts) {
        own.push(await timedAsync(() => window.search.find({ text, limit: LIMIT })));
        const match = matchExpression(text);
        peer.push(timed(() => plain.all(match, LIMIT)));
      }
      rounds.push({ own: p95(own), peer: p95(peer) });
    }
    raw.close();
    core.store.close();
    return beside(
      figure('search.prefix.p95', median(rounds.map((round) => round.own)), 'ms'),
      figure('search.raw-fts5.p95', median(rounds.map((round) => round.peer)), 'ms'),
    );
  },
};

/** What clerks type: beginnings of names without tones, of codes and of a person's number, rare and common ones. */
async function typedTexts(window: CoreClient, random: Random): Promise<readonly string[]> {
  const texts: string[] = [];
  while (texts.length < QUERIES) {
    const { rows } = await window.dossiers.list({
      worklist: 'all',
      limit: 1,
      offset: whole(random, 0, 100_000),
    });
    const [row] = rows;
    if (!row) continue;
    const name = foldForSearch(pick(random, [row.subject, row.applicant]));
    const text = pick(random, [name, name, name, row.code]);
    texts.push(text.slice(0, whole(random, 2, text.length)));
  }
  return texts;
}
