import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const program = fileURLToPath(new URL('../builders/watched-child.ts', import.meta.url));
/** Long for a loaded machine, short for a test. */
const SILENCE_MS = 1_500;

it.each([
  ['lets a core that works go on', 'working', 0, null, ''],
  ['ends a core whose main thread is blocked', 'blocked', null, 'SIGKILL', 'Lõi không còn trả lời'],
  ['ends a core whose database does not answer', 'unwell', null, 'SIGKILL', 'Lõi không còn trả lời'],
])('the watchdog %s', async (_name, state, expectedCode, expectedSignal, words) => {
  const child = fork(program, [state, String(SILENCE_MS)], { execArgv: [], silent: true });
  let errors = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    errors += text;
  });
  const [code, signal] = await once(child, 'close');
  expect([code, signal]).toEqual([expectedCode, expectedSignal]);
  expect(errors).toContain(words);
});
