import { z } from 'zod';
import { pick, type Random, whole } from '#tests/builders/random.ts';

export const deviceCount = 3;

const device = z
  .int()
  .min(0)
  .max(deviceCount - 1);
/** Chooses among what there is when the action is taken: an action stays possible when others are left out. */
const choice = z.int().min(0);

/** What befalls the next request of a device. */
export const requestFaults = [
  'reply-lost',
  /** It arrives twice; the second answer is the one that is read. */
  'doubled',
  /** The device gives up; the request arrives at some later `deliver`. */
  'held-back',
  'captive-portal',
  'server-error',
  /** The process dies before the request leaves, or after the city took it. */
  'killed-before',
  'killed-after',
] as const;
export type RequestFault = (typeof requestFaults)[number];

/** One thing that happens; a list of them, with a seed, is a whole run. */
export const actionSchema = z.discriminatedUnion('do', [
  z.object({ do: z.literal('type'), device, choice }),
  z.object({ do: z.literal('receive'), device, choice }),
  z.object({ do: z.literal('act'), device, choice, step: choice }),
  z.object({ do: z.literal('correct'), device, choice, field: choice }),
  z.object({ do: z.literal('print'), device, choice }),
  z.object({ do: z.literal('attach'), device, choice }),
  z.object({ do: z.literal('take-off'), device, choice }),
  z.object({ do: z.literal('open-book'), device, choice }),
  z.object({ do: z.literal('ask-book'), device, choice }),
  z.object({ do: z.literal('hand-over'), device, choice }),
  z.object({ do: z.literal('take-over'), device, choice }),
  z.object({ do: z.literal('mark-number'), device, choice }),
  z.object({ do: z.literal('settle-late'), device, choice }),
  z.object({ do: z.literal('resolve'), device, choice }),
  z.object({ do: z.literal('sync'), device }),
  z.object({ do: z.literal('retry'), device }),
  z.object({ do: z.literal('line'), device, up: z.boolean() }),
  z.object({ do: z.literal('fault'), device, fault: z.enum(requestFaults), after: z.int().min(0) }),
  z.object({ do: z.literal('deliver'), device }),
  z.object({ do: z.literal('kill'), device }),
  z.object({ do: z.literal('jump'), device, minutes: z.int() }),
  z.object({ do: z.literal('back-up'), device }),
  z.object({ do: z.literal('restore'), device }),
  z.object({ do: z.literal('back-up-city'), device }),
  z.object({ do: z.literal('restore-city'), device }),
  z.object({ do: z.literal('decide'), device }),
]);
export type Action = z.infer<typeof actionSchema>;

/** How often each happens, in parts of their sum. */
const weights: Readonly<Record<Action['do'], number>> = {
  type: 8,
  receive: 8,
  act: 40,
  correct: 9,
  print: 5,
  attach: 6,
  'take-off': 1,
  'open-book': 1,
  'ask-book': 3,
  'hand-over': 3,
  'take-over': 3,
  'mark-number': 2,
  'settle-late': 4,
  resolve: 6,
  sync: 26,
  retry: 3,
  line: 5,
  fault: 12,
  deliver: 3,
  kill: 4,
  jump: 2,
  'back-up': 3,
  restore: 2,
  'back-up-city': 3,
  'restore-city': 2,
  decide: 3,
};

const kinds = Object.entries(weights).flatMap(([kind, weight]) =>
  Array.from({ length: weight }, () => kind as Action['do']),
);

/** A random day. The same number of draws for each action, so that a longer day begins like a shorter one. */
export function planActions(random: Random, length: number): readonly Action[] {
  return Array.from({ length }, () => {
    const all = {
      do: pick(random, kinds),
      // The first machine keeps the books: most work lies there.
      device: pick(random, [0, 0, 0, 1, 1, 2]),
      choice: whole(random, 0, 999),
      step: whole(random, 0, 999),
      field: whole(random, 0, 999),
      up: random() < 0.6,
      fault: pick(random, requestFaults),
      after: whole(random, 0, 2),
      minutes: pick(random, [-3 * 24 * 60, -30, -2, 7, 90, 2 * 24 * 60]),
    };
    return actionSchema.parse(all);
  });
}
