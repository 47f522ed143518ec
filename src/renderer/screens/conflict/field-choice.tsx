import { displayFact } from '#renderer/screens/dossier/display-fact.ts';
import type { Facts } from '#shared/forms/field.ts';
import { fieldsOf } from '#shared/forms/field.ts';
import { findProcedure } from '#shared/procedures/procedures.generated.ts';
import type { ConflictField, Side } from './conflict.ts';
import classes from './conflict-screen.module.css';

type FieldChoiceProps = {
  readonly field: ConflictField;
  readonly procedure: string;
  readonly side: Side | undefined;
  readonly readOnly: boolean;
  readonly onChoose: (side: Side) => void;
};

const sides = {
  mine: 'Máy này',
  theirs: 'Thành phố',
} as const satisfies Record<Side, string>;

/** One differing field: both values side by side, arrow keys choose. */
export function FieldChoice({ field, procedure, side, readOnly, onChoose }: FieldChoiceProps) {
  const show = (value: unknown): string => shown(procedure, field.key, value);
  return (
    <fieldset
      className={classes.field}
      data-key={`choice-${field.key}`}
      {...(field.clash ? { 'data-clash': true } : {})}
    >
      <legend>
        {field.label}
        {field.clash ? ' – hai bên cùng sửa' : ''}
      </legend>
      <div className={classes.columns}>
        {(['mine', 'theirs'] as const).map((each) => (
          <label key={each} className={classes.choice}>
            <input
              type="radio"
              name={field.key}
              checked={side === each}
              disabled={readOnly}
              onChange={() => onChoose(each)}
            />
            <span className={classes.value}>
              <span className={classes.side}>{sides[each]}</span>
              {show(field[each]) || '(để trống)'}
            </span>
          </label>
        ))}
      </div>
      <span className={classes.side}>Trước đó: {show(field.base) || '(để trống)'}</span>
    </fieldset>
  );
}

/** A value in the words of the paper form; one this version does not know as it is stored. */
function shown(procedure: string, key: string, value: unknown): string {
  if (value === undefined) return '';
  const form = findProcedure(procedure)?.form;
  const field = form && fieldsOf(form).find((each) => each.key === key);
  return field ? displayFact(field, { [key]: value } as Facts) : JSON.stringify(value);
}
