import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');

/** The embedded city server of a demo, as a process of its own that can be taken down and brought back. */
export class DemoCity {
  readonly url: string;
  readonly #dataDir: string;
  readonly #port: number;
  #child: ChildProcess | undefined;

  constructor(options: { readonly port: number; readonly dataDir: string }) {
    this.#port = options.port;
    this.#dataDir = options.dataDir;
    this.url = `http://127.0.0.1:${options.port}`;
  }

  get running(): boolean {
    return this.#child !== undefined;
  }

  /** Answers when the server answers; PGlite takes some seconds to open its folder. */
  async start(): Promise<void> {
    if (this.#child) return;
    const child = spawn(process.execPath, [path.join(root, 'src/city-server/entry.ts'), '--demo'], {
      env: { ...process.env, PORT: String(this.#port), CITY_DATA_DIR: this.#dataDir, LOG_LEVEL: 'error' },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    this.#child = child;
    child.once('exit', () => {
      if (this.#child === child) this.#child = undefined;
    });
    while (this.#child === child && !(await this.#answers()))
      await new Promise((done) => setTimeout(done, 200));
    if (this.#child !== child) throw new Error('Máy chủ thành phố không khởi động được.');
  }

  async stop(): Promise<void> {
    const child = this.#child;
    if (!child) return;
    child.kill('SIGTERM');
    await once(child, 'exit');
  }

  async #answers(): Promise<boolean> {
    try {
      return (await fetch(`${this.url}/v1/health`, { signal: AbortSignal.timeout(2000) })).ok;
    } catch {
      return false;
    }
  }
}
