import { useHotkey } from './use-hotkey.ts';

/** Ctrl+Enter sends the form of a dialog from any of its fields. */
export function useSubmitHotkey(formId: string): void {
  useHotkey('submit', () => {
    const form = document.getElementById(formId);
    if (form instanceof HTMLFormElement) form.requestSubmit();
  });
}
