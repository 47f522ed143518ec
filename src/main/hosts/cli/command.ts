import type { Problem } from '#shared/kernel/problem.ts';
import type { Result } from '#shared/kernel/result.ts';
import type { HostConfig } from '../host-config.ts';

/** What a command found: lines to print, and whether a person must do something about it. */
export type Outcome = { readonly lines: readonly string[]; readonly attention?: boolean };

export type Command = {
  /** Words after the command's name, as shown in the help: `<tệp>`. */
  readonly takes: readonly string[];
  /** One Vietnamese line. */
  readonly about: string;
  run(config: HostConfig, args: readonly string[]): Promise<Result<Outcome, readonly Problem[]>>;
};
