import type { Action, ActionKind } from '#shared/contract/dossiers.ts';
import type { OfficeProfile } from '#shared/dossiers/office.ts';
import type { Facts } from '#shared/forms/field.ts';
import { procedure as birth } from '#shared/procedures/birth-registration/index.ts';
import { procedure as death } from '#shared/procedures/death-registration/index.ts';
import type { ReceivedComponent } from '#shared/procedures/define-procedure.ts';
import { componentsFor, makeBirthFacts, makeDeathFacts } from '#tests/builders/people.ts';
import { chance, type Random, whole } from '#tests/builders/random.ts';
import { makePersonalId } from '#tests/builders/synthetic-person.ts';
import { keeperOf, officeOf } from './offices.ts';
import { simulatedDay } from './simulated-time.ts';

export type WindowName = 'desk' | 'officer' | 'leader';

export type Step = {
  /** The machine that received the dossier, or the one that holds the commune's books. */
  readonly at: 'counter' | 'keeper';
  readonly window: WindowName;
  readonly action: Action;
  /** Left out when the dossier does not need it. */
  readonly only?: 'awaiting-personal-id' | 'fee-due';
};

/** What is to happen to one dossier. */
export type DossierPlan = {
  readonly number: number;
  readonly counter: number;
  readonly keeper: number;
  readonly procedure: string;
  readonly facts: Facts;
  readonly components: readonly ReceivedComponent[];
  /** In how many saves the declaration is typed. */
  readonly saves: number;
  readonly steps: readonly Step[];
  /** What the counter does on its own version while the keeper enters the dossier in the book. */
  readonly rival?: Step;
};

/** The work of one run, decided by the random source alone. */
export function planDossiers(
  random: Random,
  run: { readonly dossiers: number; readonly devices: number },
): readonly DossierPlan[] {
  let contested = 0;
  return Array.from({ length: run.dossiers }, (_, number) => {
    const counter = whole(random, 0, run.devices - 1);
    const plan = planDossier(random, {
      number,
      counter,
      mayContest: contested < mostContested(run.dossiers),
    });
    if (plan.rival) contested += 1;
    return plan;
  });
}

/** More at once stop a pull until a person has looked, and nobody looks in the night. */
function mostContested(dossiers: number): number {
  return Math.max(5, Math.floor(dossiers * 0.05));
}

type Place = { readonly number: number; readonly counter: number; readonly mayContest: boolean };

function planDossier(random: Random, { number, counter, mayContest }: Place): DossierPlan {
  const office = officeOf(counter);
  const isBirth = chance(random, 0.7);
  const setting = { today: simulatedDay, office };
  const facts: Facts = isBirth ? makeBirthFacts(random, setting) : makeDeathFacts(random, setting);
  const procedure = isBirth ? birth : death;
  const keeper = keeperOf(counter);
  const isContested = chance(random, 0.1) && keeper !== counter && mayContest;
  const steps = isContested ? [handOver, enter] : lifeOf(random, office);
  return {
    ...{ number, counter, keeper, facts, steps },
    procedure: procedure.id,
    components: componentsFor(procedure, facts),
    saves: whole(random, 1, 3),
    ...(isContested && { rival: withdraw }),
  };
}

/** From the desk to the citizen; some are refused, some are still open in the evening. */
function lifeOf(random: Random, office: OfficeProfile): readonly Step[] {
  const steps: Step[] = [handOver];
  if (chance(random, 0.15)) steps.push(askForMore, bringMore);
  if (chance(random, 0.06)) return [...steps, proposeRefusal, refuse];
  const personalId = makePersonalId(random, 'female', simulatedDay);
  const signerName = office.signers[0]?.name ?? '';
  steps.push(
    enter,
    {
      ...officer({ kind: 'personal-id-recorded', personalId, source: 'CSDLQG về dân cư' }),
      only: 'awaiting-personal-id',
    },
    officer({ kind: 'submitted-for-signature', note: '' }),
    { at: 'keeper', window: 'leader', action: { kind: 'result-signed', signerName } },
    officer({ kind: 'result-completed', note: '' }),
    { ...desk({ kind: 'fee-collected', method: 'cash', receipt: '0001' }), only: 'fee-due' },
    desk({ kind: 'result-returned', receiver: 'Người nộp hồ sơ', receiverDocument: '', proof: 'signature' }),
  );
  return chance(random, 0.2) ? steps.slice(0, whole(random, 0, steps.length)) : steps;
}

function desk(action: Action): Step {
  return { at: 'counter', window: 'desk', action };
}

function officer(action: Action): Step {
  return { at: 'keeper', window: 'officer', action };
}

const handOver = desk({ kind: 'dossier-handed-over', note: '' });
const withdraw = desk({ kind: 'withdrawal-requested', reason: 'Người nộp đổi ý' });
const enter = officer({ kind: 'entry-registered' } satisfies { kind: ActionKind });
const askForMore = officer({
  kind: 'supplement-requested',
  items: [{ document: 'Tờ khai', content: 'Ghi rõ nơi cư trú', basis: 'Thông tư 04/2020/TT-BTP' }],
  reason: 'Tờ khai chưa rõ',
});
const bringMore = desk({ kind: 'supplement-provided', components: [], note: 'Đã bổ sung' });
const proposeRefusal = officer({ kind: 'refusal-proposed', reason: 'Không thuộc thẩm quyền' });
const refuse: Step = { at: 'keeper', window: 'leader', action: { kind: 'dossier-refused', reason: '' } };
