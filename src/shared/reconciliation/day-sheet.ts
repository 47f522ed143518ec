import type { Fact } from '../dossiers/events.ts';
import { parseFact } from '../dossiers/parse-fact.ts';

/** How far an event of the day has come. */
export type DayEventState = 'accepted' | 'waiting' | 'sending' | 'needs-you' | 'refused';

export type DayEvent = {
  readonly id: string;
  readonly kind: string;
  readonly payload: unknown;
  /** SHA-256 of the envelope, hex: the same on every machine that has the event. */
  readonly digest: string;
  readonly state: DayEventState;
};

export type CityEvent = Pick<DayEvent, 'id' | 'kind' | 'digest'>;

export type KindAtCity = { readonly kind: string; readonly count: number; readonly hash: string };

export type KindRow = {
  readonly kind: string;
  /** Of what the city has answered for. */
  readonly here: number;
  /** Not yet answered for. */
  readonly unsent: number;
  /** Undefined while the city cannot be asked. */
  readonly city: number | undefined;
  /** Whether both have the very same events; undefined while the city cannot be asked. */
  readonly same: boolean | undefined;
};

/** Counts of each kind here and at the city, which agree only when every event is the same to the letter. */
export function compareKinds(
  events: readonly DayEvent[],
  city: readonly KindAtCity[] | undefined,
  hashOf: (digests: readonly string[]) => string,
): readonly KindRow[] {
  const here = Map.groupBy(events, (event) => event.kind);
  const there = new Map(city?.map((each) => [each.kind, each]));
  return [...new Set([...here.keys(), ...there.keys()])].toSorted().map((kind) => {
    const own = here.get(kind) ?? [];
    const answered = own.filter((event) => event.state === 'accepted');
    const other = there.get(kind);
    const hash = answered.length === 0 ? '' : hashOf(answered.map((event) => event.digest));
    return {
      kind,
      here: answered.length,
      unsent: own.length - answered.length,
      city: city && (other?.count ?? 0),
      same: city && hash === (other?.hash ?? ''),
    };
  });
}

export type Difference = {
  readonly id: string;
  readonly kind: string;
  readonly what: 'unsent' | 'stopped' | 'not-at-city' | 'not-here' | 'other-content';
};

/** Every event that is not the same on both sides. Without the city only what it has not answered for is known. */
export function differencesOf(
  events: readonly DayEvent[],
  city: readonly CityEvent[] | undefined,
): readonly Difference[] {
  const there = new Map(city?.map((event) => [event.id, event]));
  const here = new Set(events.map((event) => event.id));
  const own = events.flatMap((event): readonly Difference[] => {
    const { id, kind, state, digest } = event;
    if (state === 'waiting' || state === 'sending') return [{ id, kind, what: 'unsent' }];
    if (state !== 'accepted') return [{ id, kind, what: 'stopped' }];
    if (!city) return [];
    const other = there.get(id);
    if (!other) return [{ id, kind, what: 'not-at-city' }];
    return other.digest === digest ? [] : [{ id, kind, what: 'other-content' }];
  });
  const missing = [...there.values()].filter((event) => !here.has(event.id));
  return [...own, ...missing.map(({ id, kind }) => ({ id, kind, what: 'not-here' as const }))];
}

/** What to do about a difference, in the clerk's words. */
export const waysOut = {
  unsent: 'Chưa gửi: tự gửi khi có mạng; không cần làm gì.',
  stopped: 'Thành phố giữ lại hoặc từ chối: mở “Đồng bộ” để giải quyết.',
  'not-at-city': 'Thành phố không còn bản ghi đã nhận: báo cán bộ CNTT, kèm biên nhận.',
  'not-here': 'Máy khác lập, chưa tải về: chờ đồng bộ xong rồi đối soát lại.',
  'other-content': 'Nội dung hai bên khác nhau: giữ nguyên dữ liệu và báo cán bộ CNTT.',
} as const satisfies Record<Difference['what'], string>;

export type BookOfDay = {
  readonly book: string;
  readonly year: number;
  readonly first: number;
  readonly last: number;
  readonly count: number;
  readonly voided: readonly number[];
  readonly paper: readonly number[];
};

/** Numbers of each book that were given, left empty or written by hand on the day. */
export function numbersOf(events: readonly DayEvent[]): readonly BookOfDay[] {
  const given = events.flatMap((event): readonly UsedNumber[] => {
    const fact = parseFact(event);
    return fact.ok ? usedBy(fact.value) : [];
  });
  return [...Map.groupBy(given, ({ book, year }) => `${year} ${book}`).values()].map((numbers) => {
    const of = (use: UsedNumber['use']): number[] =>
      numbers.flatMap((each) => (each.use === use ? [each.number] : [])).toSorted((a, b) => a - b);
    const entries = of('entry');
    const [one] = numbers;
    return {
      book: one?.book ?? '',
      year: one?.year ?? 0,
      first: entries[0] ?? 0,
      last: entries.at(-1) ?? 0,
      count: entries.length,
      voided: of('voided'),
      paper: of('paper'),
    };
  });
}

type UsedNumber = {
  readonly book: string;
  readonly year: number;
  readonly number: number;
  readonly use: 'entry' | 'voided' | 'paper';
};

function usedBy(fact: Fact): readonly UsedNumber[] {
  if (fact.kind === 'entry-registered') return [{ ...fact.payload.entry, use: 'entry' }];
  if (fact.kind === 'number-voided') return [{ ...fact.payload, use: 'voided' }];
  if (fact.kind === 'paper-number-noted') return [{ ...fact.payload, use: 'paper' }];
  return [];
}

export type MoneyOfDay = {
  readonly method: 'cash' | 'transfer';
  readonly count: number;
  /** Đồng. */
  readonly amount: number;
};

/** What was collected on the day, cash and transfer apart. */
export function moneyOfDay(events: readonly DayEvent[]): readonly MoneyOfDay[] {
  const collected = events.flatMap((event) => {
    const fact = parseFact(event);
    return fact.ok && fact.value.kind === 'fee-collected' ? [fact.value.payload] : [];
  });
  return (['cash', 'transfer'] as const).map((method) => {
    const rows = collected.filter((each) => each.method === method);
    return { method, count: rows.length, amount: rows.reduce((sum, each) => sum + each.amount, 0) };
  });
}
