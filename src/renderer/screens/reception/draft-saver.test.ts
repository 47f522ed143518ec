import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Problem, problem } from '#shared/kernel/problem.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { createDraftSaver, type DraftContent, LONGEST_WAIT_MS, PAUSE_MS, RETRY_MS } from './draft-saver.ts';

const opened = { revision: 3, savedAt: '2026-10-01T02:00:00.000Z' };
const typed = (text: string): DraftContent => ({ facts: { 'child.name': text }, components: [] });
const refusal = (code: 'draft/stale' | 'store/disk-full'): readonly Problem[] => [
  problem(code, 'error', code),
];

/** A disk that answers when told to. */
function slowDisk() {
  const asked: { content: DraftContent; revision: number }[] = [];
  const answers: ((result: Result<{ revision: number; savedAt: string }, readonly Problem[]>) => void)[] = [];
  return {
    asked,
    save: (content: DraftContent, revision: number) => {
      asked.push({ content, revision });
      return new Promise<Result<{ revision: number; savedAt: string }, readonly Problem[]>>((resolve) =>
        answers.push(resolve),
      );
    },
    async accept(): Promise<void> {
      answers.shift()?.(ok({ revision: (asked.at(-1)?.revision ?? 0) + 1, savedAt: opened.savedAt }));
      await vi.advanceTimersByTimeAsync(0);
    },
    async refuse(problems: readonly Problem[]): Promise<void> {
      answers.shift()?.(err(problems));
      await vi.advanceTimersByTimeAsync(0);
    },
  };
}

describe('saving a draft while it is typed', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('saves after a short pause, what was typed last', async () => {
    const disk = slowDisk();
    const saver = createDraftSaver(opened, disk.save);
    saver.change(typed('N'));
    await vi.advanceTimersByTimeAsync(PAUSE_MS - 1);
    saver.change(typed('Ng'));
    expect(disk.asked).toEqual([]);
    await vi.advanceTimersByTimeAsync(PAUSE_MS);
    expect(disk.asked).toEqual([{ content: typed('Ng'), revision: 3 }]);
    await disk.accept();
    expect(saver.state()).toEqual({ kind: 'saved', at: opened.savedAt });
  });

  it('does not wait for a pause longer than its limit while somebody types on', async () => {
    const disk = slowDisk();
    const saver = createDraftSaver(opened, disk.save);
    for (let key = 0; key * 100 <= LONGEST_WAIT_MS; key += 1) {
      saver.change(typed(`${key}`));
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(disk.asked.length).toBe(1);
  });

  it('sends one save at a time and names the revision the last one gave', async () => {
    const disk = slowDisk();
    const saver = createDraftSaver(opened, disk.save);
    saver.change(typed('a'));
    await vi.advanceTimersByTimeAsync(PAUSE_MS);
    saver.change(typed('ab'));
    await vi.advanceTimersByTimeAsync(PAUSE_MS * 3);
    expect(disk.asked.length).toBe(1);
    await disk.accept();
    expect(disk.asked.at(-1)).toEqual({ content: typed('ab'), revision: 4 });
    await disk.accept();
    expect(saver.state().kind).toBe('saved');
  });

  it('saves at once when flushed, and tells whether all is on the disk', async () => {
    const disk = slowDisk();
    const saver = createDraftSaver(opened, disk.save);
    saver.change(typed('a'));
    const flushed = saver.flush();
    await disk.accept();
    expect(await flushed).toBe(true);
  });

  it('keeps what a full disk refused and tries again by itself', async () => {
    const disk = slowDisk();
    const saver = createDraftSaver(opened, disk.save);
    saver.change(typed('a'));
    await vi.advanceTimersByTimeAsync(PAUSE_MS);
    await disk.refuse(refusal('store/disk-full'));
    expect(saver.state().kind).toBe('failed');
    await vi.advanceTimersByTimeAsync(RETRY_MS);
    expect(disk.asked).toHaveLength(2);
    await disk.accept();
    expect(saver.state().kind).toBe('saved');
  });

  it('never writes over a newer draft until a person says so', async () => {
    const disk = slowDisk();
    const saver = createDraftSaver(opened, disk.save);
    saver.change(typed('mine'));
    await vi.advanceTimersByTimeAsync(PAUSE_MS);
    await disk.refuse(refusal('draft/stale'));
    saver.change(typed('mine still'));
    await vi.advanceTimersByTimeAsync(RETRY_MS * 2);
    expect(disk.asked).toHaveLength(1);
    saver.continueFrom(9);
    await vi.advanceTimersByTimeAsync(0);
    expect(disk.asked.at(-1)).toEqual({ content: typed('mine still'), revision: 9 });
  });
});
