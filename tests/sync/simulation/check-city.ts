import { isBookEventKind, isEventKind, isOfficeEventKind } from '#shared/dossiers/events.ts';
import { foldDossier } from '#shared/dossiers/fold.ts';
import type { DossierState } from '#shared/dossiers/state.ts';
import { outcomes } from '#shared/dossiers/transitions.ts';
import { digestOf, type Model, toldDigest } from './model.ts';
import type { CityContents } from './simulated-city.ts';
import { hold } from './violation.ts';

/** What must hold at the city after every step. Learns what it took. */
export function checkCity(city: CityContents, model: Model): void {
  feedIsWhole(city);
  answersStand(city, model);
  contentIsTheirs(city, model);
  numbersOnce(city);
  statesAreReplay(city);
}

function feedIsWhole({ feed, head }: CityContents): void {
  for (const [index, { feedSeq }] of feed.entries()) {
    hold(feedSeq === index + 1, 'feed-whole', () => `after ${index} comes ${feedSeq}`);
  }
  hold(head === feed.length, 'feed-whole', () => `the head is ${head}, the feed has ${feed.length}`);
  const ids = new Set(feed.map(({ eventId }) => eventId));
  hold(ids.size === feed.length, 'feed-once', () => 'an event is in the feed twice');
}

function answersStand({ feed }: CityContents, { taken }: Model): void {
  const now = new Map(feed.map((row) => [row.eventId, row]));
  for (const [id, before] of taken) {
    const row = now.get(id);
    hold(
      row?.receipt === before.receipt && row.feedSeq === before.feedSeq,
      'receipt-stable',
      () => `the city answered ${before.receipt} for ${id} and now has ${row?.receipt}`,
    );
  }
  for (const { eventId, feedSeq, receipt, envelope } of feed) {
    taken.set(eventId, { feedSeq, receipt, digest: toldDigest(envelope) });
  }
}

function contentIsTheirs({ feed }: CityContents, { devices }: Model): void {
  const written = new Map(devices.flatMap((device) => [...device.written]));
  for (const { eventId, envelope } of feed) {
    const digest = written.get(eventId);
    const same = digest === undefined || digest === toldDigest(envelope);
    hold(same, 'content-kept', () => `the feed tells ${eventId} otherwise than its author`);
  }
}

function numbersOnce({ entries }: CityContents): void {
  const keys = entries.map(({ book, year, number }) => `${book} ${year}/${number}`);
  hold(new Set(keys).size === keys.length, 'number-once', () => `the register has ${keys.join(', ')}`);
}

/** The feed folded from its beginning, each step allowed by the table of transitions, gives the rows kept. */
function statesAreReplay({ feed, dossiers }: CityContents): void {
  const states = new Map<string, DossierState>();
  for (const { envelope } of feed) {
    const { stream, kind } = envelope;
    if (!isEventKind(kind) || isBookEventKind(kind) || isOfficeEventKind(kind)) continue;
    const before = states.get(stream);
    const folded = foldDossier(before, envelope);
    hold(folded.ok, 'state-legal', () => `${kind} of ${stream}: ${JSON.stringify(folded)}`);
    const legal = outcomes(before?.status ?? 'submitted', kind).includes(folded.value.status);
    hold(
      legal,
      'state-legal',
      () => `${kind} led ${stream} from ${before?.status} to ${folded.value.status}`,
    );
    states.set(stream, folded.value);
  }
  for (const row of dossiers) {
    const replayed = states.get(row.dossierId);
    hold(
      replayed !== undefined && digestOf(told(replayed)) === digestOf(told({ ...row, parties: row })),
      'projection-is-replay',
      () => `city: ${JSON.stringify(row)} replays to ${JSON.stringify(replayed)}`,
    );
  }
  hold(states.size === dossiers.length, 'projection-is-replay', () => 'the city keeps other dossiers');
}

/** What the city keeps of a state to search for. */
function told(state: Told): object {
  const { status, code, localRef, procedure, receivedAt, version, parties } = state;
  return { status, code, localRef, procedure, receivedAt, version, subject: parties.subject };
}

type Told = Pick<DossierState, 'code' | 'localRef' | 'procedure' | 'version'> & {
  readonly status: string;
  readonly receivedAt: string;
  readonly parties: { readonly subject: string };
};
