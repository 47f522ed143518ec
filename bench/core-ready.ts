import { startChild } from './child.ts';
import type { CoreStart } from './core-ready-child.ts';
import { beside, figure, type Subject } from './figure.ts';
import { median } from './statistics.ts';

const ROUNDS = 5;

/** Starting the core in a process of its own, at 10,000 and at 150,000 dossiers in turn, and what it then keeps. */
export const coreReady: Subject = {
  ids: ['core.ready', 'core.ready.10k', 'core.open', 'core.open.10k', 'memory.core.idle'],
  async measure({ office }) {
    const small = await office(10_000);
    const large = await office(150_000);
    const of = { small: [] as CoreStart[], large: [] as CoreStart[] };
    for (let round = 0; round < ROUNDS; round += 1) {
      of.small.push(await start(small));
      of.large.push(await start(large));
    }
    const middle = (starts: readonly CoreStart[], of: (start: CoreStart) => number) => median(starts.map(of));
    const ready = (start: CoreStart): number => start.readyMs;
    const open = (start: CoreStart): number => start.openMs;
    return [
      ...beside(
        figure('core.ready', middle(of.large, ready), 'ms'),
        figure('core.ready.10k', middle(of.small, ready), 'ms'),
      ),
      ...beside(
        figure('core.open', middle(of.large, open), 'ms'),
        figure('core.open.10k', middle(of.small, open), 'ms'),
      ),
      figure(
        'memory.core.idle',
        middle(of.large, (start) => start.idleMiB),
        'MiB',
      ),
    ];
  },
};

async function start(dataDir: string): Promise<CoreStart> {
  const child = startChild('core-ready-child.ts', dataDir);
  const answer = await child.answer<CoreStart>();
  await child.ended();
  return answer;
}
