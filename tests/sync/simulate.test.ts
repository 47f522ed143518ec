import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';

const program = fileURLToPath(new URL('./simulate.ts', import.meta.url));
const patience = 600_000;

type Run = { readonly exitCode: number; readonly lastLine: unknown; readonly text: string };

/** Runs it as `npm run simulate` does. */
async function simulate(...args: readonly string[]): Promise<Run> {
  const ended = await promisify(execFile)(process.execPath, [program, ...args], { encoding: 'utf8' }).then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    (error: { readonly code: number; readonly stdout: string; readonly stderr: string }) => error,
  );
  const text = `${ended.stdout}\n${ended.stderr}`;
  const line = ended.stdout.trim().split('\n').at(-1) ?? '';
  return { exitCode: ended.code, lastLine: line.startsWith('{') ? JSON.parse(line) : undefined, text };
}

describe('a simulated day', () => {
  it('loses nothing and does nothing twice, with every fault there is', { timeout: patience }, async () => {
    const run = await simulate('--seed', '7', '--dossiers', '30', '--devices', '2');
    expect(run.lastLine, run.text).toEqual({
      ...{ seed: 7, received: 30, atCity: 30, lost: 0, duplicated: 0 },
      heldOrRefused: expect.any(Number),
    });
    expect(run.exitCode, run.text).toBe(0);
    for (const fault of [
      'kills',
      'full disks',
      'lines down',
      'answers to batches lost',
      'requests delayed',
    ]) {
      expect(run.text).toMatch(new RegExp(`${fault} [1-9]`));
    }
  });

  it('notices a city that lost what it gave receipts for', { timeout: patience }, async () => {
    const run = await simulate('--seed', '3', '--dossiers', '6', '--devices', '1', '--faults', 'lossy-city');
    const { lost } = run.lastLine as { readonly lost: number };
    expect(lost, run.text).toBeGreaterThan(0);
    expect(run.exitCode).toBe(1);
  });

  it('refuses a fault it does not know', async () => {
    const run = await simulate('--faults', 'earthquake');
    expect(run.exitCode).toBe(1);
    expect(run.text).toContain('earthquake');
  });
});
