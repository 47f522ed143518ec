import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** Browsers that never come back leave their names; the oldest go. */
const MOST_WINDOWS = 50;

/**
 * Which browsers may talk to the core. A launch secret works once and becomes a cookie; the cookie's hash is the
 * window's name in the core, so that a dump of the core's memory gives nobody a cookie.
 */
export class WindowSessions {
  #secret = newSecret();
  readonly #windows = new Set<string>();
  /** Windows of the host that ran before; each exchanges its cookie for a new one before it is answered. */
  readonly #former: Set<string>;
  readonly #onChange: (names: readonly string[]) => void;

  /**
   * @param former names of the windows of the host that ran before
   * @param onChange told the names that the next host may take up again
   */
  constructor(former: readonly string[] = [], onChange: (names: readonly string[]) => void = () => {}) {
    this.#former = new Set(former);
    this.#onChange = onChange;
  }

  /** The secret that opens the next window. */
  get launchSecret(): string {
    return this.#secret;
  }

  /** Exchanges the launch secret for a cookie value; the next window needs the next secret. */
  exchange(secret: string): string | undefined {
    if (!sameSecret(secret, this.#secret)) return undefined;
    this.#secret = newSecret();
    return this.#open();
  }

  /**
   * Takes up a window that the host before this one opened. Its cookie works once more and is replaced: whoever
   * listened in this host's place while it was away knows a cookie that is worth nothing.
   */
  resume(cookie: string | undefined): string | undefined {
    if (cookie === undefined || !this.#former.delete(nameOf(cookie))) return undefined;
    return this.#open();
  }

  /** The window a cookie belongs to, or undefined when nobody was given it. */
  windowOf(cookie: string | undefined): string | undefined {
    if (cookie === undefined) return undefined;
    const name = nameOf(cookie);
    return this.#windows.has(name) ? name : undefined;
  }

  #open(): string {
    const cookie = newSecret();
    this.#windows.add(nameOf(cookie));
    this.#onChange([...this.#former, ...this.#windows].slice(-MOST_WINDOWS));
    return cookie;
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
