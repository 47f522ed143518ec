import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { openStore } from '#main/store/open.ts';
import { type Instant, instantFromMillis } from '#shared/kernel/instant.ts';
import { books } from '#shared/procedures/books.ts';
import { seededRandom } from '#tests/builders/random.ts';
import { newTestId, testKey } from '#tests/builders/test-store.ts';
import { deviceCount } from './actions.ts';
import { settleLate } from './book-actions.ts';
import { checkCity } from './check-city.ts';
import { checkDevice, endOfLog, logOf, openItems } from './check-device.ts';
import type { CityCopy } from './city-copy.ts';
import { resolve } from './conflict-actions.ts';
import { Line } from './line.ts';
import { Model } from './model.ts';
import { simulatedAccounts } from './people.ts';
import { isRefusal } from './refusal.ts';
import type { CityContents, SimulatedCity } from './simulated-city.ts';
import { type PlantedBug, SimulatedDevice } from './simulated-device.ts';
import { takeAction } from './take-action.ts';
import { hold, Violation } from './violation.ts';

/** 09:00 of a working day in term of every example. */
const MORNING = Date.parse('2026-10-01T02:00:00.000Z');
const STEP_MS = 7_000;
const DAY_MS = 24 * 60 * 60 * 1000;

/** An office of several machines and its city, at one moment of a run. */
export class World {
  readonly model = new Model(deviceCount);
  readonly devices: readonly SimulatedDevice[];
  readonly #city: SimulatedCity;
  readonly #office: string;
  readonly #offsets: number[] = Array.from({ length: deviceCount }, () => 0);
  readonly #bugs: unknown[] = [];
  #millis = MORNING;
  #delivered = 0;
  #pages = 0;
  #cityCopy: CityCopy | undefined;

  private constructor(city: SimulatedCity, about: About) {
    this.#city = city;
    this.#office = about.office;
    this.devices = Array.from({ length: deviceCount }, (_, index) => {
      const now = (): Instant => instantFromMillis(this.#millis + (this.#offsets[index] ?? 0));
      return new SimulatedDevice({
        index,
        folder: about.folder,
        clock: { now },
        line: new Line(() => city.city),
        random: seededRandom(about.seed * 31 + index),
        bug: about.bug,
        onBug: (error) => this.#bugs.push(error),
      });
    });
    city.now = () => new Date(this.#millis);
  }

  /** An enrolled office with its books opened by the first machine, everything accepted. */
  static async open(city: SimulatedCity, about: About): Promise<World> {
    const world = new World(city, about);
    const template = path.join(about.folder, 'template.db');
    makeTemplate(template);
    await city.newOffice(about.office);
    for (const device of world.devices) {
      await device.begin(template);
      const enrolled = await device.running.core.sync.enrol(
        'https://city.test',
        await city.newCode(about.office),
      );
      if (!enrolled.ok) throw new Error(JSON.stringify(enrolled.error));
    }
    const [first] = world.devices;
    const leader = await first?.at('leader');
    for (const { kind: book } of books()) {
      await leader?.register.open({ book, year: 2026, volume: '01', lastNumber: 0, startBasis: '' });
    }
    if (first) await handOverSome(world, first);
    for (const device of world.devices) {
      await device.sync();
      world.keep(device.index);
      await device.sync();
      world.model.acknowledge(
        device.index,
        logOf(device).filter((event) => event.origin === 'here'),
      );
    }
    await world.#checkAll();
    return world;
  }

  device(index: number): SimulatedDevice {
    const found = this.devices[index];
    if (!found) throw new RangeError(`no device ${index}`);
    return found;
  }

  pass(): void {
    this.#millis += STEP_MS;
  }

  jump(device: number, minutes: number): void {
    this.#offsets[device] = minutes * 60_000;
  }

  /**
   * A call of a window: what it wrote is promised once it is answered, and a refusal writes nothing.
   * @returns undefined when it was refused, or the process died meanwhile
   */
  async call<T>(device: SimulatedDevice, work: () => Promise<T>): Promise<T | undefined> {
    const before = endOfLog(device);
    let answer: T | undefined;
    try {
      answer = await device.alive(work());
    } catch (error) {
      if (!isRefusal(error)) throw error;
      hold(endOfLog(device) === before, 'refused-writes-nothing', () => String(error));
      return undefined;
    }
    this.model.acknowledge(device.index, logOf(device, before));
    return answer;
  }

  /** The office's own turns after an action: what they write is promised like a person's. */
  keep(index: number): void {
    const device = this.device(index);
    const before = endOfLog(device);
    device.keep();
    this.model.acknowledge(
      index,
      logOf(device, before).filter(({ origin }) => origin === 'here'),
    );
  }

  /** Bytes nobody else has, of a picture. */
  newPage(size: number): Buffer {
    this.#pages += 1;
    return Buffer.concat([Buffer.from(`%PDF-1.7 ${this.#office} ${this.#pages} `), Buffer.alloc(size, 46)]);
  }

  async backUpCity(): Promise<void> {
    this.#cityCopy = await this.#city.backUp(this.#office);
  }

  async restoreCity(): Promise<void> {
    if (!this.#cityCopy) return;
    this.model.restoreCity(await this.#cityCopy.putBack());
    this.#delivered = -1;
  }

  /** What the IT administrator decides when sync stopped for one. @returns whether it had */
  async decide(device: SimulatedDevice): Promise<boolean> {
    const administrator = await device.at('administrator');
    const { stop } = await administrator.safety.status({});
    if (stop === 'server-behind') await this.call(device, () => administrator.safety.acceptServerLoss({}));
    if (stop === 'mass-change') await this.call(device, () => administrator.safety.allowMassChange({}));
    return stop !== '';
  }

  /** Machines that died in the middle of a request start again. */
  async revive(): Promise<void> {
    for (const device of this.devices) {
      while (device.isDead) await device.kill();
    }
  }

  /** @param index of the machine that the last action was about; nothing else can have changed, but the city */
  async check(index: number): Promise<void> {
    this.#checkBugs();
    const delivered = this.devices.reduce((sum, { line }) => sum + line.delivered, 0);
    if (delivered !== this.#delivered) checkCity(await this.#city.contents(this.#office), this.model);
    this.#delivered = delivered;
    checkDevice(this.device(index), this.model);
  }

  async #checkAll(): Promise<CityContents> {
    this.#checkBugs();
    const city = await this.#city.contents(this.#office);
    checkCity(city, this.model);
    for (const device of this.devices) checkDevice(device, this.model);
    return city;
  }

  #checkBugs(): void {
    const [bug] = this.#bugs;
    if (bug !== undefined) throw bug instanceof Violation ? bug : new Violation('bug', told(bug));
  }

  /** Every line comes up, what was held back arrives, clocks are set; then everybody syncs until nothing moves. */
  async settle(): Promise<CityContents> {
    this.#offsets.fill(0);
    for (const { line } of this.devices) {
      line.mend();
      await line.deliverLate();
    }
    let before = '';
    for (let round = 0; round < 12; round += 1) {
      let decided = false;
      for (const device of this.devices) {
        this.pass();
        await device.sync();
        this.keep(device.index);
        decided = (await this.decide(device)) || decided;
      }
      const now = JSON.stringify(this.devices.map((device) => logOf(device).map(({ feedSeq }) => feedSeq)));
      if (now === before && !decided) return this.#checkAll();
      before = now;
    }
    throw new Violation('settles', 'the queues still move after twelve rounds');
  }

  /** People close whatever waits for them: in the end everything promised is at the city or given up by somebody. */
  async finish(): Promise<void> {
    for (let round = 0; round < 6; round += 1) {
      const waiting = this.devices.filter((device) => openItems(device).length > 0);
      if (waiting.length === 0) return;
      for (const device of this.devices) await settleLate(this, device, round);
      for (const device of waiting) {
        const leader = await device.at('leader');
        const { rows } = await leader.conflicts.list({ limit: 100, offset: 0 });
        for (const { dossierId } of rows) await resolve(this, device, dossierId, round);
      }
      await this.settle();
    }
    const left = this.devices.flatMap((device) =>
      openItems(device).map((item) => `device ${device.index}: ${JSON.stringify(item)}`),
    );
    throw new Violation('people-can-finish', left.join('\n'));
  }

  /** The office's keeping begins anew on the next day, as when machines are turned on: yesterday's codes go back. */
  nextMorning(): Promise<CityContents> {
    this.#millis += DAY_MS;
    for (const { index, running } of this.devices) {
      running.core.keeping.stop();
      running.core.keeping.start();
      this.keep(index);
    }
    return this.settle();
  }

  close(): void {
    for (const device of this.devices) device.close();
  }
}

/** What lies on the officer's desk when the day begins. */
async function handOverSome(world: World, device: SimulatedDevice): Promise<void> {
  for (const choice of [0, 2, 1]) {
    await takeAction(world, { do: 'receive', device: device.index, choice });
  }
  const desk = await device.at('desk');
  const { rows } = await desk.dossiers.list({ worklist: 'all', text: '', limit: 10, offset: 0 });
  for (const { dossierId } of rows) {
    await desk.dossiers.act({ dossierId, seen: 1, action: { kind: 'dossier-handed-over', note: '' } });
  }
}

type About = {
  readonly seed: number;
  /** Of its own for each run: runs share a city. */
  readonly office: string;
  readonly folder: string;
  readonly bug: PlantedBug;
};

function told(bug: unknown): string {
  return bug instanceof Error ? (bug.stack ?? bug.message) : String(bug);
}

function makeTemplate(file: string): void {
  mkdirSync(path.dirname(file), { recursive: true });
  const store = openStore({ file, key: testKey, deviceId: newTestId(), newId: newTestId });
  if (!store.ok) throw new Error(JSON.stringify(store.error));
  store.value.write((writer) => {
    for (const account of simulatedAccounts()) writer.saveAccount(account);
  });
  store.value.close();
}
