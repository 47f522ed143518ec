import { Checkbox, TextInput } from '@mantine/core';
import { useState } from 'react';
import { hanoiCommunes } from '#shared/people/catalogues/hanoi-communes.ts';
import { findProvince, provinces } from '#shared/people/catalogues/provinces.ts';
import { foldForSearch } from '#shared/people/fold.ts';
import { canonicalNationality, nationalityNames } from './catalogue-field.tsx';
import classes from './form-renderer.module.css';
import { SuggestInput } from './suggest-input.tsx';

/** What a residence and a place share. */
export type Address = {
  readonly detail: string;
  readonly commune: string;
  readonly province: string;
  readonly country: string;
};

type AddressInputsProps = {
  readonly id: string;
  readonly value: Address;
  readonly onChange: (part: Partial<Address>) => void;
  readonly detailLabel: string;
};

const HANOI = 'Hà Nội';
const provinceNames = provinces.map((each) => each.name);
const foreignNames = nationalityNames.filter((name) => name !== 'Việt Nam' && name !== 'Không quốc tịch');

/**
 * Detail, commune, province, or a country abroad. A commune of Hà Nội brings its province along, because that is
 * what nearly every citizen of these desks has.
 */
export function AddressInputs({ id, value, onChange, detailLabel }: AddressInputsProps) {
  const [abroad, setAbroad] = useState(value.country !== '');
  const inHanoi = value.province === '' || value.province === HANOI;
  const foreign = abroad || value.country !== '';
  return (
    <>
      <TextInput
        className={classes.wide}
        id={`${id}-detail`}
        label={detailLabel}
        value={value.detail}
        onChange={(event) => onChange({ detail: event.currentTarget.value })}
        autoComplete="off"
        spellCheck={false}
      />
      {foreign ? (
        <SuggestInput
          id={`${id}-country`}
          label="Quốc gia"
          value={value.country}
          onChange={(country) => onChange({ country })}
          options={foreignNames}
          canonical={canonicalNationality}
        />
      ) : (
        <>
          <SuggestInput
            id={`${id}-commune`}
            label="Xã, phường"
            value={value.commune}
            onChange={(commune) =>
              onChange(
                value.province === '' && hanoiCommunes.includes(commune)
                  ? { commune, province: HANOI }
                  : { commune },
              )
            }
            options={inHanoi ? hanoiCommunes : []}
            {...(inHanoi ? { canonical: canonicalCommune } : {})}
          />
          <SuggestInput
            id={`${id}-province`}
            label="Tỉnh, thành phố"
            value={value.province}
            onChange={(province) => onChange({ province })}
            options={provinceNames}
            canonical={(text) => findProvince(text)?.name}
          />
        </>
      )}
      <Checkbox
        className={classes.abroad}
        id={`${id}-abroad`}
        label="Ở nước ngoài"
        checked={foreign}
        tabIndex={-1}
        onChange={(event) => {
          setAbroad(event.currentTarget.checked);
          onChange(event.currentTarget.checked ? { commune: '', province: '' } : { country: '' });
        }}
      />
    </>
  );
}

/** "cau giay" and "phuong cau giay" are Phường Cầu Giấy; a name that two communes share is left as typed. */
function canonicalCommune(text: string): string | undefined {
  const folded = foldForSearch(text);
  const found = hanoiCommunes.filter((commune) => {
    const name = foldForSearch(commune);
    return name === folded || name.replace(/^(phuong|xa) /, '') === folded;
  });
  return found.length === 1 ? found[0] : undefined;
}
