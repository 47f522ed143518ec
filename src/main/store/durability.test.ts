import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { testFolder } from '#tests/builders/test-store.ts';
import { openStore } from './open.ts';

const program = fileURLToPath(new URL('../../../tests/builders/store-child.ts', import.meta.url));

/** A core of its own in a child process; its messages tell the last device sequence it was told is saved. */
function startCore(file: string): { child: ChildProcess; savedAtLeast(count: number): Promise<number> } {
  const child = fork(program, [file], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  let saved = -1;
  child.on('message', (message) => {
    saved = Number(message);
  });
  return {
    child,
    async savedAtLeast(count) {
      while (saved < count) await once(child, 'message');
      return saved;
    },
  };
}

async function kill(child: ChildProcess): Promise<void> {
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}

test('what a write returned is there after the process is killed', async () => {
  using folder = testFolder();
  let saved = 0;
  for (const more of [3, 40]) {
    const { child, savedAtLeast } = startCore(folder.file);
    saved = await savedAtLeast(saved + more);
    await kill(child);
  }
  const store = folder.open();
  const total = store.read((reader) => reader.outboxCounts().waiting);
  expect(total).toBeGreaterThanOrEqual(saved);
  // At most the one write whose message was not read yet.
  expect(store.read((reader) => reader.nextToSend('9', 10_000)).map((event) => event.deviceSeq)).toEqual(
    Array.from({ length: total }, (_, index) => index + 1),
  );
  expect(store.verifyAudit()).toMatchObject({ intact: true, checked: total });
  expect(store.quickCheck()).toEqual([]);
});

test('a second core is refused with the name of the first, and let in once that one was killed', async () => {
  using folder = testFolder();
  const { child, savedAtLeast } = startCore(folder.file);
  await savedAtLeast(1);
  const refused = openStore(folder.options());
  expect(refused).toMatchObject({ ok: false, error: [{ code: 'store/locked-by-other' }] });
  expect(refused.ok ? '' : refused.error[0]?.message).toContain(String(child.pid));
  await kill(child);
  expect(() => folder.open()).not.toThrow();
});

test('two cores in one process are refused like any others', () => {
  using folder = testFolder();
  const store = folder.open();
  store.announce({ pid: process.pid, port: 47_110 });
  const refused = openStore(folder.options());
  expect(refused.ok ? '' : refused.error[0]?.message).toContain('47110');
  store.close();
  expect(() => folder.open()).not.toThrow();
});
