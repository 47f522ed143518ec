import type { ContractRouterClient } from '@orpc/contract';
import type { Contract } from '#shared/contract/index.ts';

/** Every call of the contract, typed; the same over HTTP and over a message port. */
export type CoreClient = ContractRouterClient<Contract>;
