import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');

export type Run = { readonly code: number | null; readonly out: string; readonly errors: string };

/** A host's or the command line's entry, run to its end as its user runs it. */
export async function runEntry(
  entry: 'cli' | 'loopback' | 'service',
  environment: Readonly<Record<string, string>>,
  ...args: readonly string[]
): Promise<Run> {
  const child = startEntry(entry, environment, ...args);
  const [code] = await once(child.process, 'close');
  return { code, out: child.out(), errors: child.errors() };
}

export type Started = {
  readonly process: ChildProcess;
  out(): string;
  errors(): string;
  /** Waits until the output says so, or fails with what it said when it ends first. */
  says(text: string): Promise<void>;
  /** Asks it to stop, as a service manager does. @returns its exit code */
  stop(): Promise<number | null>;
};

export function startEntry(
  entry: 'cli' | 'loopback' | 'service',
  environment: Readonly<Record<string, string>>,
  ...args: readonly string[]
): Started {
  const file = path.join(root, `src/main/hosts/${entry}/entry.ts`);
  const child = spawn(process.execPath, [file, ...args], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let out = '';
  let errors = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    out += chunk;
  });
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    errors += chunk;
  });
  return {
    process: child,
    out: () => out,
    errors: () => errors,
    says: (text) =>
      new Promise((resolve, reject) => {
        const look = (): void => (out.includes(text) ? resolve() : undefined);
        child.stdout.on('data', look);
        child.once('close', (code) => reject(new Error(`ended with ${code}: ${out}${errors}`)));
        look();
      }),
    async stop() {
      if (child.exitCode === null) {
        const ended = once(child, 'close');
        child.kill('SIGTERM');
        await ended;
      }
      return child.exitCode;
    },
  };
}
