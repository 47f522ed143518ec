import type { DeviceContents, DeviceEntry, Written } from './device-messages.ts';
import { type Ledger, told } from './ledger.ts';
import type { CityContents } from './simulated-city.ts';

/** One machine as it stands in the end. */
export type EndOfDay = { readonly name: string; readonly office: string; readonly contents: DeviceContents };

export type Comparison = {
  readonly received: number;
  readonly atCity: number;
  readonly lost: readonly string[];
  readonly duplicated: readonly string[];
  /** Events a person must look at; none of them is lost. */
  readonly heldOrRefused: number;
  readonly violations: readonly string[];
};

/** Holds what was acknowledged against what the city and the machines have. */
export function compare(ledger: Ledger, city: CityContents, devices: readonly EndOfDay[]): Comparison {
  const open = new Map(devices.flatMap(({ contents }) => openEvents(contents.written)));
  return {
    received: ledger.received.size,
    atCity: city.dossiers.length,
    lost: [...ledger.lost, ...lostAtCity(ledger, city, open)],
    duplicated: duplicates(ledger, city, devices),
    heldOrRefused: [...open.values()].filter(isStopped).length,
    violations: [
      ...ledger.violations,
      ...differences(city, devices),
      ...feedGaps(city),
      ...bookGaps(ledger, city, devices, open),
      ...wrongReceipts(city, devices),
      ...unexplained(city, open),
    ],
  };
}

function isStopped({ state }: Written): boolean {
  return state === 'needs-you' || state === 'refused';
}

/** What a device has not given away: stopped and shown to a person, or waiting behind something that is. */
function openEvents(written: readonly Written[]): readonly (readonly [string, Written])[] {
  const stopped = new Set(written.filter(isStopped).map((each) => each.stream));
  return written
    .filter((each) => each.state !== 'accepted' && stopped.has(each.stream))
    .map((each) => [each.eventId, each]);
}

/** Acknowledged, and neither in the city's feed nor kept open on its own device. */
function lostAtCity(
  ledger: Ledger,
  city: CityContents,
  open: ReadonlyMap<string, Written>,
): readonly string[] {
  const inFeed = new Set(city.feed.map((each) => each.eventId));
  const received = new Set(
    city.feed.filter((each) => each.kind === 'dossier-received').map((each) => each.stream),
  );
  const atCity = new Set(city.dossiers.map((each) => each.dossierId));
  const entered = new Set(city.entries.map((each) => each.dossierId));
  const steps = [...ledger.steps.values()].filter(({ eventId }) => !open.has(eventId));
  return [
    ...[...ledger.received.keys()]
      .filter((id) => !received.has(id) || !atCity.has(id))
      .map((id) => `the city lacks dossier ${id}`),
    ...steps.filter(({ eventId }) => !inFeed.has(eventId)).map((step) => `the city lacks ${told(step)}`),
    ...steps
      .filter(({ kind, dossierId }) => kind === 'entry-registered' && !entered.has(dossierId))
      .map(({ dossierId }) => `the city's books lack ${dossierId}`),
  ];
}

function duplicates(ledger: Ledger, city: CityContents, devices: readonly EndOfDay[]): readonly string[] {
  const written = devices.flatMap(({ contents }) => contents.written);
  const untold = written.filter(
    ({ kind, stream, eventId }) =>
      !isOwnDoing(kind) &&
      (kind === 'dossier-received' ? !ledger.received.has(stream) : !ledger.steps.has(eventId)),
  );
  const officeOf = (device: number): string => devices[device]?.office ?? '';
  return [
    ...repeated(city.feed.map(({ eventId }) => `event ${eventId}`)),
    ...repeated(city.dossiers.map(({ dossierId }) => `dossier ${dossierId}`)),
    ...repeated(city.entries.map(({ dossierId }) => `entry of ${dossierId}`)),
    ...repeated(
      city.feed.flatMap(({ kind, stream }) => (kind === 'dossier-received' ? [`receipt of ${stream}`] : [])),
    ),
    ...repeated(
      city.feed.flatMap(({ kind, stream }) => (kind === 'code-assigned' ? [`code of ${stream}`] : [])),
    ),
    ...repeated(
      ledger.entries.map(
        ({ device, book, year, number }) => `number ${officeOf(device)} ${book} ${year}/${number}`,
      ),
    ),
    ...untold.map((each) => `nobody was told of ${each.kind} of ${each.stream}`),
  ];
}

/** What a core writes without being asked, or a person in the setting up: nobody is told of it step by step. */
function isOwnDoing(kind: string): boolean {
  return /^(book|code)-/.test(kind);
}

function repeated(names: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  return names.filter((name) => seen.size === seen.add(name).size);
}

/** Every dossier and entry of a commune looks alike at the city and on each machine that keeps nothing of it open. */
function differences(city: CityContents, devices: readonly EndOfDay[]): readonly string[] {
  return devices.flatMap(({ name, office, contents }) => {
    const open = new Set(openEvents(contents.written).map(([, { stream }]) => stream));
    const entries = new Set(contents.entries.map(entryText));
    const isOwn = (each: { readonly office: string; readonly dossierId: string }): boolean =>
      each.office === office && !open.has(each.dossierId);
    return [
      ...city.dossiers
        .filter((each) => isOwn(each) && contents.digests[each.dossierId] !== each.digest)
        .map(({ dossierId }) => `${name}: ${dossierId} differs from the city's`),
      ...city.entries
        .filter((each) => isOwn(each) && !entries.has(entryText(each)))
        .map((each) => `${name} lacks the city's entry ${entryText(each)}`),
    ];
  });
}

function entryText({ book, year, number, dossierId }: DeviceEntry): string {
  return `${book} ${year}/${number} of ${dossierId}`;
}

function feedGaps({ feed }: CityContents): readonly string[] {
  const heads = new Map<string, number>();
  return feed.flatMap(({ office, feedSeq }) => {
    const before = heads.get(office) ?? 0;
    heads.set(office, feedSeq);
    return feedSeq === before + 1 ? [] : [`the feed of ${office} goes from ${before} to ${feedSeq}`];
  });
}

/** Numbers of a book are 1, 2, 3…; one may be missing at the city only while its entry is kept open. */
function bookGaps(
  ledger: Ledger,
  { entries }: CityContents,
  devices: readonly EndOfDay[],
  open: ReadonlyMap<string, Written>,
): readonly string[] {
  const openDossiers = new Set([...open.values()].map((each) => each.stream));
  const given = ledger.entries
    .filter(({ dossierId }) => openDossiers.has(dossierId))
    .map((entry) => ({ ...entry, office: devices[entry.device]?.office ?? '' }));
  const books = new Map<string, Set<number>>();
  for (const { office, book, year, number } of [...entries, ...given]) {
    const key = `${office} ${book} ${year}`;
    books.set(key, (books.get(key) ?? new Set()).add(number));
  }
  return [...books].flatMap(([book, numbers]) =>
    Array.from({ length: Math.max(...numbers) }, (_, index) => index + 1)
      .filter((number) => !numbers.has(number))
      .map((number) => `${book}: number ${number} is missing without a reason`),
  );
}

function wrongReceipts(city: CityContents, devices: readonly EndOfDay[]): readonly string[] {
  const given = new Map(city.feed.map((each) => [each.eventId, each.receipt]));
  return devices.flatMap(({ name, contents }) =>
    contents.written
      .filter(({ eventId, state, receipt }) => state === 'accepted' && given.get(eventId) !== receipt)
      .map(
        (each) =>
          `${name} shows a receipt the city did not give for ${told({ ...each, dossierId: each.stream })}`,
      ),
  );
}

/** Whatever is stopped says why, and what the city holds is shown on its device. */
function unexplained(city: CityContents, open: ReadonlyMap<string, Written>): readonly string[] {
  return [
    ...[...open.values()]
      .filter((each) => isStopped(each) && each.reason === '')
      .map((each) => `${each.kind} of ${each.stream} is stopped without a reason`),
    ...city.held
      .filter(({ eventId }) => !open.has(eventId))
      .map(({ eventId, reason }) => `the city holds ${eventId} (${reason}), and its device does not show it`),
  ];
}
