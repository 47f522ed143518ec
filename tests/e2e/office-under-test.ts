import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DemoCity } from '#scripts/demo-city.ts';
import { ensureWindow, rendererDir } from '#scripts/window-build.ts';
import { DEMO_ENROLMENT_CODE } from '#shared/dossiers/demo-office.ts';
import { launchUrlOfRunning } from '#tests/builders/launch-url.ts';

/** Which of the two programs holds the core. */
type Program = 'loopback' | 'service';
const READY_MS = 60_000;

/**
 * A demo office as it runs at a desk: the real core and its loopback host in one process, the real city server in
 * another, each on a port of its own that it keeps when it comes back. Everything lies in a temporary folder.
 */
export class OfficeUnderTest implements AsyncDisposable {
  readonly dataDir: string;
  readonly city: DemoCity;
  readonly #folder: string;
  readonly #port: number;
  readonly #program: Program;
  #core: ChildProcess | undefined;

  private constructor(
    folder: string,
    program: Program,
    ports: { readonly core: number; readonly city: number },
  ) {
    this.#program = program;
    this.#folder = folder;
    this.#port = ports.core;
    this.dataDir = path.join(folder, 'office');
    this.city = new DemoCity({ port: ports.city, dataDir: path.join(folder, 'city') });
  }

  /** The core runs and takes windows; the city has not been started yet. */
  static async start(program: Program = 'loopback'): Promise<OfficeUnderTest> {
    ensureWindow();
    const folder = mkdtempSync(path.join(tmpdir(), 'mot-cua-e2e-'));
    const office = new OfficeUnderTest(folder, program, { core: await freePort(), city: await freePort() });
    try {
      await office.startCore();
    } catch (error) {
      await office[Symbol.asyncDispose]();
      throw error;
    }
    return office;
  }

  get origin(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  /** Where the city's database lies; only one process may open it at a time. */
  get cityFolder(): string {
    return path.join(this.#folder, 'city');
  }

  async startCore(): Promise<void> {
    const entry = `../../src/main/hosts/${this.#program}/entry.ts`;
    const core = spawn(process.execPath, [path.resolve(import.meta.dirname, entry)], {
      env: {
        ...process.env,
        MOT_CUA_MODE: 'demo',
        MOT_CUA_DATA_DIR: this.dataDir,
        MOT_CUA_DEVICE_NAME: 'Quầy 1',
        MOT_CUA_PORT: String(this.#port),
        MOT_CUA_RENDERER_DIR: rendererDir,
        MOT_CUA_CITY_URL: this.city.url,
        MOT_CUA_ENROLMENT_CODE: DEMO_ENROLMENT_CODE,
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    this.#core = core;
    await saidSomething(core);
  }

  /** As a power cut or a killed process: no handler runs, nothing is flushed. */
  async killCore(): Promise<void> {
    await this.#end('SIGKILL');
  }

  /** As a computer that is shut down: the core ends in order. */
  async closeCore(): Promise<void> {
    await this.#end('SIGTERM');
  }

  /** The address that opens one more window; each works once. */
  async launchUrl(): Promise<string> {
    const url = await launchUrlOfRunning(this.dataDir);
    if (url === undefined) throw new Error('the core gives no window');
    return url;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.closeCore();
    await this.city.stop();
    rmSync(this.#folder, { recursive: true, force: true, maxRetries: 5 });
  }

  async #end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    const core = this.#core;
    this.#core = undefined;
    if (core === undefined || core.exitCode !== null || core.signalCode !== null) return;
    const gone = once(core, 'exit');
    core.kill(signal);
    await gone;
  }
}

/** The host's first line is the address of a window: from then on it answers. */
async function saidSomething(core: ChildProcess): Promise<void> {
  const failed = once(core, 'exit').then(([code]) => {
    throw new Error(`the core stopped while starting (code ${code})`);
  });
  const tooLate = new Promise<never>((_, reject) => {
    setTimeout(() => reject(new Error('the core does not start')), READY_MS).unref();
  });
  const spoke = core.stdout === null ? failed : once(core.stdout, 'data');
  await Promise.race([spoke, failed, tooLate]);
  failed.catch(() => {});
}

async function freePort(): Promise<number> {
  const probe = createServer();
  probe.listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  await new Promise((resolve) => probe.close(resolve));
  return address.port;
}
