import type { ConflictField, Side } from './conflict.ts';
import classes from './conflict-screen.module.css';
import { factText } from './fact-text.ts';

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
  const show = (value: unknown): string => factText(procedure, field.key, value);
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
              {show(field[each])}
            </span>
          </label>
        ))}
      </div>
      <span className={classes.side}>Trước đó: {show(field.base)}</span>
    </fieldset>
  );
}
