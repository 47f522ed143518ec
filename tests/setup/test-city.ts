import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { zstdCompressSync } from 'node:zlib';
import type { Catalogues } from '#city/app/catalogues.ts';
import { type City, type CityOverrides, composeCity } from '#city/compose.ts';
import { defaultLimits } from '#city/config.ts';
import type { Database } from '#city/store/database.ts';
import type { OfficeProfile } from '#shared/dossiers/office.ts';
import { asId, type OfficeId } from '#shared/kernel/ids.ts';
import type { Envelope } from '#shared/sync/envelope.ts';
import {
  enrolResponseSchema,
  PROTOCOL_VERSION,
  type PullResponse,
  type PushResponse,
  pullResponseSchema,
  pushResponseSchema,
} from '#shared/sync/protocol.ts';
import { testOffice } from '#tests/builders/offices.ts';

/** A real city on a free loopback port over a database of the test's, with a commune of its own. */
export type TestCity = {
  readonly city: City;
  readonly url: string;
  readonly office: OfficeProfile;
  readonly filesDir: string;
  newCode(uses?: number): Promise<string>;
  close(): Promise<void>;
};

const silent = { write: () => {} };
const unlimited = { ...defaultLimits, requestsPerMinute: 1e6, enrolmentsPerMinute: 1e6, eventLoopDelayMs: 0 };

export async function startTestCity(options: {
  readonly database: Database;
  readonly catalogues?: Catalogues;
  readonly port?: number;
  readonly office?: OfficeProfile;
  readonly logTo?: CityOverrides['logTo'];
  readonly protocols?: CityOverrides['protocols'];
  /** A folder of attached files that outlives this server; a temporary one when absent. */
  readonly filesDir?: string;
}): Promise<TestCity> {
  const {
    database,
    catalogues,
    protocols,
    logTo = silent,
    port = 0,
    office = officeProfile(`HN-${randomUUID().slice(0, 8)}`),
    filesDir = mkdtempSync(path.join(tmpdir(), 'mot-cua-city-files-')),
  } = options;
  const city = await composeCity(
    {
      host: '127.0.0.1',
      port,
      database: { kind: 'pglite', folder: undefined },
      filesDir,
      logLevel: 'info',
      limits: unlimited,
    },
    { database, ...(catalogues && { catalogues }), ...(protocols && { protocols }), logTo },
  );
  await city.saveCommune(office);
  return {
    city,
    url: await city.listen(),
    office,
    newCode: (uses = 1) =>
      city.issueCode({ office: office.id, expiresAt: new Date(Date.now() + 3_600_000), uses }),
    filesDir,
    async close() {
      await city.close();
      if (options.filesDir === undefined) rmSync(filesDir, { recursive: true, force: true });
    },
  };
}

export function officeProfile(id: string): OfficeProfile {
  return { ...testOffice, id: asId<OfficeId>(id) };
}

/** A device reduced to the protocol: for tests of the city alone. */
export type ProtocolDevice = {
  readonly device: string;
  readonly token: string;
  post(body: unknown): Promise<Response>;
  push(events: readonly unknown[]): Promise<PushResponse>;
  pull(after: number, own?: 'include' | 'skip', limit?: number): Promise<PullResponse>;
};

export async function enrolProtocolDevice(
  test: TestCity,
  device: string = randomUUID(),
): Promise<ProtocolDevice> {
  const reply = await fetch(`${test.url}/v1/enrol`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      code: await test.newCode(),
      device,
      deviceName: 'Máy thử',
      protocol: PROTOCOL_VERSION,
    }),
  });
  const { token } = enrolResponseSchema.parse(await reply.json());
  const authorization = `Bearer ${token}`;
  const post = (body: unknown): Promise<Response> =>
    fetch(`${test.url}/v1/push`, {
      method: 'POST',
      headers: { authorization, 'content-type': 'application/json', 'content-encoding': 'zstd' },
      body: zstdCompressSync(JSON.stringify(body)),
    });
  return {
    device,
    token,
    post,
    async push(events) {
      return pushResponseSchema.parse(await (await post({ protocol: PROTOCOL_VERSION, events })).json());
    },
    async pull(after, own = 'include', limit = 500) {
      const query = `after=${after}&own=${own}&limit=${limit}`;
      const answer = await fetch(`${test.url}/v1/pull?${query}`, {
        headers: { authorization, 'accept-encoding': 'zstd' },
      });
      return pullResponseSchema.parse(await answer.json());
    },
  };
}

/** Writes envelopes as one device would: gap-free device sequence, base by stream. */
export class EventWriter {
  readonly office: string;
  readonly device: string;
  readonly #bases = new Map<string, number>();
  #deviceSeq = 0;

  constructor(office: string, device: string) {
    this.office = office;
    this.device = device;
  }

  write(kind: string, stream: string, payload: object, over: Partial<Envelope> = {}): Envelope {
    this.#deviceSeq += 1;
    const base = this.#bases.get(stream) ?? 0;
    this.#bases.set(stream, base + 1);
    return {
      id: randomUUID(),
      office: this.office,
      device: this.device,
      deviceSeq: this.#deviceSeq,
      kind,
      version: 1,
      stream,
      base,
      actor: 'account-1',
      at: '2026-11-23T02:00:00.000Z',
      clock: 'checked',
      payload: { ...payload },
      ...over,
    };
  }

  /** The author has seen the stream up to here, through the feed. */
  sees(stream: string, base: number): void {
    this.#bases.set(stream, base);
  }
}

/** Pushes events. @returns of each why it was not taken, or that it was */
export async function reasons(
  device: ProtocolDevice,
  events: readonly unknown[],
): Promise<readonly string[]> {
  const { answers } = await device.push(events);
  return answers.map((answer) => ('reason' in answer ? answer.reason : answer.outcome));
}
