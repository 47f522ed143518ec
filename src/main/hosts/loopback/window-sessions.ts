import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/**
 * Which browsers may talk to the core. A launch secret works once and becomes a cookie; the cookie's hash is the
 * window's name in the core, so that a dump of the core's memory gives nobody a cookie.
 */
export class WindowSessions {
  #secret = newSecret();
  readonly #windows = new Set<string>();

  /** The secret that opens the next window. */
  get launchSecret(): string {
    return this.#secret;
  }

  /** Exchanges the launch secret for a cookie value; the next window needs the next secret. */
  exchange(secret: string): string | undefined {
    if (!sameSecret(secret, this.#secret)) return undefined;
    this.#secret = newSecret();
    const cookie = newSecret();
    this.#windows.add(nameOf(cookie));
    return cookie;
  }

  /** The window a cookie belongs to, or undefined when nobody was given it. */
  windowOf(cookie: string | undefined): string | undefined {
    if (cookie === undefined) return undefined;
    const name = nameOf(cookie);
    return this.#windows.has(name) ? name : undefined;
  }
}

function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

function nameOf(cookie: string): string {
  return createHash('sha256').update(cookie).digest('base64url');
}

/** Compares in constant time. */
export function sameSecret(left: string, right: string): boolean {
  const hash = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(left), hash(right));
}
