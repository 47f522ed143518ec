import type { Figure } from './figure.ts';

/** What a figure must not exceed. A figure without a bar is information. */
type Bar = { readonly most?: number; readonly mostRatio?: number };

/** The project's quality bars, in the units of the figures; docs/performance.md explains them. */
const bars: Readonly<Record<string, Bar>> = {
  'save.step.p95': { most: 50, mostRatio: 3 },
  'search.prefix.p95': { most: 100, mostRatio: 2 },
  'core.ready': { most: 3000, mostRatio: 1.3 },
  'sync.push10k.up': { mostRatio: 1.1 },
  'memory.core.idle': { most: 150 },
  'memory.core.sync': { most: 300 },
  'sync.first-sync.memory': { most: 300 },
  'renderer.size.first': { most: 350 },
  'window.list.ready': { most: 1000 },
  'window.heap': { most: 60 },
  'city.584.lost': { most: 0 },
  'city.584.duplicated': { most: 0 },
  'city.584.not-taken': { most: 0 },
  'city.584.files-missing': { most: 0 },
  'city.584.receipts-unproved': { most: 0 },
  'city.584.memory': { most: 400 },
  'city.growth.cost-per-commune': { mostRatio: 1.2 },
};

/** One line for a person: the figure, what it is measured against, its bar and whether it holds. */
export function lineOf(figure: Figure): string {
  const { id, value, unit, against, ratio } = figure;
  const beside = ratio === undefined ? '' : `${ratio}× ${against}`;
  return `${id.padEnd(28)} ${`${value} ${unit}`.padStart(12)}  ${beside.padEnd(36)} ${verdict(figure)}`.trimEnd();
}

export function isMissed({ id, value, ratio }: Figure): boolean {
  const { most = Number.POSITIVE_INFINITY, mostRatio = Number.POSITIVE_INFINITY } = bars[id] ?? {};
  return value > most || (ratio ?? 0) > mostRatio;
}

function verdict(figure: Figure): string {
  const bar = bars[figure.id];
  if (!bar) return '';
  const limits = [
    bar.most === undefined ? [] : [`≤ ${bar.most} ${figure.unit}`],
    bar.mostRatio === undefined ? [] : [`≤ ${bar.mostRatio}×`],
  ].flat();
  return `${isMissed(figure) ? 'MISSED' : 'holds '}  bar ${limits.join(' and ')}`;
}
