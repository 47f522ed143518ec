import { type Random, whole } from '#tests/builders/random.ts';
import type { FaultKind } from './options.ts';

/** What befalls a machine while it makes a call. */
export type CallFault =
  | { readonly kind: 'kill'; readonly afterMs: number }
  /** The moment the city has taken the next batch and its answer is on the way. */
  | { readonly kind: 'kill-at-push' }
  | { readonly kind: 'disk-full'; readonly calls: number }
  | { readonly kind: 'wan-down'; readonly calls: number };

/** What befalls one request on its way to the city. */
export type RequestFault = {
  readonly delayMs: number;
  /** The device has given up when it arrives, and has perhaps sent newer ones. */
  readonly heldBack: boolean;
  /** It arrives twice. */
  readonly replayed: boolean;
  readonly replyLost: boolean;
};

/** Chances for each call of a window in a long run; in a short one each kind comes some times all the same. */
const PER_CALL = { kill: 0.005, 'kill-at-push': 0.002, 'disk-full': 0.006, 'wan-down': 0.008 } as const;
const AT_LEAST = { kill: 3, 'kill-at-push': 1, 'disk-full': 2, 'wan-down': 2 } as const;

type Chances = Readonly<Record<CallFault['kind'], number>>;

/** @param calls about so many will be made on one machine */
export function chancesFor(calls: number): Chances {
  const chance = (kind: CallFault['kind']): number => Math.max(PER_CALL[kind], AT_LEAST[kind] / calls);
  return {
    kill: chance('kill'),
    'kill-at-push': chance('kill-at-push'),
    'disk-full': chance('disk-full'),
    'wan-down': chance('wan-down'),
  };
}

/** The same number of draws for every call, so that the n-th call of a device meets the same fault in every run. */
export function nextCallFault(
  random: Random,
  faults: ReadonlySet<FaultKind>,
  chances: Chances,
): CallFault | undefined {
  const kind = kindAt(random(), chances);
  const afterMs = whole(random, 0, 12);
  const few = whole(random, 5, 12);
  const many = whole(random, 10, 60);
  switch (kind) {
    case 'kill':
      return faults.has('kill') ? { kind, afterMs } : undefined;
    case 'kill-at-push':
      return faults.has('kill') ? { kind } : undefined;
    case 'disk-full':
      return faults.has(kind) ? { kind, calls: few } : undefined;
    case 'wan-down':
      return faults.has(kind) ? { kind, calls: many } : undefined;
    case undefined:
      return undefined;
  }
}

function kindAt(draw: number, chances: Chances): CallFault['kind'] | undefined {
  let reached = 0;
  for (const kind of ['kill', 'kill-at-push', 'disk-full', 'wan-down'] as const) {
    reached += chances[kind];
    if (draw < reached) return kind;
  }
  return undefined;
}

/** Of every so many answers to batches, and to anything else, one is lost; which one is the seed's business. */
const LOSES_ONE_OF = { push: 3, other: 20 } as const;

/** @returns what befalls each next request of one line; answers are lost by count, so that a short day loses some too */
export function requestFaults(
  random: Random,
  faults: ReadonlySet<FaultKind>,
): (isPush: boolean) => RequestFault {
  const passed = { push: whole(random, 0, 2), other: whole(random, 0, 19) };
  const reorder = faults.has('reorder');
  return (isPush) => {
    const [order, delay] = [random(), random()];
    const kind = isPush ? 'push' : 'other';
    passed[kind] += 1;
    return {
      delayMs: reorder && order < 0.3 ? Math.round(delay * 120) : 0,
      heldBack: reorder && isPush && order >= 0.3 && order < 0.32,
      replayed: reorder && isPush && order >= 0.32 && order < 0.4,
      replyLost: faults.has('reply-lost') && passed[kind] % LOSES_ONE_OF[kind] === 0,
    };
  };
}
