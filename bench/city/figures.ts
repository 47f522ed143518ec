import { type Figure, figure } from '../figure.ts';
import { median, p95, p99 } from '../statistics.ts';
import type { CommuneLog } from './load-child.ts';
import type { Reconnection } from './reconnection.ts';

/** The figures of one size, as `city.584.drain`. */
export function figuresOf(run: Reconnection): readonly Figure[] {
  const { communes, logs, check } = run;
  const all = (pick: (log: CommuneLog) => readonly number[]): readonly number[] => logs.flatMap(pick);
  const total = (pick: (log: CommuneLog) => number): number => logs.reduce((sum, log) => sum + pick(log), 0);
  const last = (pick: (log: CommuneLog) => number): number => Math.max(...logs.map(pick)) / 1000;
  const [pushes, files] = [all((log) => log.pushes), all((log) => log.files)];
  const id = (name: string): string => `city.${communes}.${name}`;
  return [
    figure(
      id('drain'),
      last((log) => log.allAfter),
      's',
    ),
    figure(
      id('drain.events'),
      last((log) => log.eventsAfter),
      's',
    ),
    figure(
      id('events'),
      total((log) => log.eventsWritten),
      'events',
    ),
    figure(id('batch.p50'), median(pushes), 'ms'),
    figure(id('batch.p95'), p95(pushes), 'ms'),
    figure(id('batch.p99'), p99(pushes), 'ms'),
    ...(files.length === 0
      ? []
      : [figure(id('file.p50'), median(files), 'ms'), figure(id('file.p95'), p95(files), 'ms')]),
    figure(
      id('retries'),
      total((log) => log.faults.length),
      '',
    ),
    figure(id('lost'), check.lost, 'rows'),
    figure(id('duplicated'), check.duplicated, 'rows'),
    figure(id('not-taken'), check.notTaken + total((log) => log.rejected.length), 'rows'),
    figure(id('files-missing'), check.filesMissing, 'files'),
    figure(
      id('receipts-unproved'),
      total((log) => log.eventsWritten - log.receipts),
      'rows',
    ),
    figure(id('memory'), run.cityPeakMiB, 'MiB'),
    figure(id('memory.at-rest'), run.cityAtRestMiB, 'MiB'),
    figure(id('city-cpu'), run.cityCpuSeconds, 's'),
    figure(id('database-cpu'), run.databaseCpuSeconds, 's'),
    figure(id('database'), check.databaseMiB, 'MiB'),
    figure(id('cost-per-commune'), ((run.cityCpuSeconds + run.databaseCpuSeconds) / communes) * 1000, 'ms'),
  ];
}

/** Answers by status and faults by code, for a person. */
export function answersOf({ logs }: Reconnection): string {
  const counts = new Map<string, number>();
  const add = (name: string, count: number): void => {
    counts.set(name, (counts.get(name) ?? 0) + count);
  };
  for (const { statuses, faults, rejected } of logs) {
    for (const [status, count] of Object.entries(statuses)) add(status, count);
    for (const name of [...faults, ...rejected]) add(name, 1);
  }
  return [...counts].map(([name, count]) => `${name}: ${count}`).join(', ');
}

/** The same figure at the largest size beside the smallest: whether a commune costs more among many. */
export function growthOf(runs: readonly Reconnection[], figures: readonly Figure[]): readonly Figure[] {
  const sizes = runs.map(({ communes }) => communes);
  const [least, most] = [Math.min(...sizes), Math.max(...sizes)];
  if (least === most) return [];
  return ['cost-per-commune', 'city-cpu', 'drain'].flatMap((name) => {
    const of = (size: number): number => figures.find(({ id }) => id === `city.${size}.${name}`)?.value ?? 0;
    const per = (size: number): number => (name === 'cost-per-commune' ? of(size) : of(size) / size);
    const ratio = Math.round((per(most) / per(least)) * 100) / 100;
    return [{ id: `city.growth.${name}`, value: ratio, unit: '×', against: `city.${least}.${name}`, ratio }];
  });
}
