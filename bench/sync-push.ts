import { bundled } from './bundle.ts';
import { beside, figure, type Subject } from './figure.ts';
import { packed, pushFloor } from './floor-push.ts';
import { median } from './statistics.ts';
import { type Round, transfer } from './transfer.ts';

const ROUNDS = 3;

/**
 * A backlog of 10,000 receptions from a real encrypted core to a real city and on to a second core, each a process,
 * over loopback; beside the floor, and its bytes beside one zstd frame of the whole.
 */
export const syncPush: Subject = {
  ids: ['sync.push10k', 'sync.pull10k', 'memory.core.sync'],
  async measure(workshop) {
    const program = await bundled('sync-child.ts', workshop.folder());
    const rounds: Round[] = [];
    const floors: number[] = [];
    for (let index = 0; index < ROUNDS; index += 1) {
      const round = await transfer(workshop, program, workshop.folder());
      rounds.push(round);
      floors.push(await pushFloor(workshop.folder(), round.lines));
    }
    const of = (pick: (round: Round) => number): number => median(rounds.map(pick));
    const push = of((round) => round.push.seconds);
    const pull = of((round) => round.pull.seconds);
    const coreCpu = of((round) => round.push.cpuSeconds);
    const cityCpu = of((round) => round.cityCpuSeconds);
    const up = of((round) => round.bytesUp) / 1e6;
    const down = of((round) => round.bytesDown) / 1e6;
    const peak = Math.max(...rounds.flatMap((round) => [round.push.peakMiB, round.pull.peakMiB]));
    const [first] = rounds;
    const lines = first?.lines ?? [];
    const payload = lines.join('\n');
    workshop.say(`${lines.length} events of ${Math.round(payload.length / lines.length)} characters`);
    return [
      ...beside(figure('sync.push10k', push, 's'), figure('sync.floor10k', median(floors), 's')),
      figure('sync.push10k.core-cpu', coreCpu, 's'),
      figure('sync.push10k.city-cpu', cityCpu, 's'),
      ...beside(
        figure('sync.push10k.up', up, 'MB'),
        figure('sync.zstd10k', packed(payload).length / 1e6, 'MB'),
      ),
      figure('sync.push10k.down', down, 'MB'),
      figure('sync.pull10k', pull, 's'),
      figure('memory.core.sync', peak, 'MiB'),
    ];
  },
};
