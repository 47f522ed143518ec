import type { Field } from '#shared/forms/field.ts';
import type { Problem } from '#shared/kernel/problem.ts';

/** What every input of the form language is given. */
export type FieldProps = {
  readonly field: Field;
  /** Element id of the input, or of the group of inputs. */
  readonly id: string;
  /** As typed, scanned or kept: may be malformed, then it is shown as it is. */
  readonly value: unknown;
  /** Its own problems, already chosen for showing. */
  readonly problems: readonly Problem[];
  readonly required: boolean;
  /** Called at each key with what the field holds now; undefined when it is empty. Stable between renders. */
  readonly onChange: (key: string, value: unknown) => void;
  /** Today in Việt Nam, `YYYY-MM-DD`. */
  readonly today: string;
};
