/** The id of the input that holds a form field: what its label, its errors and the summary's links point to. */
export function fieldElementId(key: string): string {
  return `field-${key.replaceAll('.', '-')}`;
}

/** Moves to a field's input; false when the field is not on the screen. */
export function focusField(key: string): boolean {
  const holder = document.getElementById(fieldElementId(key));
  if (!holder) return false;
  const input = holder.matches(FOCUSABLE) ? holder : holder.querySelector<HTMLElement>(FOCUSABLE);
  if (!(input instanceof HTMLElement)) return false;
  input.scrollIntoView({ block: 'center' });
  input.focus({ preventScroll: true });
  return true;
}

export const INPUTS =
  'input:not([type=hidden]):not(:disabled), select:not(:disabled), textarea:not(:disabled)';
const FOCUSABLE = `${INPUTS}, button:not(:disabled)`;
