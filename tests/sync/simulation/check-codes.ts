import { readCodeBook } from '#main/store/code-book.ts';
import { codeAt, codeTemplate, DEFAULT_CODE_SHAPE } from '#shared/dossiers/dossier-code.ts';
import type { PlainDate } from '#shared/kernel/plain-date.ts';
import { testOffice } from '#tests/builders/offices.ts';
import type { Model } from './model.ts';
import type { CityContents } from './simulated-city.ts';
import type { SimulatedDevice } from './simulated-device.ts';
import { hold } from './violation.ts';

type Lease = CityContents['leases'][number];

/** Once nothing moves any more: each serial of a leased block has one dossier, or none and somebody knows of it. */
export function checkCodes(devices: readonly SimulatedDevice[], city: CityContents, model: Model): void {
  const used = dossiersByCode(devices, city);
  for (const lease of city.leases) {
    const holder = devices.find(({ deviceId }) => deviceId === lease.device);
    const isFree = freeSerials(lease, holder);
    // A machine put back from its backup lets its blocks go: what it gave since is not known there.
    const isLetGo = holder !== undefined && model.device(holder.index).wasRestored;
    const template = codeTemplate(DEFAULT_CODE_SHAPE, testOffice.agencyCode, lease.day as PlainDate);
    for (let serial = lease.from; serial <= lease.to; serial += 1) {
      const code = codeAt(template, serial);
      const places = (used.has(code) ? 1 : 0) + (isFree(serial) ? 1 : 0);
      hold(places < 2, 'code-once', () => `${code} has a dossier and is free`);
      hold(places === 1 || isLetGo, 'code-accounted', () => `${code} of block ${lease.leaseId} is nowhere`);
    }
  }
}

function dossiersByCode(
  devices: readonly SimulatedDevice[],
  city: CityContents,
): ReadonlyMap<string, string> {
  const query = `SELECT code, dossier_id AS dossierId FROM dossiers WHERE code <> ''`;
  const given = devices.flatMap(({ running }) =>
    running.connection.sqlite.prepare<[], { code: string; dossierId: string }>(query).all(),
  );
  const dossiers = new Map<string, string>();
  for (const { code, dossierId } of [...city.dossiers, ...given]) {
    if (code === '') continue;
    const other = dossiers.get(code) ?? dossierId;
    hold(other === dossierId, 'code-once', () => `${code} went to ${other} and to ${dossierId}`);
    dossiers.set(code, dossierId);
  }
  return dossiers;
}

/** Void at the city once the block is closed; until then still to be given by its machine. */
function freeSerials(lease: Lease, holder: SimulatedDevice | undefined): (serial: number) => boolean {
  if (lease.closedAt) {
    const { unused } = lease;
    return (serial) => unused?.some(({ from, to }) => from <= serial && serial <= to) === true;
  }
  const { leases = [] } = holder?.store.read(readCodeBook) ?? {};
  const here = leases.find(({ leaseId }) => leaseId === lease.leaseId);
  return (serial) => here !== undefined && serial >= here.next;
}
