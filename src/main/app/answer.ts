import { StoreWriteError } from '#main/store/store-write-error.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import type { Result } from '#shared/kernel/result.ts';
import type { App } from './app.ts';
import { refuse } from './refuse.ts';
import { type Caller, callerOf } from './session/caller.ts';

/** What a host gives with every call: an opaque id of the window, its own and never the window's word. */
export type CallContext = { readonly window: string };

type Answer<O> = Result<O> | Promise<Result<O>>;
type Refused = (rest: { data: { problems: Problem[] } }) => Error;
type Call<I> = {
  readonly input: I;
  readonly context: CallContext;
  readonly errors: { readonly REFUSED: Refused };
};
type Handler<I, O> = (call: Call<I>) => Promise<O>;

/** The one place where use cases meet the contract: who may call, and expected errors as REFUSED. */
export type Adapter = {
  /** Anybody, a locked window too. */
  open<I, O>(step: (app: App, window: string, input: I) => Answer<O>): Handler<I, O>;
  /** A signed-in person, also one who must first change the password. */
  signedIn<I, O>(step: (app: App, caller: Caller, input: I) => Answer<O>): Handler<I, O>;
  /** A signed-in person at work. */
  working<I, O>(step: (app: App, caller: Caller, input: I) => Answer<O>): Handler<I, O>;
};

export function adapter(app: App): Adapter {
  return {
    open: (step) => (call) => settle(app, call, () => step(app, call.context.window, call.input)),
    signedIn: (step) => (call) =>
      settle(app, call, () => {
        const caller = callerOf(app, call.context.window);
        return caller.ok ? step(app, caller.value, call.input) : caller;
      }),
    working: (step) => (call) =>
      settle(app, call, () => {
        const caller = callerOf(app, call.context.window);
        if (!caller.ok) return caller;
        if (caller.value.account.mustChangePassword) return refuse('session/must-change-password');
        return step(app, caller.value, call.input);
      }),
  };
}

async function settle<I, O>(app: App, call: Call<I>, work: () => Answer<O>): Promise<O> {
  const result = await attempt(app, work);
  if (result.ok) return result.value;
  throw call.errors.REFUSED({ data: { problems: result.error } });
}

/** A disk that is full is expected, although the store throws it; anything else thrown is a bug and is told. */
async function attempt<O>(app: App, work: () => Answer<O>): Promise<Result<O>> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof StoreWriteError) return refuse(error.code);
    app.onBug(error);
    throw error;
  }
}
