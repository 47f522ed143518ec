import { MessageChannelMain, type UtilityProcess, utilityProcess, type WebContents } from 'electron';
import { shippedFile } from '#main/ports/shipped-files.ts';
import { problem } from '#shared/kernel/problem.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { HostConfig } from '../host-config.ts';
import type { FromCore, ToCore } from './core-messages.ts';

/** The main process's end of the core: starts it, gives each window a port, stops it before the application ends. */
export class CoreLink {
  readonly #child: UtilityProcess;

  private constructor(child: UtilityProcess) {
    this.#child = child;
  }

  /** @returns the link once the core is ready, or why it could not start */
  static start(config: HostConfig, key: Buffer): Promise<Result<CoreLink>> {
    const child = utilityProcess.fork(shippedFile('dist/electron/core-process.js'), [], {
      serviceName: 'Một Cửa Hộ Tịch – lõi',
    });
    const link = new CoreLink(child);
    return new Promise((resolve) => {
      child.on('message', (message: FromCore) => {
        if (message.kind === 'ready') resolve(ok(link));
        if (message.kind === 'failed') resolve(err([...message.problems]));
      });
      child.once('exit', (code) => {
        const text = `Lõi ứng dụng dừng khi khởi động (mã ${code}).`;
        resolve(err([problem('request/internal', 'error', text)]));
      });
      link.#tell({ kind: 'start', config, keyHex: key.toString('hex') });
    });
  }

  /** Joins a window to the core by a channel of its own; the main process sees none of its calls. */
  connect(contents: WebContents): void {
    const { port1, port2 } = new MessageChannelMain();
    this.#child.postMessage({ kind: 'window', name: nameOf(contents.id) } satisfies ToCore, [port1]);
    contents.postMessage('port', null, [port2]);
  }

  /** @param contentsId of a window that was closed; a reload keeps its id and its session */
  disconnect(contentsId: number): void {
    // When the application ends, the core goes first.
    if (this.#child.pid !== undefined) this.#tell({ kind: 'window-gone', name: nameOf(contentsId) });
  }

  async stop(): Promise<void> {
    const stopped = new Promise<void>((resolve) => {
      this.#child.once('exit', () => resolve());
      this.#child.on('message', (message: FromCore) => {
        if (message.kind === 'stopped') resolve();
      });
    });
    this.#tell({ kind: 'stop' });
    await stopped;
    this.#child.kill();
  }

  #tell(message: ToCore): void {
    this.#child.postMessage(message);
  }
}

function nameOf(contentsId: number): string {
  return `electron-${contentsId}`;
}
