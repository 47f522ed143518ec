import { NativeSelect } from '@mantine/core';
import { isPresent } from '#shared/forms/condition.ts';
import { residenceKindLabels } from '#shared/people/catalogues/labels.ts';
import { AddressInputs } from './address-inputs.tsx';
import type { FieldProps } from './field-props.ts';
import { GroupField } from './group-field.tsx';
import { asText, partsOf } from './read-value.ts';

const kinds = Object.entries(residenceKindLabels).map(([value, label]) => ({ value, label }));

export function ResidenceField(props: FieldProps) {
  const { field, id, value, onChange } = props;
  const part = partsOf(value);
  const residence = {
    kind: part('kind') || 'permanent',
    detail: part('detail') || asText(value),
    commune: part('commune'),
    province: part('province'),
    country: part('country'),
  };
  const change = (next: Partial<typeof residence>): void => {
    const whole = { ...residence, ...next };
    onChange(field.key, isPresent(whole) ? whole : undefined);
  };
  return (
    <GroupField {...props}>
      <NativeSelect
        id={`${id}-kind`}
        label="Hình thức"
        value={residence.kind}
        data={kinds}
        onChange={(event) => change({ kind: event.currentTarget.value })}
      />
      <AddressInputs id={id} value={residence} onChange={change} detailLabel="Số nhà, đường, thôn, tổ" />
    </GroupField>
  );
}
