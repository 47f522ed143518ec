import { bundled } from './bundle.ts';
import { startCore } from './child.ts';
import type { CoreStart } from './core-ready-child.ts';
import { beside, figure, type Subject } from './figure.ts';
import { median } from './statistics.ts';

const PROGRAM = 'core-ready-child.ts';
const ROUNDS = 5;

/**
 * Starting the core in a process of its own, at 10,000 and at 150,000 dossiers in turn, and what it then keeps: as
 * the installed app runs it, and once more from sources.
 */
export const coreReady: Subject = {
  ids: [
    'core.ready',
    'core.ready.10k',
    'core.open',
    'core.open.10k',
    'memory.core.idle',
    'core.ready.sources',
  ],
  async measure({ office, folder }) {
    const program = await bundled(PROGRAM, folder());
    const small = await office(10_000);
    const large = await office(150_000);
    const of: Record<'small' | 'large' | 'sources', CoreStart[]> = { small: [], large: [], sources: [] };
    for (let round = 0; round < ROUNDS; round += 1) {
      of.small.push(await start(program, small));
      of.large.push(await start(program, large));
      of.sources.push(await start(PROGRAM, large));
    }
    const middle = (starts: readonly CoreStart[], pick: (start: CoreStart) => number): number =>
      median(starts.map(pick));
    const idle = (start: CoreStart): number => start.idleMiB;
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
      figure('core.ready.sources', middle(of.sources, ready), 'ms'),
      figure('memory.core.idle', middle(of.large, idle), 'MiB'),
      figure('memory.core.idle.sources', middle(of.sources, idle), 'MiB'),
    ];
  },
};

async function start(program: string, dataDir: string): Promise<CoreStart> {
  const child = startCore(program, dataDir);
  const answer = await child.answer<CoreStart>();
  await child.ended();
  return answer;
}
