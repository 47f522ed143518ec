import { Autocomplete, type ComboboxItem, type OptionsFilter } from '@mantine/core';
import type { ReactNode } from 'react';
import { foldForSearch } from '#shared/people/fold.ts';

type SuggestInputProps = {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly options: readonly string[];
  /** The catalogue's own spelling of what was typed, used on leaving; undefined keeps the typed text. */
  readonly canonical?: (text: string) => string | undefined;
  readonly error?: ReactNode;
  readonly description?: ReactNode;
  readonly required?: boolean;
  readonly placeholder?: string;
};

const MOST_SUGGESTIONS = 12;

/**
 * Free text with suggestions found without tones. Suggestions stand in a list below: text completed inside the
 * input would be eaten by the Backspaces of Vietnamese input methods.
 */
export function SuggestInput(props: SuggestInputProps) {
  return (
    <Autocomplete
      id={props.id}
      label={props.label}
      value={props.value}
      onChange={props.onChange}
      onBlur={() => {
        const tidy = props.value.normalize('NFC').replace(/\s+/gu, ' ').trim();
        const best = tidy === '' ? '' : (props.canonical?.(tidy) ?? tidy);
        if (best !== props.value) props.onChange(best);
      }}
      data={[...props.options]}
      filter={matchFolded}
      limit={MOST_SUGGESTIONS}
      openOnFocus={false}
      selectFirstOptionOnChange
      error={props.error}
      description={props.description}
      withAsterisk={props.required ?? false}
      aria-required={props.required ?? false}
      placeholder={props.placeholder ?? ''}
      autoComplete="off"
      spellCheck={false}
    />
  );
}

/** Every word typed begins a word of the option; an option beginning with the text comes first. */
const matchFolded: OptionsFilter = ({ options, search, limit }) => {
  const wanted = foldForSearch(search);
  if (wanted === '') return [];
  const words = wanted.split(' ');
  const found = options
    .filter((option): option is ComboboxItem => 'value' in option)
    .map((option) => ({ option, folded: foldForSearch(option.label) }))
    .filter(({ folded }) => words.every((word) => ` ${folded}`.includes(` ${word}`)))
    .filter(({ option }) => option.label !== search);
  const rank = (folded: string): number => (folded.startsWith(wanted) ? 0 : folded.endsWith(wanted) ? 1 : 2);
  return found
    .sort((a, b) => rank(a.folded) - rank(b.folded))
    .slice(0, limit)
    .map(({ option }) => option);
};
