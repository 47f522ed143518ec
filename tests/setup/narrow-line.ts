import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** A line to a city that carries little at a time: a request of more bytes is cut off in the middle. */
export type NarrowLine = {
  readonly url: string;
  /** Bytes of one request with its headers. */
  carries: number;
  /** Bytes of each request that came through. */
  readonly carried: readonly number[];
  /** How many requests were cut off. */
  readonly cuts: number;
  close(): void;
};

/** What each piece of a request is late. */
const DELAY_MS = 5;

export async function openNarrowLine(city: string): Promise<NarrowLine> {
  const { hostname, port } = new URL(city);
  const sockets = new Set<Socket>();
  const carried: number[] = [];
  const state = { carries: Number.POSITIVE_INFINITY, cuts: 0 };
  const server = createServer((device) => {
    const onward = connect(Number(port), hostname);
    for (const [end, other] of [[device, onward] as const, [onward, device] as const]) {
      sockets.add(end);
      end.on('error', () => other.destroy());
      end.on('close', () => {
        sockets.delete(end);
        other.destroy();
      });
    }
    // Either end may be gone at any moment; both are closed then.
    carry(device, onward).catch(() => {});
  });

  /** One request after the other: the next one begins when the city has answered. */
  async function carry(device: Socket, onward: Socket): Promise<void> {
    let bytes = 0;
    onward.on('data', (answer) => {
      if (bytes > 0) carried.push(bytes);
      bytes = 0;
      device.write(answer);
    });
    for await (const piece of device as AsyncIterable<Buffer>) {
      const left = state.carries - bytes;
      bytes += piece.length;
      await sleep(DELAY_MS);
      onward.write(piece.subarray(0, Math.max(0, left)));
      if (piece.length <= left) continue;
      state.cuts += 1;
      device.destroy();
      return;
    }
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return Object.assign(state, {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    carried,
    close() {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  });
}
