import { mkdirSync } from 'node:fs';
import type { MessagePortMain } from 'electron';
import { type Core, composeCore } from '#main/compose.ts';
import type { FromCore, ToCore } from './core-messages.ts';
import { servePort } from './serve-port.ts';

/** The core inside Electron's utility process: one database, one port per window. */

const parent = process.parentPort;
let core: Core | undefined;

parent.on('message', (event) => void handle(event.data as ToCore, event.ports));

async function handle(message: ToCore, ports: readonly MessagePortMain[]): Promise<void> {
  switch (message.kind) {
    case 'start':
      return start(message);
    case 'window':
      if (core && ports[0]) servePort(core, message.name, ports[0]);
      return;
    case 'window-gone':
      return core?.sessions.close(message.name);
    case 'stop':
      await core?.close();
      return tell({ kind: 'stopped' });
  }
}

async function start(message: Extract<ToCore, { kind: 'start' }>): Promise<void> {
  mkdirSync(message.config.dataDir, { recursive: true, mode: 0o700 });
  const key = Buffer.from(message.keyHex, 'hex');
  const composed = await composeCore(message.config, { secrets: { getOrCreateKey: () => key } });
  if (!composed.ok) return tell({ kind: 'failed', problems: composed.error });
  core = composed.value;
  core.start();
  tell({ kind: 'ready' });
}

function tell(message: FromCore): void {
  parent.postMessage(message);
}
