import { Title } from '@mantine/core';
import {
  type CSSProperties,
  type FocusEvent,
  type KeyboardEvent,
  type ReactNode,
  useCallback,
  useMemo,
  useState,
} from 'react';
import { fieldElementId } from '#renderer/ui/focus-field.ts';
import { holds } from '#shared/forms/condition.ts';
import type { Facts } from '#shared/forms/facts.ts';
import type { Field, FieldKind, Form, Section } from '#shared/forms/field.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { enterMovesOn } from './enter-moves-on.ts';
import { FieldInput } from './field-input.tsx';
import classes from './form-renderer.module.css';

type FormRendererProps = {
  readonly form: Form;
  /** As typed so far; see {@link useFormFacts}. */
  readonly facts: Readonly<Record<string, unknown>>;
  /** Problems to show beside their fields. */
  readonly problems: readonly Problem[];
  /** Must be stable between renders. */
  readonly onChange: (key: string, value: unknown) => void;
  /** `YYYY-MM-DD`, from `session.status.today`. */
  readonly today: string;
  /** Shown at the right of a section's title. */
  readonly sectionAside?: (section: Section) => ReactNode;
};

/** Draws any procedure's form from its definition: numbered sections, fields by kind, conditions followed live. */
export function FormRenderer(props: FormRendererProps) {
  const { form, facts, problems, today } = props;
  const typing = useFieldBeingTyped(props.onChange);
  const byField = useMemo(() => groupByField(problems), [problems]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys bubble here from the inputs, the element itself is not interactive
    <div
      className={`${classes.form} ${classes.container}`}
      onKeyDown={(event: KeyboardEvent<HTMLElement>) => enterMovesOn(event)}
      onBlur={typing.onBlur}
    >
      {shownSections(form, facts).map((section, index) => (
        <section
          key={section.id}
          id={sectionElementId(section.id)}
          className={classes.section}
          aria-labelledby={`${sectionElementId(section.id)}-title`}
        >
          <div
            style={{
              display: 'flex',
              justifyContent: 'space-between',
              alignItems: 'center',
              minHeight: '2rem',
            }}
          >
            <Title order={2} size="h5" id={`${sectionElementId(section.id)}-title`}>
              {index + 1}. {section.title}
            </Title>
            {props.sectionAside?.(section)}
          </div>
          <div className={classes.grid}>
            {section.fields
              .filter((field) => isShown(field, facts))
              .map((field) => (
                <div
                  key={field.key}
                  data-field={field.key}
                  className={classes.cell}
                  style={{ '--span': spanOf(field) } as CSSProperties}
                >
                  <FieldInput
                    field={field}
                    id={fieldElementId(field.key)}
                    value={facts[field.key]}
                    problems={typing.key === field.key ? NONE : (byField.get(field.key) ?? NONE)}
                    required={isRequired(field, facts)}
                    onChange={typing.onChange}
                    today={today}
                  />
                </div>
              ))}
          </div>
        </section>
      ))}
    </div>
  );
}

const NONE: readonly Problem[] = [];

/** Columns of twelve: name, date and number of a person fill one row of a 1366-pixel screen. */
const spans = {
  text: 6,
  'long-text': 12,
  name: 5,
  'full-date': 4,
  'partial-date': 4,
  time: 3,
  choice: 6,
  ethnicity: 4,
  nationality: 4,
  residence: 12,
  place: 12,
  'identity-document': 12,
  'personal-id': 3,
  phone: 3,
  email: 6,
  integer: 3,
  'yes-no': 6,
  copies: 12,
} as const satisfies Record<FieldKind, number>;

const SHORT_CHOICES = 12;

function spanOf(field: Field): number {
  const words = field.choices?.reduce((sum, choice) => sum + choice.label.length, 0);
  return words !== undefined && words <= SHORT_CHOICES && field.label.length <= SHORT_CHOICES
    ? 3
    : spans[field.kind];
}

export function sectionElementId(id: string): string {
  return `section-${id}`;
}

/** Conditions read facts as they are typed; a malformed value counts as given, which is what a person expects. */
export function shownSections(form: Form, facts: Readonly<Record<string, unknown>>): readonly Section[] {
  return form.sections.filter(
    (section) => section.shownWhen === undefined || holds(section.shownWhen, facts as Facts),
  );
}

function isShown(field: Field, facts: Readonly<Record<string, unknown>>): boolean {
  return field.shownWhen === undefined || holds(field.shownWhen, facts as Facts);
}

function isRequired(field: Field, facts: Readonly<Record<string, unknown>>): boolean {
  return typeof field.required === 'boolean' ? field.required : holds(field.required, facts as Facts);
}

function groupByField(problems: readonly Problem[]): ReadonlyMap<string, readonly Problem[]> {
  return Map.groupBy(
    problems.filter((each) => each.field !== undefined),
    (each) => each.field ?? '',
  );
}

/** A half-typed value is not scolded: its problems wait until the field is left. */
function useFieldBeingTyped(onChange: (key: string, value: unknown) => void) {
  const [key, setKey] = useState<string>();
  return {
    key,
    onChange: useCallback(
      (changed: string, value: unknown) => {
        if (isTypedInto(changed)) setKey(changed);
        onChange(changed, value);
      },
      [onChange],
    ),
    onBlur: (event: FocusEvent<HTMLElement>): void => {
      const holder = event.target.closest('[data-field]');
      if (!holder?.contains(event.relatedTarget)) setKey(undefined);
    },
  };
}

/** Choosing and ticking are complete at once; a change from outside (a scan) has no focus in the field. */
function isTypedInto(key: string): boolean {
  const active = document.activeElement;
  return (
    active instanceof HTMLInputElement &&
    active.type !== 'radio' &&
    active.type !== 'checkbox' &&
    active.closest('[data-field]')?.getAttribute('data-field') === key
  );
}
