import { median } from '../statistics.ts';
import type { Leg } from './ends.ts';
import type { Round } from './transfer.ts';

/** One contender's figures, medians of its rounds. */
export type SyncLine = Partial<Round> & {
  readonly id: string;
  readonly title: string;
  readonly note: string;
  readonly rounds: number;
  /** Why there are no more figures. */
  readonly stopped?: string;
};

/** Of a table in Markdown. */
export const headings: readonly string[] = [
  '| | push s | pull s | push up MB | push down MB | pull down MB | push CPU s, device + server | pull CPU s | device MB |',
  '|---|---|---|---|---|---|---|---|---|',
];

export function lineOf({ title, push, pull, databaseBytes, stopped }: SyncLine): string {
  const cells = [
    stopped === undefined ? title : `${title}: ${stopped}`,
    push?.seconds.toFixed(1),
    pull?.seconds.toFixed(1),
    megabytes(push?.bytesUp),
    megabytes(push?.bytesDown),
    megabytes(pull?.bytesDown),
    cpu(push),
    cpu(pull),
    databaseBytes === 0 ? 'memory' : megabytes(databaseBytes),
  ];
  return `| ${cells.map((cell) => cell ?? '–').join(' | ')} |`;
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

function megabytes(bytes: number | undefined): string | undefined {
  return bytes === undefined ? undefined : (bytes / 1e6).toFixed(bytes < 1e6 ? 2 : 1);
}

function cpu(leg: Leg | undefined): string | undefined {
  return leg && `${leg.cpuSeconds.toFixed(1)} + ${leg.serverCpuSeconds.toFixed(1)}`;
}
