import { ethnicities, findEthnicity } from '#shared/people/catalogues/ethnicities.ts';
import { nationalities } from '#shared/people/catalogues/nationalities.ts';
import { foldForSearch } from '#shared/people/fold.ts';
import { errorText, notesOf } from './field-message.tsx';
import type { FieldProps } from './field-props.ts';
import { asText } from './read-value.ts';
import { SuggestInput } from './suggest-input.tsx';

const ethnicityNames = ethnicities.map((each) => each.name);
export const nationalityNames: readonly string[] = nationalities.map((each) => each.name);

/** Ethnicity: the official name, found also by other spellings of it. */
export function EthnicityField(props: FieldProps) {
  return (
    <CatalogueField {...props} options={ethnicityNames} canonical={(text) => findEthnicity(text)?.name} />
  );
}

export function NationalityField(props: FieldProps) {
  return <CatalogueField {...props} options={nationalityNames} canonical={canonicalNationality} />;
}

export function canonicalNationality(text: string): string | undefined {
  const folded = foldForSearch(text);
  return nationalityNames.find((name) => foldForSearch(name) === folded);
}

type CatalogueFieldProps = FieldProps & {
  readonly options: readonly string[];
  readonly canonical: (text: string) => string | undefined;
};

function CatalogueField({
  field,
  id,
  value,
  problems,
  required,
  onChange,
  ...catalogue
}: CatalogueFieldProps) {
  return (
    <SuggestInput
      id={id}
      label={field.label}
      value={asText(value)}
      onChange={(text) => onChange(field.key, text || undefined)}
      options={catalogue.options}
      canonical={catalogue.canonical}
      error={errorText(problems)}
      description={notesOf(field.hint, problems)}
      required={required}
    />
  );
}
