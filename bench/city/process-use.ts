import { readdirSync, readFileSync } from 'node:fs';

/** What Linux counted for processes that are not ours to ask. */

/** USER_HZ, the same on every Linux this runs on. */
const TICKS_PER_SECOND = 100;

/** Processor seconds of a process, user and system. */
export function processSeconds(pid: number): number {
  const [user, system] = statOf(pid).slice(11, 13);
  return (Number(user) + Number(system)) / TICKS_PER_SECOND;
}

/** The same for a process with its children, those that ended included. */
export function familySeconds(pid: number): number {
  const own = statOf(pid)
    .slice(11, 15)
    .reduce((sum, ticks) => sum + Number(ticks), 0);
  return childrenOf(pid).reduce(
    (sum, child) => sum + (ifAlive(() => processSeconds(child)) ?? 0),
    own / TICKS_PER_SECOND,
  );
}

export function parentOf(pid: number): number {
  return Number(statOf(pid)[1]);
}

export function memoryPeakMiB(pid: number): number {
  const kilobytes = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Number(kilobytes) / 1024;
}

function childrenOf(pid: number): readonly number[] {
  return readdirSync('/proc')
    .map(Number)
    .filter((each) => Number.isInteger(each) && each > 0)
    .filter((each) => ifAlive(() => parentOf(each)) === pid);
}

/** A process may end between being listed and being read. */
function ifAlive<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

/** The fields of `/proc/<pid>/stat` after the name, which may hold anything: state first, then the parent. */
function statOf(pid: number): readonly string[] {
  const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
  return text.slice(text.lastIndexOf(')') + 2).split(' ');
}
