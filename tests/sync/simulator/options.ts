import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';

/** What may go wrong in a run. `lossy-city` is no fault to survive: it proves that the run notices a loss. */
const faultKinds = ['kill', 'reply-lost', 'reorder', 'disk-full', 'wan-down', 'lossy-city'] as const;
export type FaultKind = (typeof faultKinds)[number];

export const survivableFaults: readonly FaultKind[] = faultKinds.filter((kind) => kind !== 'lossy-city');

export type SimulationOptions = {
  /** Decides the people, the work and the faults; how long each machine takes is not its business. */
  readonly seed: number;
  readonly dossiers: number;
  readonly devices: number;
  readonly faults: ReadonlySet<FaultKind>;
};

/** @throws Error naming the option that is wrong */
export function readOptions(args: readonly string[]): SimulationOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      seed: { type: 'string', default: String(randomInt(1, 1_000_000)) },
      dossiers: { type: 'string', default: '200' },
      devices: { type: 'string', default: '3' },
      faults: { type: 'string', default: survivableFaults.join(',') },
    },
  });
  return {
    seed: readWhole('seed', values.seed, 0, 2 ** 32 - 1),
    dossiers: readWhole('dossiers', values.dossiers, 1, 100_000),
    devices: readWhole('devices', values.devices, 1, 64),
    faults: new Set(values.faults.split(',').filter(Boolean).map(readFault)),
  };
}

function readWhole(name: string, text: string, least: number, most: number): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= least && value <= most) return value;
  throw new Error(`--${name} is a whole number from ${least} to ${most}, not “${text}”`);
}

function readFault(text: string): FaultKind {
  const kind = faultKinds.find((each) => each === text.trim());
  if (kind === undefined) throw new Error(`--faults knows ${faultKinds.join(', ')}, not “${text}”`);
  return kind;
}
