import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { DestinationStream } from 'pino';
import { vietnamCalendar } from '#shared/deadlines/vietnam-calendar.ts';
import { DEFAULT_CODE_SHAPE } from '#shared/dossiers/dossier-code.ts';
import type { OfficeProfile } from '#shared/dossiers/office.ts';
import type { ErrorCode } from '#shared/kernel/error-codes.ts';
import type { Result } from '#shared/kernel/result.ts';
import { findProcedure } from '#shared/procedures/procedures.generated.ts';
import { ownProtocols, type ProtocolRange } from '#shared/sync/negotiate.ts';
import type { ReceiptsFile, SealedFile } from '#shared/sync/sealed-file.ts';
import type { Catalogues } from './app/catalogues.ts';
import { issueCode } from './app/enrol.ts';
import { replayParked } from './app/replay-parked.ts';
import { type Carried, takeExport } from './app/take-export.ts';
import type { CityConfig } from './config.ts';
import { openLog } from './log.ts';
import { buildApp } from './routes/index.ts';
import { saveCommune } from './store/communes.ts';
import { type Database, openPglite, openPostgres } from './store/database.ts';
import { revokeDevice } from './store/enrolments.ts';
import { fileFolder } from './store/file-folder.ts';
import { migrate } from './store/migrate.ts';
import { readSealingKey } from './store/sealing-key.ts';
import { readServerIdentity } from './store/server-identity.ts';

/** What a test may put in place of the real thing. A database given here is left open by `close`. */
export type CityOverrides = {
  readonly database?: Database;
  readonly catalogues?: Catalogues;
  readonly now?: () => Date;
  readonly logTo?: DestinationStream;
  readonly protocols?: ProtocolRange;
};

export type City = {
  readonly app: FastifyInstance;
  readonly serverId: string;
  readonly database: Database;
  saveCommune(profile: OfficeProfile): Promise<void>;
  /** @returns a one-time enrolment code, or the given one, which is kept as a hash only */
  issueCode(about: { office: string; expiresAt: Date; uses: number; code?: string }): Promise<string>;
  revokeDevice(office: string, device: string): Promise<void>;
  /** Takes a sealed export that came on a medium; see `takeExport`. */
  takeExport(file: SealedFile, carried?: Carried): Promise<Result<ReceiptsFile, ErrorCode>>;
  /** @returns the address it listens at, `http://127.0.0.1:4310` */
  listen(): Promise<string>;
  /** Finishes the requests in flight, then lets the database go. */
  close(): Promise<void>;
};

/** Puts a server together and brings its database up to date; `listen` opens the door. */
export async function composeCity(config: CityConfig, overrides: CityOverrides = {}): Promise<City> {
  const database = overrides.database ?? (await openDatabase(config.database));
  await migrate(database);
  const identity = await readServerIdentity(database.queries);
  const now = overrides.now ?? (() => new Date());
  const catalogues = overrides.catalogues ?? { calendar: vietnamCalendar, findProcedure };
  const filesDir = config.filesDir ?? (await mkdtemp(path.join(tmpdir(), 'mot-cua-city-files-')));
  const sealing = await readSealingKey(database.queries);
  const protocols = overrides.protocols ?? ownProtocols;
  const log = openLog(config.logLevel, overrides.logTo);
  const replayed = await replayParked(database);
  if (replayed > 0) log.info({ replayed }, 'events parked before are known now');
  const files = fileFolder(filesDir);
  const { codeShape = DEFAULT_CODE_SHAPE } = config;
  const app = await buildApp(
    { codeShape, database, identity, catalogues, now, sealing, protocols, files },
    config.limits,
    log,
  );
  return {
    app,
    database,
    serverId: identity.serverId,
    saveCommune: (profile) => saveCommune(database.queries, profile),
    issueCode: (about) => issueCode(database, about),
    revokeDevice: (office, device) => revokeDevice(database.queries, office, device, now()),
    takeExport: (file, carried) => {
      const { serverId, signingKey } = identity;
      const context = { database, catalogues, log, sealing, serverId, signingKey, files, now };
      return takeExport(context, file, now(), carried);
    },
    async listen() {
      await app.listen({ host: config.host, port: config.port });
      const { address, port } = app.server.address() as AddressInfo;
      return `http://${address.includes(':') ? `[${address}]` : address}:${port}`;
    },
    async close() {
      await app.close();
      if (!overrides.database) await database.close();
      if (config.filesDir === undefined) await rm(filesDir, { recursive: true, force: true });
    },
  };
}

async function openDatabase(config: CityConfig['database']): Promise<Database> {
  return config.kind === 'postgres' ? openPostgres(config.url) : openPglite(config.folder);
}
