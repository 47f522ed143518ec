import { TextInput } from '@mantine/core';
import { isPresent } from '#shared/forms/condition.ts';
import { AddressInputs } from './address-inputs.tsx';
import type { FieldProps } from './field-props.ts';
import classes from './form-renderer.module.css';
import { GroupField } from './group-field.tsx';
import { asText, partsOf } from './read-value.ts';

/** Where something happened or a family comes from; only an event can have happened in a health facility. */
export function PlaceField(props: FieldProps) {
  const { field, id, value, onChange } = props;
  const part = partsOf(value);
  const place = {
    facility: part('facility'),
    detail: part('detail') || asText(value),
    commune: part('commune'),
    province: part('province'),
    country: part('country'),
  };
  const change = (next: Partial<typeof place>): void => {
    const whole = { ...place, ...next };
    onChange(field.key, isPresent(whole) ? whole : undefined);
  };
  const origin = /origin/i.test(field.key);
  return (
    <GroupField {...props}>
      {origin && place.facility === '' ? null : (
        <TextInput
          className={classes.wide}
          id={`${id}-facility`}
          label="Cơ sở y tế (nếu có)"
          value={place.facility}
          onChange={(event) => change({ facility: event.currentTarget.value })}
          autoComplete="off"
          spellCheck={false}
        />
      )}
      <AddressInputs
        id={id}
        value={place}
        onChange={change}
        detailLabel={origin ? 'Thôn, tổ (nếu có)' : 'Số nhà, đường, thôn, tổ'}
      />
    </GroupField>
  );
}
