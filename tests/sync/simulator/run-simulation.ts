import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { seededRandom } from '#tests/builders/random.ts';
import { type Comparison, compare, type EndOfDay } from './compare.ts';
import { Ledger } from './ledger.ts';
import type { Day, Machine } from './machine.ts';
import { officeOf } from './offices.ts';
import { openMachine, type Run } from './open-machine.ts';
import type { SimulationOptions } from './options.ts';
import { planDossiers } from './plan.ts';
import { settle } from './settle.ts';
import { openSimulatedCity, type SimulatedCity } from './simulated-city.ts';
import { clockAhead } from './simulated-time.ts';
import { Tally } from './tally.ts';

/** Nothing moved for so long: a queue is stuck, or a machine does not start. */
const STUCK_MS = 180_000;

export type SimulationResult = Comparison & { readonly tally: Tally };

/** Runs one day: sets the offices up, works through the plan under faults, lets everything settle, compares. */
export async function runSimulation(options: SimulationOptions): Promise<SimulationResult> {
  await using cleanup = new AsyncDisposableStack();
  const folder = mkdtempSync(path.join(tmpdir(), 'mot-cua-simulation-'));
  cleanup.defer(() => rmSync(folder, { recursive: true, force: true }));
  const indexes = Array.from({ length: options.devices }, (_, index) => index);
  const offices = new Map(indexes.map(officeOf).map((office) => [office.id, office]));
  const clockAheadMs = clockAhead();
  const city = await openSimulatedCity([...offices.values()], clockAheadMs);
  cleanup.defer(() => city.close());

  const machines: Machine[] = [];
  const plans = planDossiers(seededRandom(options.seed), options);
  const { day, watch } = beginDay(plans.length, machines);
  const run: Run = { options, plans, folder, clockAheadMs, city, day, cleanup };
  machines.push(...(await Promise.all(indexes.map((index) => openMachine(run, index)))));
  await workThrough(day, machines, watch);
  await bringInOrder(day, machines, city);
  if (options.faults.has('lossy-city')) await city.loseOneDossier();
  const ends = await Promise.all(
    machines.map(async ({ index, device }): Promise<EndOfDay> => {
      return { name: device.name, office: officeOf(index).id, contents: await device.contents() };
    }),
  );
  return { ...compare(day.ledger, await city.contents(), ends), tally: day.tally };
}

function beginDay(dossiers: number, machines: readonly Machine[]): { day: Day; watch: () => Disposable } {
  let lastBeat = Date.now();
  const day: Day = {
    ...{ ledger: new Ledger(), tally: new Tally(), open: dossiers, isStopped: false },
    beat() {
      lastBeat = Date.now();
    },
    machineAt(index) {
      const machine = machines[index];
      if (!machine) throw new RangeError(`no machine ${index}`);
      return machine;
    },
  };
  function watch(): Disposable {
    day.beat();
    const timer = setInterval(() => {
      if (Date.now() - lastBeat > STUCK_MS) day.isStopped = true;
    }, 1_000);
    return { [Symbol.dispose]: () => clearInterval(timer) };
  }
  return { day, watch };
}

async function workThrough(day: Day, machines: readonly Machine[], watch: () => Disposable): Promise<void> {
  using _watched = watch();
  for (const { line } of machines) line.begin();
  await Promise.all(machines.map((machine) => machine.work()));
  if (day.isStopped) day.ledger.violations.add(`nothing moved any more: ${day.open} dossiers open`);
}

/** Good lines, every core killed and started once more, and time for what is still on its way. */
async function bringInOrder(day: Day, machines: readonly Machine[], city: SimulatedCity): Promise<void> {
  await Promise.all(machines.map(({ line }) => line.calm()));
  await Promise.all(machines.map((machine) => machine.restartForGood()));
  const standing = await settle(machines, city, STUCK_MS);
  if (standing !== '') day.ledger.violations.add(`the queues do not empty: ${standing}`);
}
