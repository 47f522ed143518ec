import type { Condition } from './condition.ts';
import type { FactValue, FieldKind, FieldValues } from './facts.ts';

export type { Facts, FactValue, FieldKind, FieldValues } from './facts.ts';

export type Choice = { readonly value: string; readonly label: string };

export type Field = {
  /** Dotted and stable: `child.name`. Renaming one is a new payload version. */
  readonly key: string;
  readonly kind: FieldKind;
  /** Exactly as printed on the paper form. */
  readonly label: string;
  readonly required: boolean | Condition;
  /** Shown and kept only when this holds; a hidden field is dropped by normalisation. */
  readonly shownWhen?: Condition;
  readonly choices?: readonly Choice[];
  /** One line under the field: an example or the note of the paper form. */
  readonly hint?: string;
  readonly maxLength?: number;
  readonly min?: number;
  readonly max?: number;
  /** Scanning a card into this group fills the fields whose `card` names the part. */
  readonly card?: 'name' | 'birth-date' | 'gender' | 'residence' | 'personal-id' | 'identity-document';
  /** Value the form starts with; facts given by the clerk win. */
  readonly initial?: FactValue;
};

export type Section = {
  readonly id: string;
  readonly title: string;
  readonly shownWhen?: Condition;
  readonly fields: readonly Field[];
};

export type Form = { readonly sections: readonly Section[] };

type Fields<F extends Form> = F['sections'][number]['fields'][number];

/** The facts a form can hold, typed by key: `FactsOf<typeof form>['child.name']` is a PersonName or undefined. */
export type FactsOf<F extends Form> = {
  readonly [K in Fields<F>['key']]?: FieldValues[Extract<Fields<F>, { readonly key: K }>['kind']] | undefined;
};

/** Checks a form's shape at compile time while keeping its literal keys for {@link FactsOf}. */
export function defineForm<const F extends Form>(form: F): F {
  return form;
}

export function fieldsOf(form: Form): readonly Field[] {
  return form.sections.flatMap((section) => section.fields);
}
