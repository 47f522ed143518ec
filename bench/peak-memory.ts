import { existsSync, readFileSync } from 'node:fs';

const STATUS = '/proc/self/status';

/**
 * The highest resident memory of this process, in MiB. On Linux not what `resourceUsage` tells: there a process
 * begins with the peak of the one that started it.
 */
export function peakMiB(): number {
  const kilobytes = existsSync(STATUS)
    ? Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(STATUS, 'utf8'))?.[1])
    : process.resourceUsage().maxRSS;
  return kilobytes / 1024;
}
