import { copyFileSync, cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import {
  type Core,
  type CoreClient,
  composeCore,
  connectInProcess,
  knownDevice,
  officeFiles,
} from '#main/compose.ts';
import { type Connection, connect } from '#main/store/connection.ts';
import { restoreFile } from '#main/store/restore.ts';
import { stateSumOf } from '#main/store/state-sum-of.ts';
import type { Store } from '#main/store/types.ts';
import { createSyncEngine } from '#main/sync/engine.ts';
import type { Clock } from '#shared/kernel/clock.ts';
import { asId, formatUuidV7, type NewId } from '#shared/kernel/ids.ts';
import { type Random, whole } from '#tests/builders/random.ts';
import { testKey } from '#tests/builders/test-store.ts';
import type { Line } from './line.ts';
import { people, plainPasswords, type Seat, simulatedPassword } from './people.ts';
import { Rests } from './rests.ts';

/** A bug put into a device, or into the city, on purpose, to see that the oracle finds it. */
export type PlantedBug = {
  /** In place of the store the sync loop works with. */
  readonly syncStore?: (store: Store) => Store;
  /** Changes the store that everybody works with, at each start. */
  readonly store?: (store: Store, of: { readonly connection: Connection; readonly deviceId: string }) => void;
  /** Statements for the city's database. */
  readonly city?: readonly string[];
};

type Parts = {
  readonly index: number;
  readonly folder: string;
  readonly line: Line;
  readonly clock: Clock;
  readonly random: Random;
  readonly bug: PlantedBug;
  readonly onBug: (error: unknown) => void;
};

type Running = {
  readonly core: Core;
  readonly connection: Connection;
  readonly rests: Rests;
  readonly dataDir: string;
  readonly killed: Promise<void>;
};

/** One office machine: a real core over a real encrypted database, without a process, a socket or a timer. */
export class SimulatedDevice {
  readonly index: number;
  readonly line: Line;
  readonly #parts: Parts;
  readonly #newId: NewId;
  readonly #windows = new Map<Seat, CoreClient>();
  #turns: (() => void)[] = [];
  #lives = 0;
  /** Its process died in the middle of a request. */
  isDead = false;
  #running: Running | undefined;

  constructor(parts: Parts) {
    this.index = parts.index;
    this.line = parts.line;
    this.#parts = parts;
    const { random, clock } = parts;
    this.#newId = () => {
      const bytes = Uint8Array.from({ length: 10 }, () => whole(random, 0, 255));
      return asId(formatUuidV7(Date.parse(clock.now()), bytes));
    };
  }

  get running(): Running {
    if (!this.#running) throw new Error('the device is not running');
    return this.#running;
  }

  get deviceId(): string {
    return deviceIn(this.running.dataDir);
  }

  get store(): Store {
    return this.running.core.store;
  }

  /** @param template a database that every machine begins with */
  async begin(template: string): Promise<void> {
    const dataDir = this.#nextFolder();
    copyDatabase(template, officeFiles(dataDir).database);
    await this.#open(dataDir);
  }

  /** A window with somebody at it; whoever was locked out or sent away by a restart sits down again. */
  async at(seat: Seat): Promise<CoreClient> {
    const client = this.#windows.get(seat) ?? connectInProcess(this.running.core, seat);
    this.#windows.set(seat, client);
    const { locked, me } = await client.session.status({});
    if (!me || locked) {
      await client.session.signIn({ username: people[seat].username, password: simulatedPassword });
    }
    return client;
  }

  /** One round of the sync loop, or the part of it until the process dies. */
  async sync(): Promise<void> {
    const { rests, killed } = this.running;
    this.line.beginRound();
    await Promise.race([rests.goOn(), killed]);
  }

  /** What follows by itself from the commits since, until nothing more follows. */
  keep(): void {
    for (let turn = this.#turns.shift(); turn; turn = this.#turns.shift()) turn();
  }

  /** @returns undefined when the process died before it was done */
  async alive<T>(work: Promise<T>): Promise<T | undefined> {
    work.catch(() => {});
    return Promise.race([work, this.running.killed.then(() => undefined)]);
  }

  /** The process is gone; the next one finds the files as the last commit left them. */
  async kill(prepare: (dataDir: string) => void = () => {}): Promise<void> {
    const before = this.running;
    const dataDir = this.#nextFolder();
    copyDatabase(officeFiles(before.dataDir).database, officeFiles(dataDir).database);
    copyFileSync(path.join(before.dataDir, 'device.json'), path.join(dataDir, 'device.json'));
    const { files } = officeFiles(before.dataDir);
    if (existsSync(files)) cpSync(files, officeFiles(dataDir).files, { recursive: true });
    before.core.store.close();
    rmSync(before.dataDir, { recursive: true });
    prepare(dataDir);
    await this.#open(dataDir);
  }

  get backupFile(): string {
    return path.join(this.#parts.folder, `backup-${this.index}.db`);
  }

  /** The database is beyond reading, and the copy takes its place. */
  async restore(): Promise<void> {
    await this.kill((dataDir) => {
      const { database: file } = officeFiles(dataDir);
      writeFileSync(file, Buffer.alloc(8192, 1));
      rmSync(`${file}-wal`, { force: true });
      const restored = restoreFile({ file, key: testKey, name: 'test', backup: this.backupFile });
      if (!restored.ok) throw new Error(JSON.stringify(restored.error));
    });
  }

  /** Its loop rests for ever. */
  close(): void {
    this.running.core.store.close();
  }

  #nextFolder(): string {
    this.#lives += 1;
    const folder = path.join(this.#parts.folder, `device-${this.index}-${this.#lives}`);
    mkdirSync(folder);
    return folder;
  }

  async #open(dataDir: string): Promise<void> {
    const { clock, random, line, bug, onBug, index } = this.#parts;
    const rests = new Rests();
    const opened: Connection[] = [];
    const turns: (() => void)[] = [];
    const composed = await composeCore(
      { dataDir, mode: 'real', deviceName: `Máy ${index + 1}`, cityUrl: '', enrolmentCode: '' },
      {
        clock,
        onBug,
        newId: this.#newId,
        later: (turn) => turns.push(turn),
        passwords: plainPasswords,
        secrets: { getOrCreateKey: () => testKey },
        openDatabase(...args) {
          const connection = connect(...args);
          // A kill here is a copy of the files, and never a power cut: waiting for the disk would show nothing.
          connection.sqlite.pragma('synchronous = OFF');
          opened.push(connection);
          return connection;
        },
        createSync: (options) =>
          createSyncEngine({
            ...options,
            store: bug.syncStore?.(options.store) ?? options.store,
            // In place of a thread of its own: beginning one costs more than the rest of a day.
            aside: { stateSum: async () => options.store.read(stateSumOf) },
            exchange: line,
            random,
            rests,
          }),
      },
    );
    if (!composed.ok) throw new Error(JSON.stringify(composed.error));
    const [connection] = opened;
    if (!connection) throw new Error('the core opened no database');
    const core = composed.value;
    bug.store?.(core.store, { connection, deviceId: deviceIn(dataDir) });
    const killed = new Promise<void>((resolve) => {
      line.onKill = () => {
        this.isDead = true;
        resolve();
      };
    });
    this.isDead = false;
    this.#windows.clear();
    this.#turns = turns;
    this.#running = { core, connection, rests, dataDir, killed };
    core.keeping.start();
    await this.#startLoop();
  }

  /** The loop is at rest from its first moment: what it does next is an action of the run. */
  async #startLoop(): Promise<void> {
    const { core, rests, killed } = this.running;
    const first = rests.goOn();
    core.sync.start();
    await Promise.race([first, killed]);
  }
}

function copyDatabase(from: string, to: string): void {
  for (const suffix of ['', '-wal']) {
    if (existsSync(from + suffix)) copyFileSync(from + suffix, to + suffix);
  }
}

function deviceIn(dataDir: string): string {
  const known = knownDevice(dataDir);
  if (known === undefined) throw new Error(`${dataDir} is no machine`);
  return known;
}
