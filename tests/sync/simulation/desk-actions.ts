import type { CoreClient } from '#main/compose.ts';
import type { Action as DossierAction } from '#shared/contract/dossiers.ts';
import { mayDo } from '#shared/dossiers/permissions.ts';
import { findProcedure } from '#shared/procedures/procedures.generated.ts';
import { samplePayloads } from '#tests/builders/dossier-events.ts';
import { digestOf } from './model.ts';
import { people, seats } from './people.ts';
import type { SimulatedDevice } from './simulated-device.ts';
import type { World } from './world.ts';

type View = Awaited<ReturnType<CoreClient['dossiers']['get']>>;

const procedures = ['birth-registration', 'death-registration'] as const;
const givenNames = ['An', 'Bình', 'Cúc', 'Dũng', 'Giang', 'Hoa', 'Khánh', 'Lan', 'Minh', 'Nga'];

/** Steps on the way from the counter to the citizen's hands. */
const onward: ReadonlySet<string> = new Set([
  'supplement-provided',
  'dossier-handed-over',
  'verification-answered',
  'fee-collected',
  'entry-registered',
  'personal-id-recorded',
  'submitted-for-signature',
  'result-signed',
  'result-completed',
  'result-returned',
  'withdrawal-cancelled',
]);

export async function typeDraft(world: World, device: SimulatedDevice, choice: number): Promise<void> {
  const desk = await device.at('desk');
  const open = await desk.drafts.list({});
  const goOn = choice % 3 > 0 ? open[choice % Math.max(open.length, 1)] : undefined;
  const { draftId } = goOn ?? (await desk.drafts.start({ procedure: procedureAt(choice) }));
  await world.call(device, () => save(world, device, desk, draftId, choice));
}

async function save(
  world: World,
  device: SimulatedDevice,
  desk: CoreClient,
  draftId: string,
  choice: number,
): Promise<void> {
  const { revision, procedure } = await desk.drafts.get({ draftId });
  const example = findProcedure(procedure)?.examples.find((each) => each.problems.length === 0);
  if (!example) throw new Error(`${procedure} has no accepted example`);
  const subject = procedure === procedures[0] ? 'child.name' : 'deceased.name';
  const given = `${nameAt(choice)} ${nameAt(Math.floor(choice / givenNames.length))}`;
  const facts = { ...example.facts, [subject]: { family: 'Nguyễn', middle: 'Thử', given } };
  const saved = await desk.drafts.save({ draftId, revision, facts, components: [...example.components] });
  world.model.device(device.index).drafts.set(draftId, { revision: saved.revision, digest: digestOf(facts) });
}

export async function receive(world: World, device: SimulatedDevice, choice: number): Promise<void> {
  const desk = await device.at('desk');
  let open = await desk.drafts.list({});
  if (open.length === 0) {
    await typeDraft(world, device, choice);
    open = await desk.drafts.list({});
  }
  const draftId = open[choice % Math.max(open.length, 1)]?.draftId;
  if (draftId === undefined) return;
  const { procedure, facts, components } = await desk.drafts.get({ draftId });
  const { problems } = await desk.dossiers.check({ procedure, facts, components, draftId });
  const acknowledged = problems
    .filter((each) => each.severity === 'warning')
    .map(({ code, field }) => ({ code, field }));
  await world.call(device, async () => {
    await desk.dossiers.receive({ draftId, acknowledged, returnBy: 'desk' });
    world.model.device(device.index).drafts.delete(draftId);
  });
}

export async function act(
  world: World,
  device: SimulatedDevice,
  choice: number,
  step: number,
): Promise<void> {
  const view = await dossierAt(device, choice);
  if (!view) return;
  const offers: { seat: (typeof seats)[number]; kind: string }[] = [];
  for (const seat of seats) {
    const { actions } = await (await device.at(seat)).dossiers.get({ dossierId: view.dossierId });
    offers.push(...actions.map((kind) => ({ seat, kind })));
  }
  const forward = offers.filter(({ kind }) => onward.has(kind));
  // Most days lead onward; taken at random, hardly a dossier would reach the register.
  const likely = forward.length > 0 && step % 10 < 7 ? forward : offers;
  const offer = likely[step % Math.max(likely.length, 1)];
  if (!offer || offer.kind === 'declaration-corrected') return;
  const who = await device.at(offer.seat);
  const action = inputOf(offer.kind);
  await world.call(device, () => who.dossiers.act({ dossierId: view.dossierId, seen: view.version, action }));
}

/** What a person would type for a step: the sample of the event it becomes, the rest is the core's. */
function inputOf(kind: string): DossierAction {
  const sample = samplePayloads(kind as DossierAction['kind'])[0];
  const more = kind === 'deadline-extended' ? { newDueDate: '2026-10-08' } : {};
  const provided = kind === 'supplement-provided' ? { components: [] } : {};
  const signer = kind === 'result-signed' ? { signerName: 'Đặng Thử Nghiệm' } : {};
  return { ...sample, ...more, ...provided, ...signer, kind } as unknown as DossierAction;
}

export async function correct(
  world: World,
  device: SimulatedDevice,
  choice: number,
  field: number,
): Promise<void> {
  const view = await dossierAt(device, choice);
  if (!view) return;
  const seat = seats.find(
    (each) =>
      mayDo([people[each].role], 'declaration-corrected') && (each === 'officer') === (field % 2 === 0),
  );
  const who = await device.at(seat ?? 'desk');
  const names = Object.keys(view.facts).filter((key) => key.endsWith('.name'));
  const key = names[field % Math.max(names.length, 1)];
  if (key === undefined) return;
  const given = nameAt(choice + field);
  const facts = { ...view.facts, [key]: { family: 'Nguyễn', middle: 'Sửa', given } };
  const action: DossierAction = { kind: 'declaration-corrected', facts, reason: 'Sai chính tả' };
  await world.call(device, () => who.dossiers.act({ dossierId: view.dossierId, seen: view.version, action }));
}

export async function print(world: World, device: SimulatedDevice, choice: number): Promise<void> {
  const view = await dossierAt(device, choice);
  const ready = view?.documents.filter((each) => each.ready) ?? [];
  const document = ready[choice % Math.max(ready.length, 1)];
  if (!view || !document) return;
  const officer = await device.at('officer');
  await world.call(device, () =>
    officer.documents.print({
      dossierId: view.dossierId,
      document: document.id,
      copies: 1,
      stockSerial: `HT-${choice}`,
    }),
  );
}

export async function dossierAt(device: SimulatedDevice, choice: number): Promise<View | undefined> {
  const officer = await device.at('officer');
  const { rows } = await officer.dossiers.list({ worklist: 'all', text: '', limit: 100, offset: 0 });
  const known = rows.map((row) => row.dossierId).sort();
  const dossierId = known[choice % Math.max(known.length, 1)];
  return dossierId === undefined ? undefined : officer.dossiers.get({ dossierId });
}

function nameAt(choice: number): string {
  return givenNames[choice % givenNames.length] ?? 'An';
}

function procedureAt(choice: number): string {
  return procedures[choice % procedures.length] ?? procedures[0];
}
