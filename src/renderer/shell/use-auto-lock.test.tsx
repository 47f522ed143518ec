import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LOCK_WARNING_MS, useAutoLock } from './use-auto-lock.ts';

const MINUTES = 5;
const lock = vi.fn();

function Window({ enabled = true }: { readonly enabled?: boolean }) {
  return <p>{useAutoLock(MINUTES, lock, enabled) ? 'sắp khóa' : 'đang làm việc'}</p>;
}

function wait(milliseconds: number): void {
  act(() => void vi.advanceTimersByTime(milliseconds));
}

describe('locking an idle window', () => {
  beforeEach(() => {
    vi.useFakeTimers();
    lock.mockReset();
  });
  afterEach(() => {
    cleanup();
    vi.useRealTimers();
  });

  it('warns half a minute before, then locks once', () => {
    render(<Window />);
    wait(MINUTES * 60_000 - LOCK_WARNING_MS);
    expect(screen.getByText('sắp khóa')).toBeTruthy();
    expect(lock).not.toHaveBeenCalled();
    wait(LOCK_WARNING_MS * 2);
    expect(lock).toHaveBeenCalledTimes(1);
  });

  it('begins anew with each key', () => {
    render(<Window />);
    wait(MINUTES * 60_000 - 1_000);
    act(() => void window.dispatchEvent(new KeyboardEvent('keydown', { key: 'a' })));
    expect(screen.getByText('đang làm việc')).toBeTruthy();
    wait(MINUTES * 60_000 - 2_000);
    expect(lock).not.toHaveBeenCalled();
  });

  it('locks at once after the machine slept past the limit', () => {
    render(<Window />);
    vi.setSystemTime(Date.now() + MINUTES * 60_000);
    wait(1_000);
    expect(lock).toHaveBeenCalledTimes(1);
  });

  it('rests while the window is locked already', () => {
    render(<Window enabled={false} />);
    wait(MINUTES * 120_000);
    expect(lock).not.toHaveBeenCalled();
  });
});
