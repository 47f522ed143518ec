import type { KeyboardEvent } from 'react';
import { INPUTS } from '#renderer/ui/focus-field.ts';

/**
 * Enter goes to the next input of the form, Shift+Enter to the one before. Enter in a long text makes a line, on a
 * button presses it, and never finishes a syllable that an input method is still composing.
 */
export function enterMovesOn(event: KeyboardEvent<HTMLElement>): void {
  const from = event.target;
  if (event.key !== 'Enter' || event.ctrlKey || event.altKey || event.metaKey) return;
  if (event.nativeEvent.isComposing || event.nativeEvent.keyCode === 229) return;
  if (!(from instanceof HTMLInputElement || from instanceof HTMLSelectElement)) return;
  event.preventDefault();
  const inputs = [...event.currentTarget.querySelectorAll<HTMLInputElement>(INPUTS)].filter(reachable);
  const at = inputs.findIndex((input) => input === from || sameRadios(input, from));
  const next = inputs[at + (event.shiftKey ? -1 : 1)];
  next?.focus();
  if (next instanceof HTMLInputElement && next.type !== 'radio' && next.type !== 'checkbox') next.select();
}

/** Of a group of radios only one is in the tab order: the chosen one, or the first. */
function reachable(input: HTMLInputElement, _index: number, all: HTMLInputElement[]): boolean {
  if (input.tabIndex < 0) return false;
  if (input.type !== 'radio') return true;
  const group = all.filter((each) => sameRadios(each, input));
  return input === (group.find((each) => each.checked) ?? group[0]);
}

function sameRadios(a: HTMLInputElement, b: HTMLInputElement | HTMLSelectElement): boolean {
  return a.type === 'radio' && b.type === 'radio' && a.name === b.name;
}
