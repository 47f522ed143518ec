import { useState } from 'react';

/**
 * The text a person sees in an input whose value is not that text. The text is the person's until they leave;
 * a value that comes from elsewhere (a scanned card, a draft reloaded) replaces it.
 *
 * Vietnamese input methods work by Backspace and retyping, so the text is set in the same event and never
 * rewritten while typing.
 */
export function useTypedText<Value>(
  value: Value,
  show: (value: Value) => string,
  emit: (value: Value) => void,
): { readonly text: string; readonly put: (text: string, value: Value) => void } {
  const [seen, setSeen] = useState(() => value);
  const [text, setText] = useState(() => show(value));
  if (value !== seen) {
    setSeen(() => value);
    setText(show(value));
  }
  return {
    text,
    put(nextText, nextValue) {
      setText(nextText);
      if (nextValue === value) return;
      setSeen(() => nextValue);
      emit(nextValue);
    },
  };
}
