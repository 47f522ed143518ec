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
});
