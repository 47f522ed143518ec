import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { coreNodeFlags } from '#main/hosts/core-node-flags.ts';

/** A program in a process of its own, answering one question at a time. */
export type Child = {
  /** What it says next. @throws when it ends instead */
  answer<T>(): Promise<T>;
  ask<T>(question: string): Promise<T>;
  /** Says a word that it need not answer. */
  tell(word: string): void;
  /** Waits for its end. */
  ended(): Promise<void>;
  /** Ends it at once, as a failing machine would. */
  kill(): void;
};

/** Where and how a program runs. */
type Place = {
  /** A network namespace; left out for the present one. */
  readonly namespace?: string | undefined;
  readonly nodeFlags?: readonly string[];
};

/** @param program a file of this folder, or a full path */
export function startChild(program: string, ...parameters: readonly string[]): Child {
  return startChildIn({}, program, ...parameters);
}

/** A core in a process of its own, run as the service runs it. */
export function startCore(program: string, ...parameters: readonly string[]): Child {
  return startChildIn({ nodeFlags: coreNodeFlags }, program, ...parameters);
}

export function startChildIn(
  { namespace, nodeFlags = [] }: Place,
  program: string,
  ...parameters: readonly string[]
): Child {
  const within = ['netns', 'exec', namespace ?? '', process.execPath, ...nodeFlags];
  const options =
    namespace === undefined ? { execArgv: [...nodeFlags] } : { execPath: 'ip', execArgv: within };
  return speaking(program, fork(path.resolve(import.meta.dirname, program), parameters, options));
}

function speaking(program: string, child: ChildProcess): Child {
  const exit = once(child, 'exit');
  // A process may be seen to end before a long answer of it has been read; the channel closes after that.
  const gone = once(child, 'disconnect').then(() => exit);
  async function answer<T>(): Promise<T> {
    const [said] = await Promise.race([
      once(child, 'message'),
      gone.then(([code]) => {
        throw new Error(`${program} ended with ${code} instead of an answer`);
      }),
    ]);
    return said as T;
  }
  return {
    answer,
    ask<T>(question: string) {
      const answered = answer<T>();
      child.send(question);
      return answered;
    },
    tell(word) {
      child.send(word);
    },
    async ended() {
      await exit;
    },
    kill() {
      child.kill('SIGKILL');
    },
  };
}
