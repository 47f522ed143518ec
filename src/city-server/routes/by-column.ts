import type { FastifyReply, FastifyRequest } from 'fastify';
import { COLUMNS_MEDIA, packList } from '#shared/sync/listed-body.ts';
import type { Answer, FeedEvent } from '#shared/sync/protocol.ts';
import { parseReceipt, type Seal } from '#shared/sync/receipt.ts';

/** Answers by column to whoever accepts it: in the order of the batch, so that no answer repeats its event's id. */
export function answersByColumn(request: FastifyRequest, reply: FastifyReply): void {
  byColumn(request, reply, 'answers', ({ answers, ...rest }: { readonly answers: readonly Answer[] }) => ({
    ...rest,
    answers: answers.map((answer) => {
      const { outcome } = answer;
      if ('feedSeq' in answer) return { outcome, feedSeq: answer.feedSeq, acceptedAt: answer.acceptedAt };
      const { id: _id, ...rejected } = answer;
      return rejected;
    }),
  }));
}

/** A page by column to whoever accepts it; receipts that its seal proves are left out, the device makes them again. */
export function pageByColumn(request: FastifyRequest, reply: FastifyReply): void {
  byColumn(
    request,
    reply,
    'events',
    (page: { readonly events: readonly FeedEvent[]; readonly seal?: Seal }) => ({
      ...page,
      events: (page.seal && withoutReceipts(page.events)) ?? page.events,
    }),
  );
}

/** @returns undefined when there is a receipt that cannot be made again from its event */
function withoutReceipts(events: readonly FeedEvent[]): readonly object[] | undefined {
  const shortened = events.flatMap(({ receipt, ...event }) => {
    const { office, feedSeq, acceptedAt } = parseReceipt(receipt) ?? {};
    return office === event.office && feedSeq === event.feedSeq ? [{ ...event, acceptedAt }] : [];
  });
  return shortened.length === events.length ? shortened : undefined;
}

function byColumn<Body, Member extends string>(
  request: FastifyRequest,
  reply: FastifyReply,
  member: Member,
  shorten: (body: Body) => { readonly [member in Member]: readonly object[] },
): void {
  const accepts = request.headers.accept?.split(',').some((each) => each.trim() === COLUMNS_MEDIA);
  if (!accepts) return;
  reply.header('content-type', COLUMNS_MEDIA);
  reply.serializer((body: Body) => JSON.stringify(packList(shorten(body), member)));
}
