import { execFile, spawn } from 'node:child_process';
import {
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';

const run = promisify(execFile);

export type RunningPostgres = {
  readonly ok: true;
  /** A new, empty database on the server. */
  createDatabase(): Promise<string>;
  stop(): Promise<void>;
};

export type NoPostgres = { readonly ok: false; readonly reason: string };

/**
 * Starts a throw-away PostgreSQL on a free loopback port, from Debian's package, installing it when the machine
 * lacks it and allows it. Durability is off unless asked for: nothing here outlives the test.
 */
export async function startPostgres({ durable = false } = {}): Promise<RunningPostgres | NoPostgres> {
  const binaries = findBinaries() ?? (await install());
  if (typeof binaries !== 'string') return binaries;
  const owner = unprivileged();
  if (!owner) return { ok: false, reason: 'PostgreSQL does not run as root and no other account was found' };
  const folder = mkdtempSync(path.join(os.tmpdir(), 'mot-cua-postgres-'));
  if (process.getuid?.() === 0) chownSync(folder, owner.uid, owner.gid);
  const data = path.join(folder, 'data');
  try {
    await run(
      path.join(binaries, 'initdb'),
      ['-D', data, '-U', 'city', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '-N'],
      owner,
    );
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    return { ok: false, reason: `initdb failed: ${String(error).slice(0, 300)}` };
  }
  const port = await freePort();
  const server = spawn(
    path.join(binaries, 'postgres'),
    [
      ...['-D', data, '-p', String(port), '-h', '127.0.0.1', '-k', folder],
      ...(durable ? [] : ['-F', '-c', 'full_page_writes=off']),
    ],
    { ...owner, stdio: 'ignore' },
  );
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  const url = (database: string): string => `postgres://city@127.0.0.1:${port}/${database}`;
  await reachable(url('postgres'));
  let made = 0;
  return {
    ok: true,
    async createDatabase() {
      made += 1;
      await query(url('postgres'), `CREATE DATABASE city_${made}`);
      return url(`city_${made}`);
    },
    async stop() {
      server.kill('SIGINT');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function findBinaries(): string | undefined {
  const base = '/usr/lib/postgresql';
  if (!existsSync(base)) return undefined;
  return readdirSync(base)
    .sort((a, b) => Number(b) - Number(a))
    .map((version) => path.join(base, version, 'bin'))
    .find((folder) => existsSync(path.join(folder, 'postgres')) && existsSync(path.join(folder, 'initdb')));
}

async function install(): Promise<string | NoPostgres> {
  if (process.getuid?.() !== 0)
    return { ok: false, reason: 'it is not installed and only root may install it' };
  if (!existsSync('/usr/bin/apt-get'))
    return { ok: false, reason: 'it is not installed and there is no apt-get' };
  try {
    // The package would otherwise make and start a server of its own.
    mkdirSync('/etc/postgresql-common', { recursive: true });
    writeFileSync('/etc/postgresql-common/createcluster.conf', 'create_main_cluster = false\n', {
      flag: 'wx',
    });
  } catch {
    // Someone has decided about it already.
  }
  try {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    await run('apt-get', ['update', '-q'], { env, timeout: 120_000 });
    await run('apt-get', ['install', '-qy', '--no-install-recommends', 'postgresql'], {
      env,
      timeout: 300_000,
    });
  } catch (error) {
    return { ok: false, reason: `apt-get could not install it: ${String(error).slice(0, 300)}` };
  }
  return findBinaries() ?? { ok: false, reason: 'the package brought no server binary' };
}

/** Whom the server runs as: ourselves, or when we are root the account of the package, or nobody. */
function unprivileged(): { readonly uid: number; readonly gid: number } | undefined {
  const [uid, gid] = [process.getuid?.(), process.getgid?.()];
  if (uid === undefined || gid === undefined) return undefined;
  if (uid !== 0) return { uid, gid };
  const accounts = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  const found = ['postgres', 'nobody'].flatMap((name) => accounts.filter((each) => each[0] === name)).at(0);
  return found && { uid: Number(found[2]), gid: Number(found[3]) };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}

async function reachable(url: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await query(url, 'SELECT 1');
    } catch (error) {
      if (attempt === 100) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

async function query(url: string, text: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(text);
  } finally {
    await client.end();
  }
}
