import type { Contract } from '#shared/contract/index.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import type { App } from '../app.ts';
import type { InputOf } from '../contract-types.ts';
import type { Caller } from './caller.ts';
import { type Me, meOf } from './me.ts';

/** Keeps text size and colours with the account, so that they follow the person to the next counter. */
export function setAppearance(
  app: App,
  { account }: Caller,
  input: InputOf<Contract['session']['setAppearance']>,
): Result<Me> {
  const changed = { ...account, ...input };
  app.store.write((writer) => writer.saveAccount(changed));
  return ok(meOf(changed));
}
