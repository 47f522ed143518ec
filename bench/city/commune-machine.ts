import type { SyncCursor } from '#main/store/types.ts';
import { backOffMs } from '#main/sync/back-off.ts';
import { type Batch, fitBatch } from '#main/sync/batch.ts';
import { type CityClient, cityClient, defaultTimeouts } from '#main/sync/city-client.ts';
import type { Enrolment } from '#main/sync/enrolment.ts';
import type { Exchange } from '#main/sync/exchange.ts';
import type { Fault } from '#main/sync/fault.ts';
import { fileClient } from '#main/sync/file-client.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { Envelope } from '#shared/sync/envelope.ts';
import { COLUMNS_MEDIA } from '#shared/sync/listed-body.ts';
import { ownProtocols } from '#shared/sync/negotiate.ts';
import { MAX_BATCH_EVENTS } from '#shared/sync/protocol.ts';
import type { Random } from '#tests/builders/random.ts';
import { type CommuneDay, fileContent } from './commune-day.ts';

/** What one machine met while it drained its day. Times are milliseconds. */
export type MachineLog = {
  readonly pushes: number[];
  readonly pulls: number[];
  readonly files: number[];
  /** Codes of answers that came to nothing, and were tried again. */
  readonly faults: string[];
  /** Reasons of events the city did not take. */
  readonly rejected: string[];
  /** Receipts made from the events and proved by the city's signature. */
  receipts: number;
  /** From the reconnection until the city had taken every event, and every file. */
  eventsAfter: number;
  allAfter: number;
};

type Line = {
  readonly enrolment: Enrolment;
  readonly exchange: Exchange;
  readonly random: Random;
};

const newcomer: SyncCursor = {
  feedSeq: 0,
  serverId: '',
  lastContactAt: '',
  clock: 'checked',
  witnessSeq: 0,
  witnessReceipt: '',
};

/**
 * The sending half of a machine, without its store: the app's own client, batches and back-off over a day in memory.
 * Drains as the engine does: probe, pull, push, pull what others did, then the files one after another.
 */
export async function drainDay(day: CommuneDay, line: Line): Promise<MachineLog> {
  const log: MachineLog = {
    ...{ pushes: [], pulls: [], files: [], faults: [], rejected: [] },
    ...{ receipts: 0, eventsAfter: 0, allAfter: 0 },
  };
  const began = performance.now();
  const { enrolment, exchange, random } = line;
  const stranger = cityClient(exchange, enrolment, defaultTimeouts);
  let failures = 0;
  /** Until it is done: a machine never gives up. */
  async function insist<T>(times: number[] | undefined, ask: () => Promise<Result<T, Fault>>): Promise<T> {
    for (;;) {
      const started = performance.now();
      const reply = await ask();
      times?.push(performance.now() - started);
      if (reply.ok) {
        failures = 0;
        return reply.value;
      }
      log.faults.push(reply.error.code);
      failures += 1;
      await new Promise((resolve) => setTimeout(resolve, backOffMs(failures, reply.error, random())));
    }
  }
  const { reads } = await insist(undefined, () => stranger.probe());
  const spoken = { protocol: ownProtocols.max, columns: reads?.includes(COLUMNS_MEDIA) === true };
  const city = cityClient(exchange, enrolment, defaultTimeouts, spoken);
  const { upTo } = await insist(log.pulls, () => pull(city, 0, 'include'));
  let waiting = day.texts.map((text) => JSON.parse(text) as Envelope);
  while (waiting.length > 0) {
    const batch = await city.pack(batchOf(waiting));
    const { answers } = await insist(log.pushes, () => city.push(batch));
    log.receipts += answers.filter((each) => 'receipt' in each).length;
    log.rejected.push(...answers.flatMap((each) => ('reason' in each ? [each.reason] : [])));
    const settled = new Set(answers.map(({ id }) => id));
    waiting = waiting.filter(({ id }) => !settled.has(id));
  }
  log.eventsAfter = performance.now() - began;
  await insist(log.pulls, () => pull(city, upTo, 'skip'));
  const files = fileClient(exchange, enrolment, defaultTimeouts);
  for (const file of day.files) {
    const bytes = fileContent(file.key, file.size);
    await insist(log.files, async () => {
      const stored = await files.isStored(file.sha256);
      const sent = stored.ok && !stored.value ? await files.create(file, bytes) : stored;
      if (sent.ok) return ok(undefined);
      if ('refusal' in sent.error) throw new Error(`a photo was refused: ${JSON.stringify(sent.error)}`);
      return err(sent.error.fault);
    });
  }
  log.allAfter = performance.now() - began;
  return log;
}

function pull(city: CityClient, feedSeq: number, own: 'include' | 'skip') {
  return city.pull({ ...newcomer, feedSeq }, own, '');
}

function batchOf(waiting: readonly Envelope[]): Batch {
  const head = waiting.slice(0, MAX_BATCH_EVENTS);
  return fitBatch(
    head.map((envelope, index) => ({
      ...envelope,
      ...{ localSeq: index + 1, feedSeq: undefined, origin: 'here' as const },
    })),
  );
}
