import { describe, expect, it } from 'vitest';
import { refusalOf } from './guard.ts';

const own = { method: 'POST', host: '127.0.0.1:4100', origin: 'http://127.0.0.1:4100' };

describe('the loopback guard', () => {
  it('lets our own page call', () => {
    expect(refusalOf(own, 4100)).toBeUndefined();
    expect(
      refusalOf({ ...own, host: 'localhost:4100', origin: 'http://localhost:4100' }, 4100),
    ).toBeUndefined();
  });

  it('refuses a name that was rebound to this machine', () => {
    expect(refusalOf({ ...own, host: 'evil.example:4100' }, 4100)).toBe('host');
    expect(refusalOf({ ...own, host: undefined }, 4100)).toBe('host');
  });

  it('refuses another port of this machine', () => {
    expect(refusalOf({ ...own, host: '127.0.0.1:4101' }, 4100)).toBe('host');
    expect(refusalOf({ ...own, origin: 'http://127.0.0.1:4101' }, 4100)).toBe('origin');
  });

  it('refuses a change from another page or from nowhere', () => {
    expect(refusalOf({ ...own, origin: 'https://evil.example' }, 4100)).toBe('origin');
    expect(refusalOf({ ...own, origin: 'null' }, 4100)).toBe('origin');
    expect(refusalOf({ ...own, origin: undefined }, 4100)).toBe('origin');
  });

  it('lets a plain navigation read, and no page of another origin', () => {
    expect(refusalOf({ ...own, method: 'GET', origin: undefined }, 4100)).toBeUndefined();
    expect(refusalOf({ ...own, method: 'GET', origin: 'https://evil.example' }, 4100)).toBe('origin');
  });
});
