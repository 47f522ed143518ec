/**
 * Runs the packed core as Electron's utility process does, in plain Node: `process.parentPort` is the channel to the
 * test, and each window gets a real message port. Started by packaging.test.ts with the bundle's path.
 */
import { pathToFileURL } from 'node:url';
import type { FromCore, ToCore } from '#main/hosts/electron/core-messages.ts';
import { overPort } from '#renderer/host-client/core-links.ts';

export type Told =
  | FromCore
  | { readonly kind: 'window-saw'; readonly office: string; readonly books: number };

type Listener = (event: { readonly data: ToCore; readonly ports: readonly MessagePort[] }) => void;

const [bundle = ''] = process.argv.slice(2);
let listener: Listener = () => undefined;

Object.assign(process, {
  parentPort: {
    on: (_event: 'message', heard: Listener) => {
      listener = heard;
    },
    postMessage: tell,
  },
});
process.on('message', (message: ToCore) => {
  if (message.kind !== 'window') return listener({ data: message, ports: [] });
  const { port1, port2 } = new MessageChannel();
  listener({ data: message, ports: [port2] });
  void look(port1);
});
await import(pathToFileURL(bundle).href);

async function look(port: MessagePort): Promise<void> {
  const client = overPort(port);
  const { office, demoAccounts } = await client.session.status({});
  const [account] = demoAccounts;
  if (account) await client.session.signIn(account);
  const books = await client.register.books({});
  tell({ kind: 'window-saw', office: office.name, books: books.length });
  port.close();
}

function tell(message: Told): void {
  process.send?.(message);
}
