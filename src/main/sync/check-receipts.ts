import { digestOf, isSealed, type Link, receiptsOf } from '#main/store/receipt-chain.ts';
import type { StoredEvent } from '#main/store/types.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { Answer, FeedEvent, PageEvent, PushResponse } from '#shared/sync/protocol.ts';
import { parseReceipt, runsOf, type Seal } from '#shared/sync/receipt.ts';
import type { Enrolment } from './enrolment.ts';
import type { Fault } from './fault.ts';

type Trust = Pick<Enrolment, 'receiptKey'>;
const wrongServer = err({ code: 'sync/wrong-server' } as const);

/** What the receipts of a batch are made from, by the ids of its events. */
export type Digests = ReadonlyMap<string, Pick<Link, 'office' | 'eventId' | 'digest'>>;

export function digestsOf(events: readonly StoredEvent[]): Digests {
  return new Map(
    events.map((event) => [event.id, { office: event.office, eventId: event.id, digest: digestOf(event) }]),
  );
}

/**
 * Gives the answers of a batch their receipts, made from the events as they were sent and proved by the city's
 * signature. One that does not fit is not from the city this device enrolled with, whatever its header says.
 * @param sent the batch
 */
export function checkAnswers(
  trust: Trust,
  sent: Digests,
  response: Pick<PushResponse, 'answers' | 'seals'>,
): Result<readonly Answer[], Fault> {
  const taken = response.answers.flatMap((answer) => {
    const event = sent.get(answer.id);
    if (!('feedSeq' in answer) || !event) return [];
    const { feedSeq, acceptedAt } = answer;
    return [{ ...event, feedSeq, acceptedAt }];
  });
  const receipts = new Map<string, string>();
  for (const run of runsOf(taken)) {
    const made = checkRun(trust, run, response.seals);
    if (!made) return wrongServer;
    for (const [index, { eventId }] of run.entries()) receipts.set(eventId, made[index] ?? '');
  }
  return ok(
    response.answers.flatMap((answer): readonly Answer[] => {
      if (!('feedSeq' in answer)) return [answer];
      const receipt = receipts.get(answer.id);
      return receipt === undefined ? [] : [{ ...answer, receipt }];
    }),
  );
}

type Page<Event> = { readonly events: readonly Event[]; readonly seal?: Seal | undefined };

/**
 * A page with the receipts of its events, made again where the city left them out, as it may under a seal.
 * @param prove whether receipts that came with it are proved too: a page with own events settles them, one without
 *   only tells what others did
 */
export function provedPage<P extends Page<PageEvent>>(
  trust: Trust,
  page: P,
  prove: boolean,
): Result<Omit<P, 'events'> & { readonly events: FeedEvent[] }, Fault> {
  const seals = page.seal ? [page.seal] : [];
  const given = page.events.flatMap(({ acceptedAt: _at, receipt, ...event }) =>
    receipt === undefined ? [] : [{ ...event, receipt }],
  );
  const isComplete = given.length === page.events.length;
  if (isComplete && (!prove || given.length === 0)) return ok({ ...page, events: given });
  const run = page.events.flatMap((event) => linkOfPage(event) ?? []);
  const made = run.length === page.events.length ? checkRun(trust, run, seals) : undefined;
  if (!made) return wrongServer;
  const events = page.events.map(({ acceptedAt: _at, ...event }, index) => ({
    ...event,
    receipt: made[index] ?? '',
  }));
  const isSame = page.events.every(({ receipt }, index) => receipt === undefined || receipt === made[index]);
  return isSame ? ok({ ...page, events }) : wrongServer;
}

function linkOfPage({ receipt, acceptedAt: at, ...envelope }: PageEvent): Link | undefined {
  const acceptedAt = receipt === undefined ? at : parseReceipt(receipt)?.acceptedAt;
  if (acceptedAt === undefined) return undefined;
  const { office, id: eventId, feedSeq } = envelope;
  return { office, eventId, digest: digestOf(envelope), feedSeq, acceptedAt };
}

/** @returns the receipts of the run; undefined when no seal of the city proves them */
function checkRun(
  { receiptKey }: Trust,
  run: readonly Link[],
  seals: readonly Seal[],
): readonly string[] | undefined {
  const [first, last] = [run[0], run.at(-1)];
  const seal = seals.find((each) => each.from === first?.feedSeq && each.to === last?.feedSeq);
  if (!first || !seal || receiptKey === undefined) return undefined;
  const made = receiptsOf(seal.before, run);
  const link = made.at(-1)?.link ?? '';
  return isSealed(receiptKey, first.office, seal, link) ? made.map(({ receipt }) => receipt) : undefined;
}
