import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { CoreSetup, Proof, Told } from './messages.ts';

const program = fileURLToPath(new URL('./core-process.ts', import.meta.url));

export type CoreUnderTest = {
  readonly done: readonly { readonly proof: Proof; readonly at: number }[];
  readonly refusals: readonly { readonly code: string; readonly message: string }[];
  begin(): void;
  /** Resolves when this holds; a core that ended before fails. */
  until(condition: () => boolean): Promise<void>;
  /** SIGKILL: nothing in the process gets to run any more. */
  kill(): Promise<void>;
};

/** Starts a core in a process of its own, at the desk and ready to work. */
export async function startCore(setup: CoreSetup): Promise<CoreUnderTest> {
  const done: { proof: Proof; at: number }[] = [];
  const refusals: { code: string; message: string }[] = [];
  const child: ChildProcess = fork(program, [JSON.stringify(setup)], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    execArgv: [],
  });
  const gone = once(child, 'exit').then(() => {
    throw new Error(`the core of “${setup.work}” ended by itself`);
  });
  gone.catch(() => {});
  let check = (): void => {};
  const ready = new Promise<void>((resolve) => {
    child.on('message', (told: Told) => {
      if (told.told === 'ready') resolve();
      else if (told.told === 'done') done.push(told);
      else refusals.push(told);
      check();
    });
  });
  await Promise.race([ready, gone]);
  return {
    done,
    refusals,
    begin: () => void child.send('go'),
    async until(condition) {
      const held = new Promise<void>((resolve) => {
        check = () => condition() && resolve();
        check();
      });
      await Promise.race([held, gone]);
    },
    async kill() {
      const exit = once(child, 'exit');
      child.kill('SIGKILL');
      await exit;
    },
  };
}
