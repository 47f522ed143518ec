import { describe, expect, it } from 'vitest';
import { WindowSessions } from './window-sessions.ts';

describe('window sessions', () => {
  it('exchanges a launch secret once', () => {
    const sessions = new WindowSessions();
    const secret = sessions.launchSecret;
    const cookie = sessions.exchange(secret);
    expect(cookie).toBeDefined();
    expect(sessions.exchange(secret)).toBeUndefined();
    expect(sessions.windowOf(cookie)).toBeDefined();
  });

  it('knows no window without a cookie it gave', () => {
    const sessions = new WindowSessions();
    expect(sessions.exchange('guess')).toBeUndefined();
    expect(sessions.windowOf(undefined)).toBeUndefined();
    expect(sessions.windowOf('guess')).toBeUndefined();
  });

  it('gives each window a name of its own that is not its cookie', () => {
    const sessions = new WindowSessions();
    const first = sessions.exchange(sessions.launchSecret);
    const second = sessions.exchange(sessions.launchSecret);
    expect(sessions.windowOf(first)).not.toBe(sessions.windowOf(second));
    expect(sessions.windowOf(first)).not.toBe(first);
  });

  it('takes up a window of the host before once, under a new cookie and a new name', () => {
    let kept: readonly string[] = [];
    const before = new WindowSessions([], (names) => {
      kept = names;
    });
    const cookie = before.exchange(before.launchSecret);
    expect(kept.join()).not.toContain(cookie);
    const after = new WindowSessions(kept, (names) => {
      kept = names;
    });
    expect(after.windowOf(cookie)).toBeUndefined();
    const renewed = after.resume(cookie);
    expect(after.windowOf(renewed)).toBeDefined();
    expect(after.resume(cookie)).toBeUndefined();
    expect(after.resume(renewed)).toBeUndefined();
    expect(kept).toEqual([after.windowOf(renewed)]);
  });

  it('keeps the newest windows and lets the oldest go', () => {
    let kept: readonly string[] = [];
    const sessions = new WindowSessions([], (names) => {
      kept = names;
    });
    const cookies = Array.from({ length: 60 }, () => sessions.exchange(sessions.launchSecret));
    expect(kept).toHaveLength(50);
    expect(kept.at(-1)).toBe(sessions.windowOf(cookies.at(-1)));
  });
});
