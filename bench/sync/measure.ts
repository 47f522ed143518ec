import type { Contender } from './contender.ts';
import { medianOf, type SyncLine } from './sync-line.ts';
import { type Round, type Setting, Stopped, transfer } from './transfer.ts';

/** What all contenders of a comparison have in common. */
export type Comparison = Omit<Setting, 'database'> & {
  readonly rounds: number;
  /** One line to the person waiting. */
  say(word: string): void;
  /** Told of each contender as soon as its line is known. */
  know(line: SyncLine): void;
};

/** Carries the changes by each contender in turn, round by round. One that is stopped is out, with what it did. */
export async function measure(
  contenders: readonly Contender[],
  comparison: Comparison,
): Promise<readonly SyncLine[]> {
  const { rounds, say, know, ...setting } = comparison;
  const done = new Map(contenders.map((each) => [each, [] as Round[]]));
  const lines: SyncLine[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    for (const [contender, earlier] of done) {
      say(`${contender.title}, round ${round} of ${rounds}`);
      const outcome = await attempt(contender, { ...setting, database: setting.folder() });
      const figures = figuresOf(outcome, earlier);
      if (round < rounds && !(outcome instanceof Stopped)) continue;
      const { id, title, note } = contender;
      const line = { id, title, note, rounds: round, ...figures };
      done.delete(contender);
      lines.push(line);
      know(line);
    }
  }
  return lines;
}

async function attempt(contender: Contender, setting: Setting): Promise<Round | Stopped> {
  try {
    return await transfer(contender, setting);
  } catch (error) {
    if (error instanceof Stopped) return error;
    throw error;
  }
}

/** The medians of all rounds, or what a stopped one still did. */
function figuresOf(outcome: Round | Stopped, earlier: Round[]): Partial<SyncLine> {
  if (outcome instanceof Stopped) return { ...outcome.done, stopped: outcome.message };
  earlier.push(outcome);
  return medianOf(earlier);
}
