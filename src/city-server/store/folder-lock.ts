import { createHash } from 'node:crypto';
import { mkdirSync, realpathSync, rmSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import os from 'node:os';
import path from 'node:path';

/**
 * Keeps a second process out of a PGlite folder, which PGlite itself does not. The lock is a socket someone listens
 * at: unlike a file with a process number it cannot outlive its holder.
 * @throws Error when another process holds it
 */
export async function lockFolder(folder: string): Promise<{ release(): Promise<void> }> {
  mkdirSync(folder, { recursive: true });
  const address = socketOf(folder);
  if (await isHeld(address)) throw new Error(`another process uses the city database in ${folder}`);
  if (process.platform !== 'win32') rmSync(address, { force: true });
  const server = await listen(address);
  server.unref();
  return { release: () => new Promise((resolve) => server.close(() => resolve())) };
}

/** Short whatever the folder's path: a socket's address has some hundred characters at most. */
function socketOf(folder: string): string {
  const hash = createHash('sha256').update(realpathSync(folder)).digest('hex').slice(0, 24);
  return process.platform === 'win32'
    ? `\\\\.\\pipe\\mot-cua-city-${hash}`
    : path.join(os.tmpdir(), `mot-cua-city-${hash}.sock`);
}

function isHeld(address: string): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = connect(address);
    probe.once('connect', () => {
      probe.destroy();
      resolve(true);
    });
    probe.once('error', () => resolve(false));
  });
}

function listen(address: string): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer((visitor) => visitor.destroy());
    server.once('error', reject);
    server.listen(address, () => resolve(server));
  });
}
