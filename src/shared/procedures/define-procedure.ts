import type { WorkingCalendar } from '../deadlines/calendar.ts';
import type { DueDate } from '../deadlines/deadline-rule.ts';
import type { PrintDocument } from '../documents/model.ts';
import type { OfficeProfile, Signer } from '../dossiers/office.ts';
import type { FeeLine } from '../fees/fee-line.ts';
import type { Condition } from '../forms/condition.ts';
import type { Facts, Form } from '../forms/field.ts';
import type { Instant } from '../kernel/instant.ts';
import type { PlainDate } from '../kernel/plain-date.ts';
import type { Problem } from '../kernel/problem.ts';
import type { Result } from '../kernel/result.ts';
import type { BookDefinition, DuplicateKey, EntryDraft, RegisterEntry } from '../registers/entry.ts';

/** Everything outside the facts that a rule may look at. Today is an argument. */
export type ProcedureContext = {
  readonly office: OfficeProfile;
  readonly today: PlainDate;
  readonly calendar: WorkingCalendar;
};

export type ComponentForm = 'original' | 'copy' | 'electronic';

/** One paper of the dossier (thành phần hồ sơ). */
export type ChecklistItem = {
  readonly id: string;
  readonly name: string;
  /** `submit` is kept in the dossier, `present` is looked at and handed back. */
  readonly handling: 'submit' | 'present';
  readonly forms: readonly ComponentForm[];
  /** Needed when this holds; an item that is not needed is not asked for (rule G04). */
  readonly neededWhen: Condition | true;
  /** Needed but not blocking: data may be looked up instead (NĐ 18/2026). */
  readonly optional?: boolean;
  readonly note?: string;
};

/** What the clerk ticked for one item. */
export type ReceivedComponent = {
  readonly id: string;
  readonly form: ComponentForm;
  readonly count: number;
};

export type Variant = {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly when: Condition;
};

/** What a printed document may use. `entry` is absent before registration. */
export type DocumentInput<F extends Facts = Facts> = ProcedureContext & {
  readonly facts: F;
  readonly entry?: RegisterEntry | undefined;
  readonly personalId?: string | undefined;
  readonly signer?: Signer | undefined;
  readonly dossierCode: string;
  readonly receivedAt?: Instant | undefined;
};

export type DocumentDefinition<F extends Facts = Facts> = {
  readonly id: string;
  readonly title: string;
  /** From which moment it can be made: at the desk, after registration, or after the personal ID came back. */
  readonly availableFrom: 'declaration' | 'entry' | 'personal-id' | 'signature';
  /** An original is counted and journalled as a legal paper; a preview of it carries a watermark. */
  readonly legal: boolean;
  /** Data only, for pre-printed ministry stock. */
  readonly overlay?: boolean;
  /** Ids of the rule sets that know this paper; all of them when absent. A law may rename a paper. */
  readonly ruleSets?: readonly string[];
  render(input: DocumentInput<F>): PrintDocument;
};

/** One stored shape of the facts and how to bring the one before it up to it. */
export type PayloadVersion = {
  readonly version: number;
  readonly name: string;
  /** From the version before; the first version has none. */
  readonly upgrade?: (older: Facts) => Facts;
  /** Facts as this version stored them: kept when the version is no longer current, for the upgrade's test. */
  readonly sample?: Facts;
};

/** Law in force between two days. A dossier keeps the rule set of the day it was received. */
export type RuleSet = {
  readonly id: string;
  readonly from: PlainDate;
  readonly to?: PlainDate | undefined;
  readonly basis: string;
};

/** The rule set in force on the day a dossier is received. Sets are declared without gaps, so a miss is a bug. */
export function ruleSetOn(ruleSets: readonly RuleSet[], date: PlainDate): RuleSet {
  const found = ruleSets.find((set) => set.from <= date && (set.to === undefined || date <= set.to));
  if (!found) throw new RangeError(`no rule set in force on ${date}`);
  return found;
}

export type Example<F extends Facts = Facts> = {
  readonly name: string;
  readonly facts: F;
  readonly components: readonly ReceivedComponent[];
  readonly today: PlainDate;
  readonly receivedAt: Instant;
  /** The errors expected, none for an accepted one: a code, or `code#B02` when the message ends with a rule's number. */
  readonly problems: readonly string[];
  /** Warnings and notices expected among others, written the same way. */
  readonly warnings?: readonly string[];
  readonly due?: PlainDate;
  readonly fee?: number;
};

export type Procedure<F extends Facts = Facts> = {
  /** The folder's name. */
  readonly id: string;
  /** National TTHC code. */
  readonly code: string;
  readonly name: string;
  /** Typed words that should find it, beside the name. */
  readonly keywords: readonly string[];
  readonly variants: readonly Variant[];
  readonly form: Form;
  readonly checklist: readonly ChecklistItem[];
  readonly book: BookDefinition;
  readonly versions: readonly PayloadVersion[];
  readonly ruleSets: readonly RuleSet[];
  /** Every text of the rules by key; keys begin with the folder's name. A rule of the domain catalogue ends with its number: `(B02)`. */
  readonly messages: Readonly<Record<string, string>>;
  /** Cross-field rules; single fields are checked by the form language. */
  rules(facts: F, context: ProcedureContext): readonly Problem[];
  /** Refuses with `calendar/no-data` when the calendar does not reach the day. */
  due(facts: F, receivedAt: Instant, context: ProcedureContext): Result<DueDate>;
  fees(facts: F, context: ProcedureContext): readonly FeeLine[];
  entry(facts: F, context: ProcedureContext): EntryDraft;
  /** By what a second declaration of the same event is found; without it none is looked for. */
  duplicateKey?(facts: F): DuplicateKey | undefined;
  /** Whether the result waits for a personal ID number from the national database. */
  awaitsPersonalId(facts: F): boolean;
  /** Who the dossier is about and who filed it: names in one line, for lists and the slip. */
  parties(facts: F): {
    readonly subject: string;
    readonly applicant: string;
    readonly applicantAddress: string;
    readonly applicantPhone: string;
    readonly applicantEmail: string;
  };
  readonly documents: readonly DocumentDefinition<F>[];
  readonly examples: readonly Example<F>[];
};

/** A procedure as the platform sees it: its facts are opaque. */
export type AnyProcedure = Procedure<Facts>;

/**
 * Declares a procedure with its facts typed from its own form, and hands it to the platform as {@link AnyProcedure}.
 * The platform only calls it with facts its form has normalised, which is what makes the widening sound.
 */
export function defineProcedure<F extends Facts>(procedure: Procedure<F>): AnyProcedure {
  return procedure as unknown as AnyProcedure;
}
