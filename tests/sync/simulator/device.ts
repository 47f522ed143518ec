import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { createORPCClient } from '@orpc/client';
import type { CoreClient } from '#main/compose.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import type { Ask, DeviceContents, DeviceSetup, Health, Progress, Told } from './device-messages.ts';

const program = fileURLToPath(new URL('./device-process.ts', import.meta.url));

/** The process was gone before it answered: whether the call happened must be looked up. */
export class DeviceDied extends Error {
  override readonly name = 'DeviceDied';
}

/** The core's own “no”, with its reasons. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly codes: readonly string[];

  constructor(problems: readonly Problem[]) {
    super(problems.map((each) => `${each.code}: ${each.message}`).join('; '));
    this.codes = problems.map((each) => each.code);
  }
}

type Waiting = { readonly resolve: (value: unknown) => void; readonly reject: (error: Error) => void };

/** One office machine as the director holds it: a process to start, to speak to and to kill. */
export class Device {
  readonly name: string;
  readonly #setup: DeviceSetup;
  readonly #compileCache: string;
  /** Told of everything the core says went wrong inside it. */
  readonly #onBug: (error: string) => void;
  readonly #waiting = new Map<number, Waiting>();
  #child: ChildProcess | undefined;
  #asked = 0;
  #killed = false;

  constructor(setup: DeviceSetup, compileCache: string, onBug: (error: string) => void) {
    this.name = setup.name;
    this.#setup = setup;
    this.#compileCache = compileCache;
    this.#onBug = onBug;
  }

  get isAlive(): boolean {
    return this.#child !== undefined && !this.#killed;
  }

  /** Resolves once the core is open. @throws DeviceDied when it does not open */
  async start(): Promise<void> {
    const child = fork(program, [JSON.stringify(this.#setup)], {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      execArgv: [],
      env: { ...process.env, NODE_COMPILE_CACHE: this.#compileCache },
    });
    this.#child = child;
    this.#killed = false;
    const ready = new Promise<void>((resolve, reject) => {
      child.on('message', (told: Told) => (told.kind === 'ready' ? resolve() : this.#hear(told)));
      child.once('exit', (code) => {
        const error = new DeviceDied(`${this.#setup.name} ended with ${code ?? 'a signal'}`);
        if (!this.#killed) this.#onBug(error.message);
        this.#child = undefined;
        for (const { reject: fail } of this.#waiting.values()) fail(error);
        this.#waiting.clear();
        reject(error);
      });
    });
    await ready;
  }

  /** SIGKILL: nothing in the process gets to run any more. */
  async kill(): Promise<void> {
    const child = this.#child;
    if (!child) return;
    this.#killed = true;
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  }

  /** A window of this machine; a refusal is thrown as {@link Refused}. */
  window(name: string): CoreClient {
    return createORPCClient<CoreClient>({
      call: (path, input) => this.#ask({ kind: 'call', window: name, path, input }),
    });
  }

  async setDisk(full: boolean): Promise<void> {
    await this.#ask({ kind: 'disk', full });
  }

  async health(): Promise<Health> {
    return (await this.#ask({ kind: 'health' })) as Health;
  }

  async progress(): Promise<Progress> {
    return (await this.#ask({ kind: 'progress' })) as Progress;
  }

  async contents(): Promise<DeviceContents> {
    return (await this.#ask({ kind: 'contents' })) as DeviceContents;
  }

  #ask(ask: Ask): Promise<unknown> {
    const child = this.#child;
    if (!child?.connected || this.#killed) return Promise.reject(new DeviceDied(`${this.name} is down`));
    this.#asked += 1;
    const id = this.#asked;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      // A process that died meanwhile is told of by its exit.
      child.send({ ...ask, id }, () => {});
    });
  }

  #hear(told: Exclude<Told, { readonly kind: 'ready' }>): void {
    if (told.kind === 'bug') {
      this.#onBug(told.error);
      return;
    }
    const waiting = this.#waiting.get(told.id);
    this.#waiting.delete(told.id);
    if (told.kind === 'answer') waiting?.resolve(told.value);
    else waiting?.reject(told.kind === 'refused' ? new Refused(told.problems) : new Error(told.error));
  }
}
