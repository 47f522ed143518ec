import { median } from '../statistics.ts';
import type { Leg, Round } from './transfer.ts';

/** One contender's figures, medians of its rounds, as `bench/results/sync.json` keeps them. */
export type SyncLine = Round & { readonly id: string; readonly title: string; readonly note: string };

/** Of a table in Markdown. */
export const headings: readonly string[] = [
  '| | push s | pull s | push up MB | push down MB | pull down MB | push CPU s, device + server | pull CPU s | device MB |',
  '|---|---|---|---|---|---|---|---|---|',
];

export function lineOf({ title, push, pull, databaseBytes }: SyncLine): string {
  const cells = [
    title,
    push.seconds.toFixed(1),
    pull.seconds.toFixed(1),
    megabytes(push.bytesUp),
    megabytes(push.bytesDown),
    megabytes(pull.bytesDown),
    cpu(push),
    cpu(pull),
    databaseBytes === 0 ? 'memory' : megabytes(databaseBytes),
  ];
  return `| ${cells.join(' | ')} |`;
}

export function medianOf(rounds: readonly Round[]): Round {
  const leg = (pick: (round: Round) => Leg): Leg => {
    const of = (figure: (leg: Leg) => number): number => median(rounds.map((round) => figure(pick(round))));
    return {
      seconds: of((each) => each.seconds),
      cpuSeconds: of((each) => each.cpuSeconds),
      serverCpuSeconds: of((each) => each.serverCpuSeconds),
      bytesUp: of((each) => each.bytesUp),
      bytesDown: of((each) => each.bytesDown),
      peakMiB: of((each) => each.peakMiB),
    };
  };
  return {
    push: leg((round) => round.push),
    pull: leg((round) => round.pull),
    databaseBytes: median(rounds.map((round) => round.databaseBytes)),
  };
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(bytes < 1e6 ? 2 : 1);
}

function cpu({ cpuSeconds, serverCpuSeconds }: Leg): string {
  return `${cpuSeconds.toFixed(1)} + ${serverCpuSeconds.toFixed(1)}`;
}
