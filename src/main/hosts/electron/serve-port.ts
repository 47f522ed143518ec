import type { SupportedMessagePort } from '@orpc/client/message-port';
import { RPCHandler } from '@orpc/server/message-port';
import type { Core } from '#main/compose.ts';

/** Answers the contract on one window's port until the port closes. */
export function servePort(core: Core, window: string, port: SupportedMessagePort & { start(): void }): void {
  new RPCHandler(core.router).upgrade(port, { context: { window } });
  port.start();
}
