import { readFileSync } from 'node:fs';
import path from 'node:path';
import { bundled } from './bundle.ts';
import { beside, figure, type Subject } from './figure.ts';
import { floor, ours } from './sync/contender.ts';
import { packed } from './sync/floor-batch.ts';
import { medianOf } from './sync/sync-line.ts';
import { type Round, transfer } from './sync/transfer.ts';

const ROUNDS = 3;
const CHANGES = 10_000;

/**
 * A backlog of 10,000 receptions from a real encrypted core to a real city and on to a second core, each a process,
 * over loopback; beside the floor, and its bytes beside one zstd frame of the whole. `npm run bench:sync` has the peers.
 */
export const syncPush: Subject = {
  ids: ['sync.push10k', 'sync.pull10k', 'memory.core.sync'],
  async measure({ folder, say }) {
    const own = ours(await bundled('sync/ours-device-child.ts', folder()));
    const payload = path.join(folder(), 'payload.jsonl');
    const rounds: Round[] = [];
    const floors: Round[] = [];
    for (let index = 0; index < ROUNDS; index += 1) {
      const setting = { folder, payload, changes: CHANGES };
      rounds.push(await transfer(own, { ...setting, database: folder() }));
      floors.push(await transfer(floor, { ...setting, database: folder() }));
    }
    const { push, pull } = medianOf(rounds);
    const least = medianOf(floors);
    const text = readFileSync(payload, 'utf8');
    say(`${CHANGES} events of ${Math.round(text.length / CHANGES)} characters`);
    return [
      ...beside(figure('sync.push10k', push.seconds, 's'), figure('sync.floor10k', least.push.seconds, 's')),
      figure('sync.push10k.core-cpu', push.cpuSeconds, 's'),
      figure('sync.push10k.city-cpu', push.serverCpuSeconds, 's'),
      ...beside(
        figure('sync.push10k.up', push.bytesUp / 1e6, 'MB'),
        figure('sync.zstd10k', packed(text).length / 1e6, 'MB'),
      ),
      figure('sync.push10k.down', push.bytesDown / 1e6, 'MB'),
      ...beside(
        figure('sync.pull10k', pull.seconds, 's'),
        figure('sync.pull.floor10k', least.pull.seconds, 's'),
      ),
      figure(
        'memory.core.sync',
        Math.max(...rounds.flatMap((round) => [round.push.peakMiB, round.pull.peakMiB])),
        'MiB',
      ),
    ];
  },
};
