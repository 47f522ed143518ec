import { randomUUID } from 'node:crypto';
import type { AccountId } from '#shared/kernel/ids.ts';

export type Session = {
  readonly accountId: AccountId;
  readonly locked: boolean;
  /** Unix ms of the last call; the auto-lock counts from here. */
  readonly lastCall: number;
  /** The dossier this window looked at last and when, so that a refresh is not a second look in the audit log. */
  readonly lastLook?: { readonly target: string; readonly at: number };
};

/** Who sits at which window. In memory only: a restart asks everybody for the password again. */
export class Sessions {
  /** Tells the sessions of this start of the core from those of another. */
  readonly run = randomUUID();
  readonly #byWindow = new Map<string, Session>();

  open(window: string, accountId: AccountId, now: number): void {
    this.#byWindow.set(window, { accountId, locked: false, lastCall: now });
  }

  /** The session of a window, locked when it has been still for longer than `lockAfterMs`. */
  at(window: string, now: number, lockAfterMs: number): Session | undefined {
    const session = this.#byWindow.get(window);
    if (!session || session.locked || now - session.lastCall <= lockAfterMs) return session;
    return this.#set(window, { ...session, locked: true });
  }

  touch(window: string, now: number): void {
    const session = this.#byWindow.get(window);
    if (session && !session.locked) this.#set(window, { ...session, lastCall: now });
  }

  lock(window: string): void {
    const session = this.#byWindow.get(window);
    if (session) this.#set(window, { ...session, locked: true });
  }

  /** Whether this look at a target is a new one; remembers it. */
  looksAt(window: string, target: string, now: number, refreshMs: number): boolean {
    const session = this.#byWindow.get(window);
    if (!session) return true;
    const last = session.lastLook;
    this.#set(window, { ...session, lastLook: { target, at: now } });
    return last?.target !== target || now - last.at > refreshMs;
  }

  close(window: string): void {
    this.#byWindow.delete(window);
  }

  /** Ends every window of an account: it was disabled or its password was reset. */
  closeAccount(accountId: AccountId): void {
    for (const [window, session] of this.#byWindow) {
      if (session.accountId === accountId) this.#byWindow.delete(window);
    }
  }

  #set(window: string, session: Session): Session {
    this.#byWindow.set(window, session);
    return session;
  }
}
