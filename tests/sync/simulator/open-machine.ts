import path from 'node:path';
import { seededRandom } from '#tests/builders/random.ts';
import { courseOf } from './course.ts';
import { Device } from './device.ts';
import { openFaultLine } from './fault-line.ts';
import { chancesFor, nextCallFault, requestFaults } from './fault-plan.ts';
import { type Day, Machine } from './machine.ts';
import { openBooks, setUpDevice, signIn } from './office-setup.ts';
import { keeperOf, officeOf } from './offices.ts';
import type { SimulationOptions } from './options.ts';
import type { DossierPlan } from './plan.ts';
import type { SimulatedCity } from './simulated-city.ts';

/** About so many calls make up the life of one dossier. */
const CALLS_PER_DOSSIER = 18;
/** Far from one another, so that no two machines and no line meet the same faults. */
const CALL_SEEDS = 7_919;
const LINE_SEEDS = 104_729;

export type Run = {
  readonly options: SimulationOptions;
  readonly plans: readonly DossierPlan[];
  readonly folder: string;
  readonly clockAheadMs: number;
  readonly city: SimulatedCity;
  readonly day: Day;
  readonly cleanup: AsyncDisposableStack;
};

/** A new machine with its line, enrolled and with its people, on a day without faults. */
export async function openMachine(run: Run, index: number): Promise<Machine> {
  const { options, city, clockAheadMs, folder, cleanup, day } = run;
  const { seed, faults } = options;
  const name = `máy ${index + 1}`;
  const dataDir = path.join(folder, `device-${index}`);
  const onBug = (error: string): void => {
    day.ledger.violations.add(`${name}: ${error}`);
  };
  const device = new Device({ name, dataDir, clockAheadMs }, path.join(folder, 'compiled'), onBug);
  cleanup.defer(() => device.kill());

  const onLine = seededRandom(seed + LINE_SEEDS * (index + 1));
  const line = await openFaultLine(city.url, requestFaults(onLine, faults), day.tally);
  cleanup.defer(() => line.close());

  await device.start();
  await setUpDevice(device, { dataDir, cityUrl: line.url, code: await city.newCode(officeOf(index).id) });
  if (keeperOf(index) === index) await openBooks(await signIn(device));

  const onCalls = seededRandom(seed + CALL_SEEDS * (index + 1));
  const chances = chancesFor((CALLS_PER_DOSSIER * options.dossiers) / options.devices);
  return new Machine(day, {
    ...{ index, device, line },
    nextFault: () => nextCallFault(onCalls, faults, chances),
    backlog: run.plans.filter((plan) => plan.counter === index).map(courseOf),
  });
}
