import { foldStream } from '#main/store/projections/fold-stream.ts';
import { asId, type DossierId } from '#shared/kernel/ids.ts';
import { logOf, openItems, outboxOf } from './check-device.ts';
import { digestOf, type Model } from './model.ts';
import type { CityContents } from './simulated-city.ts';
import type { SimulatedDevice } from './simulated-device.ts';
import { hold } from './violation.ts';

/** What must hold once the line is whole and nothing moves any more. */
export function checkEnd(devices: readonly SimulatedDevice[], city: CityContents, model: Model): void {
  for (const device of devices) {
    const name = `device ${device.index}`;
    const { connection, message } = device.running.core.sync.status();
    hold(connection === 'online', 'comes-back', () => `${name} is ${connection}: ${message}`);
    knowsTheFeed(device, city, name);
    nothingStuck(device, name);
    sameStates(device, city, name);
  }
  nothingVanished(devices, city, model);
}

function knowsTheFeed(device: SimulatedDevice, city: CityContents, name: string): void {
  const { feedSeq } = device.store.read((reader) => reader.syncCursor());
  hold(feedSeq === city.head, 'comes-back', () => `${name} is at ${feedSeq} of ${city.head}`);
  const known = new Map(logOf(device).map((event) => [event.id, event.feedSeq]));
  for (const row of city.feed) {
    hold(
      known.get(row.eventId) === row.feedSeq,
      'feed-arrives',
      () => `${name} has ${row.kind} ${row.eventId} at ${known.get(row.eventId)}, not at ${row.feedSeq}`,
    );
  }
}

/** What waits, waits behind something of its stream that a person has to look at, and that says why. */
function stoppedOffers({ running }: SimulatedDevice): readonly string[] {
  const query = `SELECT stream FROM reoffers JOIN events USING (local_seq)
    WHERE reoffers.state <> 'taken' AND reason <> 'given-up' AND feed_seq IS NULL`;
  return running.connection.sqlite.prepare<[], string>(query).pluck().all();
}

function nothingStuck(device: SimulatedDevice, name: string): void {
  const stopped = new Set<string>();
  for (const item of [...outboxOf(device)].sort((one, other) => one.deviceSeq - other.deviceSeq)) {
    const { state, kind, eventId, reason, message, stream } = item;
    if (state === 'needs-you' || state === 'refused') {
      hold(reason !== '' && message !== '', 'says-why', () => `${name}: ${kind} ${eventId} is ${state}`);
      stopped.add(stream);
    } else if (state !== 'accepted' && state !== 'resolved') {
      hold(stopped.has(stream), 'never-stuck', () => `${name}: ${kind} ${eventId} is ${state}`);
    }
  }
}

/** Machines show what the city shows, except where work, of whomever, waits for a person. */
function sameStates(device: SimulatedDevice, city: CityContents, name: string): void {
  const open = new Set(openItems(device).map(({ stream }) => stream));
  for (const stream of stoppedOffers(device)) open.add(stream);
  for (const { dossierId, state } of city.dossiers) {
    const shown = device.store.read((reader) => reader.dossier(asId<DossierId>(dossierId)));
    const history = device.store.read((reader) => reader.streamEvents(dossierId));
    const expected = open.has(dossierId) ? foldStream(history).state : state;
    hold(
      shown !== undefined && digestOf(shown) === digestOf(expected),
      'same-state',
      () => `${name}: ${dossierId} is ${JSON.stringify(shown)}\n  the city has ${JSON.stringify(expected)}`,
    );
  }
}

/** Whatever anybody was promised is at the city, or on its machine before a person; a restore may cost what it says. */
function nothingVanished(
  devices: readonly SimulatedDevice[],
  city: CityContents,
  { devices: promises, restoredAway }: Model,
): void {
  const atCity = new Set(city.feed.map(({ eventId }) => eventId));
  const open = new Set(
    devices
      .flatMap(outboxOf)
      .filter(({ state }) => state !== 'accepted')
      .map(({ eventId }) => eventId),
  );
  for (const [id] of promises.flatMap(({ written }) => [...written])) {
    hold(atCity.has(id) || open.has(id) || restoredAway.has(id), 'nothing-lost', () => `${id} is nowhere`);
  }
}
