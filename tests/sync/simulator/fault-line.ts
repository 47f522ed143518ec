import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  request,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { RequestFault } from './fault-plan.ts';
import type { Tally } from './tally.ts';

/** What a good line takes; also what lets a queue gather into batches. */
const LATENCY_MS = 80;
/** Longer than a device waits for an answer. */
const HELD_BACK_MS = 2_600;
const REPLAY_AFTER_MS = 150;

/** The line of one device to the city: it loses answers, delays, repeats and reorders requests, or is down. */
export type FaultLine = {
  readonly url: string;
  /** Until then every request passes: offices are set up on a good day. */
  begin(): void;
  setDown(down: boolean): void;
  /** Called once, when the city has taken the next batch and before its answer goes back. */
  atNextPush(act: () => void): void;
  /** Faults stop; resolves when what was still under way has arrived. */
  calm(): Promise<void>;
  close(): Promise<void>;
};

type Carried = { readonly method: string; readonly path: string; readonly headers: IncomingHttpHeaders };
type Reply = { readonly status: number; readonly headers: IncomingHttpHeaders; readonly body: Buffer };

const noFault: RequestFault = { delayMs: 0, heldBack: false, replayed: false, replyLost: false };

export async function openFaultLine(
  city: string,
  nextFault: (isPush: boolean) => RequestFault,
  tally: Tally,
): Promise<FaultLine> {
  let down = false;
  let isCalm = true;
  let atPush: (() => void) | undefined;
  const underWay = new Set<Promise<void>>();
  const server = createServer((incoming, outgoing) => track(answer(incoming, outgoing)));
  server.listen(0, '127.0.0.1');
  await new Promise<void>((resolve) => server.once('listening', resolve));

  function track(work: Promise<void>): void {
    const ended = work.catch(() => {});
    underWay.add(ended);
    void ended.finally(() => underWay.delete(ended));
  }

  async function answer(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    if (down) {
      incoming.socket.destroy();
      return;
    }
    const { method = 'GET', url: path = '/', headers } = incoming;
    const isPush = path.startsWith('/v1/push');
    const fault = isCalm ? noFault : nextFault(isPush);
    try {
      const body = await read(incoming);
      const reply = await carry({ method, path, headers }, body, fault);
      if (isPush && !isCalm) reachedCity();
      if (fault.replyLost) {
        tally.add(isPush ? 'answers to batches lost' : 'other answers lost');
        outgoing.destroy();
        return;
      }
      outgoing.writeHead(reply.status, reply.headers).end(reply.body);
    } catch {
      outgoing.destroy();
    }
  }

  async function carry(about: Carried, body: Buffer, fault: RequestFault): Promise<Reply> {
    if (fault.delayMs > 0) tally.add('requests delayed');
    if (fault.heldBack) tally.add('requests overtaken');
    await sleep(fault.heldBack ? HELD_BACK_MS : LATENCY_MS + fault.delayMs);
    if (fault.replayed) {
      tally.add('requests repeated');
      track(sleep(REPLAY_AFTER_MS).then(async () => void (await send(city, about, body))));
    }
    return send(city, about, body);
  }

  function reachedCity(): void {
    const act = atPush;
    atPush = undefined;
    act?.();
  }

  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    begin() {
      isCalm = false;
    },
    setDown(now) {
      down = now;
    },
    atNextPush(act) {
      atPush = act;
    },
    async calm() {
      isCalm = true;
      down = false;
      atPush = undefined;
      while (underWay.size > 0) await Promise.all(underWay);
    },
    async close() {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

function send(city: string, { method, path, headers }: Carried, body: Buffer): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const onward = request(new URL(path, city), { method, headers, agent: false }, (reply) => {
      const { statusCode: status = 500, headers: given } = reply;
      read(reply).then((bytes) => resolve({ status, headers: given, body: bytes }), reject);
    });
    onward.once('error', reject);
    onward.end(body);
  });
}

async function read(stream: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}
