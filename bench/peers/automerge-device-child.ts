import { setTimeout as sleep } from 'node:timers/promises';
import { ImmutableString } from '@automerge/automerge';
import { WebSocketClientAdapter } from '@automerge/automerge-repo-network-websocket';
import { type PeerDevice, runDevice } from '../sync/device.ts';
import { type Changes, openRepo, sizeOf } from './automerge-repo.ts';
import type { Held } from './automerge-server-child.ts';

/** A commune's day or two. */
const CHANGES_A_DOCUMENT = 100;

await runDevice((folder, url): PeerDevice => {
  const repo = openRepo(folder, true);
  /** Until the server has said who it is: a document asked for earlier is taken for one that nobody has. */
  const connect = async (): Promise<void> => {
    const met = new Promise<void>((resolve) => repo.networkSubsystem.once('peer', () => resolve()));
    repo.networkSubsystem.addNetworkAdapter(new WebSocketClientAdapter(url.replace('http:', 'ws:')));
    await met;
  };
  const held = async (): Promise<Held> => (await (await fetch(url)).json()) as Held;
  let filled = 0;
  return {
    async fill(changes) {
      filled = changes.length;
      for (let from = 0; from < changes.length; from += CHANGES_A_DOCUMENT) {
        const some = changes.slice(from, from + CHANGES_A_DOCUMENT);
        const bodies = some.map((change) => [change.id, new ImmutableString(JSON.stringify(change))]);
        repo.create<Changes>({ changes: Object.fromEntries(bodies) });
      }
      await repo.flush();
    },
    async push() {
      const started = performance.now();
      await connect();
      // No receipt says that the other end has it in its files, so that it is asked, seldom enough for a slow line.
      while ((await held()).changes < filled) await sleep(Math.max(50, (performance.now() - started) / 100));
    },
    async pull(count) {
      const { documents } = await held();
      await connect();
      const found = await Promise.all(documents.map((document) => repo.find<Changes>(document)));
      const arrived = found.reduce((sum, handle) => sum + sizeOf(handle.doc()), 0);
      if (arrived !== count) throw new Error(`${arrived} of ${count} arrived`);
      await repo.flush();
    },
    close() {
      process.exit();
    },
  };
});
