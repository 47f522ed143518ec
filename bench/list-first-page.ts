import type { CoreClient } from '#main/compose.ts';
import { openCore, signIn } from './bench-core.ts';
import { figure, type Subject } from './figure.ts';
import { median, p95, timedAsync } from './statistics.ts';

const ROUNDS = 5;
const CALLS = 40;
const PAGE = 50;

/** The lists a window opens with, and the worst one: the last page of everything. */
const lists = {
  'list.first-page.p95': (window: CoreClient) => window.dossiers.list({ worklist: 'review', limit: PAGE }),
  'list.all.p95': (window: CoreClient) => window.dossiers.list({ worklist: 'all', limit: PAGE }),
  'list.overdue.p95': (window: CoreClient) => window.dossiers.list({ worklist: 'overdue', limit: PAGE }),
  'list.last-page.p95': (window: CoreClient) =>
    window.dossiers.list({ worklist: 'all', limit: PAGE, offset: 149_950 }),
  'list.counts.p95': (window: CoreClient) => window.dossiers.counts({}),
} as const;

export const listFirstPage: Subject = {
  ids: Object.keys(lists),
  async measure({ office }) {
    const core = await openCore(await office(150_000));
    const window = await signIn(core, 'hotich');
    const figures = [];
    for (const [id, call] of Object.entries(lists)) {
      const rounds = [];
      for (let round = 0; round < ROUNDS; round += 1) {
        const took = [];
        for (let index = 0; index < CALLS; index += 1) took.push(await timedAsync(() => call(window)));
        rounds.push(p95(took));
      }
      figures.push(figure(id, median(rounds), 'ms'));
    }
    core.store.close();
    return figures;
  },
};
