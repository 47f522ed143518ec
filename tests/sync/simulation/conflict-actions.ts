import type { CoreClient } from '#main/compose.ts';
import type { SimulatedDevice } from './simulated-device.ts';
import type { World } from './world.ts';

type Conflict = Awaited<ReturnType<CoreClient['conflicts']['get']>>;

/** Closes one branch on the compare screen, as somebody there may. */
export async function resolveOne(world: World, device: SimulatedDevice, choice: number): Promise<void> {
  const leader = await device.at('leader');
  const { rows } = await leader.conflicts.list({ limit: 100, offset: 0 });
  const dossierId = rows[choice % Math.max(rows.length, 1)]?.dossierId;
  if (dossierId !== undefined) await resolve(world, device, dossierId, choice);
}

export async function resolve(
  world: World,
  device: SimulatedDevice,
  dossierId: string,
  choice: number,
): Promise<void> {
  for (const seat of ['officer', 'desk', 'leader'] as const) {
    const client = await device.at(seat);
    const conflict = await world.call(device, () => client.conflicts.get({ dossierId }));
    const chosen = conflict?.choices[choice % conflict.choices.length];
    if (!conflict || !chosen) continue;
    const { seen } = conflict;
    const fields = chosen === 'fields' ? sidesOf(conflict, choice) : {};
    const done = await world.call(device, () =>
      client.conflicts.resolve({ dossierId, seen, choice: chosen, fields, note: '' }),
    );
    if (done) return;
  }
}

/** Field by field: now this one, now that. */
function sidesOf({ fields }: Conflict, choice: number): Record<string, 'mine' | 'theirs'> {
  const clashing = fields.filter((each) => each.clash);
  return Object.fromEntries(
    clashing.map(({ key }, index) => [key, (choice + index) % 2 === 0 ? 'mine' : 'theirs']),
  );
}
