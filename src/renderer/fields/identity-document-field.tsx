import { NativeSelect, TextInput } from '@mantine/core';
import { isPresent } from '#shared/forms/condition.ts';
import { identityDocumentLabels } from '#shared/people/catalogues/labels.ts';
import { DateInput } from './date-input.tsx';
import type { FieldProps } from './field-props.ts';
import classes from './form-renderer.module.css';
import { GroupField } from './group-field.tsx';
import { asText, partsOf } from './read-value.ts';

const kinds = Object.entries(identityDocumentLabels).map(([value, label]) => ({ value, label }));

export function IdentityDocumentField(props: FieldProps) {
  const { field, id, value, onChange, today } = props;
  const part = partsOf(value);
  const document = {
    kind: part('kind') || 'citizen-card',
    number: part('number') || asText(value),
    issuedOn: part('issuedOn'),
    issuer: part('issuer'),
  };
  const change = (next: Partial<typeof document>): void => {
    const { issuedOn, ...rest } = { ...document, ...next };
    const whole = issuedOn === '' ? rest : { ...rest, issuedOn };
    onChange(field.key, isPresent(whole) ? whole : undefined);
  };
  return (
    <GroupField {...props}>
      <NativeSelect
        id={`${id}-kind`}
        label="Loại giấy tờ"
        value={document.kind}
        data={kinds}
        onChange={(event) => change({ kind: event.currentTarget.value })}
      />
      <TextInput
        id={`${id}-number`}
        label="Số"
        value={document.number}
        onChange={(event) => change({ number: event.currentTarget.value })}
        autoComplete="off"
        spellCheck={false}
      />
      <DateInput
        id={`${id}-issuedOn`}
        label="Ngày cấp"
        value={document.issuedOn}
        onChange={(issuedOn) => change({ issuedOn: issuedOn ?? '' })}
        today={today}
      />
      <TextInput
        className={classes.wide}
        id={`${id}-issuer`}
        label="Cơ quan cấp"
        value={document.issuer}
        onChange={(event) => change({ issuer: event.currentTarget.value })}
        autoComplete="off"
        spellCheck={false}
      />
    </GroupField>
  );
}
