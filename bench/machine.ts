import { arch, cpus, platform, totalmem } from 'node:os';
import Database from 'better-sqlite3';

/** What the figures of a run depend on, in one line. */
export function machine(): string {
  const sqlite = new Database(':memory:').prepare<[], string>('SELECT sqlite_version()').pluck().get();
  const [cpu] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  return `${cpus().length} cores ${cpu?.model ?? ''}, ${memory} GiB, ${platform()} ${arch()}, Node ${process.versions.node}, SQLite ${sqlite}`;
}
