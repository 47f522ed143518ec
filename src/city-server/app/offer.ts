import type { Envelope } from '#shared/sync/envelope.ts';
import { type PushContext, push } from './push.ts';

type Part = Awaited<ReturnType<typeof push>>;

type Offered = {
  readonly office: string;
  /** This server's own id: the take-overs it wrote and lost come back under it. */
  readonly city: string;
};

/**
 * Takes events of an office from one device that others of it wrote: after this server was restored from an older
 * copy, or because the machine that wrote them is lost. Each is judged as if its own device sent it, and the same
 * event offered by two devices is taken once. A take-over this server wrote and lost is taken too: whoever may offer
 * may ask for one, and without it nobody could keep the book any more.
 * @returns one part for each run of events of one device
 */
export async function offer(
  context: PushContext,
  { office, city }: Offered,
  events: readonly Envelope[],
  at: Date,
): Promise<readonly Part[]> {
  const parts: Part[] = [];
  for (const run of runsByDevice(events)) {
    const [first] = run;
    if (!first) continue;
    const { device } = first;
    parts.push(await push(context, { office, device, isCity: device === city }, run, at));
  }
  return parts;
}

function runsByDevice(events: readonly Envelope[]): readonly (readonly Envelope[])[] {
  const runs: Envelope[][] = [];
  for (const event of events) {
    const run = runs.at(-1);
    if (run?.[0]?.device === event.device) run.push(event);
    else runs.push([event]);
  }
  return runs;
}
