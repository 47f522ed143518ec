import type { CoreClient } from '#main/compose.ts';
import type { Action } from '#shared/contract/dossiers.ts';
import { demoOffice } from '#shared/dossiers/demo-office.ts';
import type { Facts } from '#shared/forms/field.ts';
import { findProcedure } from '#shared/procedures/procedures.generated.ts';
import { componentsFor, makeBirthFacts } from '#tests/builders/people.ts';
import { seededRandom } from '#tests/builders/random.ts';
import { benchDay } from './bench-clock.ts';
import { openCore, signIn } from './bench-core.ts';
import { beside, figure, type Subject } from './figure.ts';
import { rawDurableInsert } from './raw-database.ts';
import { median, p95, timed, timedAsync } from './statistics.ts';

const ROUNDS = 5;
const DOSSIERS_PER_ROUND = 40;
/** As large as the event of a reception. */
const ROW = 'x'.repeat(2_200);

/**
 * What a clerk waits for when saving: the call from the window's side of the contract to its answer, at 150,000
 * dossiers. Each is one durable transaction, beside one row in a raw file.
 */
export const saveStep: Subject = {
  ids: ['save.step.p95', 'save.draft.p95'],
  async measure({ office, folder }) {
    const core = await openCore(await office(150_000));
    const raw = rawDurableInsert(folder());
    const windows = {
      clerk: await signIn(core, 'tiepnhan'),
      officer: await signIn(core, 'hotich'),
      leader: await signIn(core, 'lanhdao'),
    };
    const random = seededRandom(7);
    const rounds: Round[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const own: number[] = [];
      const drafts: number[] = [];
      const peer: number[] = [];
      const save = async (step: () => Promise<unknown>): Promise<void> => {
        own.push(await timedAsync(step));
        peer.push(timed(() => raw.insert(ROW)));
      };
      for (let index = 0; index < DOSSIERS_PER_ROUND; index += 1) {
        const facts = makeBirthFacts(random, { today: benchDay, office: demoOffice });
        await carry(windows, facts, save, (milliseconds) => drafts.push(milliseconds));
      }
      rounds.push({ own: p95(own), peer: p95(peer), drafts: p95(drafts) });
    }
    raw.close();
    core.store.close();
    const of = (pick: (round: Round) => number): number => median(rounds.map(pick));
    return [
      ...beside(
        figure(
          'save.step.p95',
          of((round) => round.own),
          'ms',
        ),
        figure(
          'save.raw-insert.p95',
          of((round) => round.peer),
          'ms',
        ),
      ),
      figure(
        'save.draft.p95',
        of((round) => round.drafts),
        'ms',
      ),
    ];
  },
};

type Round = { readonly own: number; readonly peer: number; readonly drafts: number };

type Windows = { readonly clerk: CoreClient; readonly officer: CoreClient; readonly leader: CoreClient };

/** A birth from the counter to the leader's signature. */
async function carry(
  { clerk, officer, leader }: Windows,
  facts: Facts,
  save: (step: () => Promise<unknown>) => Promise<void>,
  onDraft: (milliseconds: number) => void,
): Promise<void> {
  const procedure = findProcedure('birth-registration');
  if (!procedure) throw new Error('births are part of the app');
  const { draftId, revision } = await clerk.drafts.start({ procedure: procedure.id });
  const components = [...componentsFor(procedure, facts)];
  onDraft(await timedAsync(() => clerk.drafts.save({ draftId, revision, facts, components })));
  let dossierId = '';
  await save(async () => {
    // Of 150,000 made-up dossiers some are alike: the clerk looks at them and goes on.
    const acknowledged = [{ code: 'rule/G06' }];
    const received = await clerk.dossiers.receive({ draftId, acknowledged, returnBy: 'desk' });
    dossierId = received.dossierId;
  });
  const { version, money } = await clerk.dossiers.get({ dossierId });
  let seen = version;
  const act = (who: CoreClient, action: Action): Promise<void> =>
    save(async () => {
      seen = (await who.dossiers.act({ dossierId, seen, action })).version;
    });
  if (money === 'due') await act(clerk, { kind: 'fee-collected', method: 'cash', receipt: '' });
  await act(clerk, { kind: 'dossier-handed-over', note: '' });
  await act(officer, { kind: 'entry-registered' });
  await act(officer, { kind: 'personal-id-recorded', personalId: '001226000001', source: 'CSDLQGvDC' });
  await act(officer, { kind: 'submitted-for-signature', note: '' });
  await act(leader, { kind: 'result-signed', signerName: demoOffice.signers[0]?.name ?? '' });
}
