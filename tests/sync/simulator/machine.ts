import { setTimeout as sleep } from 'node:timers/promises';
import { type Course, placeOf, rivalOf } from './course.ts';
import { type Device, DeviceDied, Refused } from './device.ts';
import type { Health } from './device-messages.ts';
import type { FaultLine } from './fault-line.ts';
import type { CallFault } from './fault-plan.ts';
import type { Ledger } from './ledger.ts';
import { lookUp } from './look-up.ts';
import { signIn, type Windows } from './office-setup.ts';
import { type Desk, takeStep } from './take-step.ts';
import type { Tally } from './tally.ts';

/** What the machines of one run share. */
export type Day = {
  readonly ledger: Ledger;
  readonly tally: Tally;
  /** Courses not ended yet, of all machines. */
  open: number;
  /** Set when the run is given up. */
  isStopped: boolean;
  /** Tells that something moved. */
  beat(): void;
  machineAt(index: number): Machine;
};

/** So many dossiers lie on a desk at once. */
const DESK_SIZE = 6;
const LOOK_AGAIN_MS = 40;
const IDLE_MS = 10;
/** A kill that comes late may still hit a start in the evening; more often than this it is no kill. */
const STARTS = 3;

/** One machine through its day: its people, its dossiers, and what befalls it. */
export class Machine {
  readonly index: number;
  readonly device: Device;
  readonly line: FaultLine;
  readonly #day: Day;
  readonly #nextFault: () => CallFault | undefined;
  readonly #backlog: Course[];
  readonly #desk: Course[] = [];
  #windows: Windows | undefined;
  #diskFullFor = 0;
  #wanDownFor = 0;

  constructor(
    day: Day,
    about: {
      readonly index: number;
      readonly device: Device;
      readonly line: FaultLine;
      /** Asked before every call. */
      readonly nextFault: () => CallFault | undefined;
      readonly backlog: readonly Course[];
    },
  ) {
    this.#day = day;
    this.index = about.index;
    this.device = about.device;
    this.line = about.line;
    this.#nextFault = about.nextFault;
    this.#backlog = [...about.backlog];
  }

  put(course: Course): void {
    this.#desk.push(course);
  }

  /** Works until every dossier of the day is where it was to go. */
  async work(): Promise<void> {
    while (this.#day.open > 0 && !this.#day.isStopped) {
      try {
        if (!this.#windows || !this.device.isAlive) await this.#restart();
        else if (!(await this.#workOnce(this.#windows))) await this.#idle();
      } catch (error) {
        if (!(error instanceof DeviceDied)) throw error;
      }
    }
  }

  /** In the evening: killed once more and started, whatever was still to befall it. */
  async restartForGood(): Promise<void> {
    for (let tries = 1; ; tries += 1) {
      try {
        await this.#restart();
        return;
      } catch (error) {
        if (!(error instanceof DeviceDied) || tries === STARTS) throw error;
      }
    }
  }

  /** Starts the killed core again and compares it with what it had acknowledged. */
  async #restart(): Promise<void> {
    this.#windows = undefined;
    await this.device.kill();
    this.#diskFullFor = 0;
    await this.device.start();
    const windows = await signIn(this.device);
    const health = await this.device.health();
    const { ledger } = this.#day;
    ledger.check(this.index, this.device.name, health);
    const desk: Desk = { device: this.index, windows, ledger, call: (attempt) => attempt() };
    for (const course of [...this.#desk]) await this.#settle(course, health, desk);
    this.#windows = windows;
  }

  /** Finds out what became of a call that was never answered. */
  async #settle(course: Course, health: Health, desk: Desk): Promise<void> {
    const { inFlight } = course;
    const { tally } = this.#day;
    try {
      const found = await lookUp(course, health, desk);
      if (found !== 'nothing') tally.add(`unanswered calls found ${found}`);
      if (found !== 'done') return;
    } catch (error) {
      // Killed again while looking: the question stands.
      if (error instanceof DeviceDied) course.inFlight = inFlight;
      throw error;
    }
    this.#desk.splice(this.#desk.indexOf(course), 1);
    this.#passOn(course);
  }

  /** @returns whether there was anything to do */
  async #workOnce(windows: Windows): Promise<boolean> {
    const now = Date.now();
    const ready = this.#desk.filter((course) => course.notBefore <= now);
    const fresh = ready.length < DESK_SIZE ? this.#backlog.shift() : undefined;
    if (fresh) this.#desk.push(fresh);
    const course = ready[0] ?? fresh;
    if (!course) return false;
    const outcome = await this.#advance(course, windows);
    this.#desk.splice(this.#desk.indexOf(course), 1);
    if (outcome === 'ended') this.#end();
    else if (outcome === 'moved') this.#passOn(course);
    else this.#desk.push(course);
    return true;
  }

  /** One step of one dossier. @throws DeviceDied with the course still on the desk */
  async #advance(course: Course, windows: Windows): Promise<'moved' | 'later' | 'ended'> {
    const { ledger, tally } = this.#day;
    const call: Desk['call'] = (attempt) => this.#call(attempt);
    try {
      const outcome = await takeStep(course, { device: this.index, windows, ledger, call });
      if (outcome === 'moved') return 'moved';
      course.notBefore = Date.now() + LOOK_AGAIN_MS;
      return 'later';
    } catch (error) {
      if (error instanceof DeviceDied) throw error;
      course.inFlight = undefined;
      if (error instanceof Refused && error.codes.includes('store/disk-full') && this.#diskFullFor > 0) {
        tally.add('calls refused by a full disk');
        return 'later';
      }
      if (error instanceof Refused && ledger.contested.has(course.dossierId)) {
        tally.add('contested steps refused at the desk');
        return 'ended';
      }
      // The core itself wrote to the dossier between the look and the step; a person looks again too.
      if (error instanceof Refused && error.codes.includes('dossier/changed')) {
        tally.add('steps on a dossier changed meanwhile');
        return 'later';
      }
      ledger.violations.add(`${this.device.name}: ${course.dossierId}: ${textOf(error)}`);
      return 'ended';
    }
  }

  /** To the machine of the next step. */
  #passOn(course: Course): void {
    this.#day.beat();
    const { ledger, machineAt } = this.#day;
    if (course.plan.rival && course.dossierId !== '') ledger.contested.add(course.dossierId);
    const isRival = course.steps !== course.plan.steps;
    if (course.dossierId !== '' && course.step === course.steps.length) {
      const rival = isRival ? undefined : rivalOf(course);
      if (rival) {
        this.#day.open += 1;
        machineAt(rival.plan.counter).put(rival);
      }
      this.#end();
    } else machineAt(placeOf(course)).put(course);
  }

  #end(): void {
    this.#day.open -= 1;
    this.#day.beat();
  }

  async #call<T>(attempt: () => Promise<T>): Promise<T> {
    await this.#tick();
    const fault = this.#nextFault();
    if (fault) await this.#strike(fault);
    return attempt();
  }

  async #idle(): Promise<void> {
    await sleep(IDLE_MS);
    await this.#tick();
  }

  /** Space comes back and the line comes up after so many calls. */
  async #tick(): Promise<void> {
    this.#wanDownFor -= 1;
    if (this.#wanDownFor === 0) this.line.setDown(false);
    this.#diskFullFor -= 1;
    if (this.#diskFullFor === 0) await this.device.setDisk(false);
  }

  async #strike(fault: CallFault): Promise<void> {
    const { tally } = this.#day;
    switch (fault.kind) {
      case 'kill':
        setTimeout(() => this.#kill('kills'), fault.afterMs);
        return;
      case 'kill-at-push':
        this.line.atNextPush(() => this.#kill('kills between the city and its answer'));
        return;
      case 'disk-full':
        tally.add('full disks');
        this.#diskFullFor = fault.calls;
        await this.device.setDisk(true);
        return;
      case 'wan-down':
        tally.add('lines down');
        this.#wanDownFor = fault.calls;
        this.line.setDown(true);
        return;
    }
  }

  #kill(kind: string): void {
    if (!this.device.isAlive) return;
    this.#day.tally.add(kind);
    void this.device.kill();
  }
}

function textOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
