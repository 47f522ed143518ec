import type { Result } from '#shared/kernel/result.ts';
import {
  type CodeLeaseResponse,
  codeLeaseResponseSchema,
  type DayResponse,
  dayResponseSchema,
  type TakeOverRequest,
  type TakeOverResponse,
  takeOverResponseSchema,
} from '#shared/sync/office-protocol.ts';
import { call, type Timeouts } from './city-client.ts';
import type { Enrolment } from './enrolment.ts';
import type { Exchange, HttpRequest } from './exchange.ts';
import type { Fault } from './fault.ts';

/** What a device asks of the city beside pushing and pulling. Every request may be repeated. */
export type OfficeClient = {
  takeOver(request: TakeOverRequest): Promise<Result<TakeOverResponse, Fault>>;
  leaseCodes(request: {
    readonly leaseId: string;
    readonly day: string;
    readonly wanted: number;
  }): Promise<Result<CodeLeaseResponse, Fault>>;
  day(day: string, detail: boolean): Promise<Result<DayResponse, Fault>>;
};

export function officeClient(exchange: Exchange, enrolment: Enrolment, timeouts: Timeouts): OfficeClient {
  const { cityUrl, token, serverId } = enrolment;
  const authorization = `Bearer ${token}`;
  const timeoutMs = timeouts.probeMs;
  const post = (path: string, body: object): HttpRequest => ({
    method: 'POST',
    url: `${cityUrl}${path}`,
    headers: { authorization, 'content-type': 'application/json' },
    body: Buffer.from(JSON.stringify(body)),
    timeoutMs,
  });
  return {
    takeOver: (request) =>
      call(exchange, takeOverResponseSchema, serverId, post('/v1/custody/take-over', request)),
    leaseCodes: (request) =>
      call(exchange, codeLeaseResponseSchema, serverId, post('/v1/code-leases', request)),
    day: (day, detail) =>
      call(exchange, dayResponseSchema, serverId, {
        method: 'GET',
        url: `${cityUrl}/v1/days/${day}?detail=${detail}`,
        headers: { authorization },
        timeoutMs,
      }),
  };
}
