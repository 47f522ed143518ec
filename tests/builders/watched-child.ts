import { startWatchdog } from '#main/hosts/service/watchdog.ts';

/** A process under the watchdog: `<working|blocked|unwell> <silence in ms>`. */
const [state = '', silence = ''] = process.argv.slice(2);
startWatchdog(() => state !== 'unwell', Number(silence));
setTimeout(() => process.exit(0), Number(silence) * 6);
if (state === 'blocked') {
  const never = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  setTimeout(() => Atomics.wait(never, 0, 0), Number(silence) / 2);
}
