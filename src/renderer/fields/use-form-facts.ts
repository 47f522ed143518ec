import { useCallback, useState } from 'react';

export type FormFacts = {
  readonly facts: Readonly<Record<string, unknown>>;
  /** Stable between renders. `undefined` takes the fact away. */
  readonly set: (key: string, value: unknown) => void;
  /** Several at once: a scanned card, a draft reloaded. */
  readonly merge: (more: Readonly<Record<string, unknown>>) => void;
  readonly replace: (facts: Readonly<Record<string, unknown>>) => void;
};

/** What is typed into a form, kept as typed: normalising and checking are the core's. */
export function useFormFacts(initial: Readonly<Record<string, unknown>>): FormFacts {
  const [facts, setFacts] = useState(initial);
  const set = useCallback(
    (key: string, value: unknown) => setFacts((before) => without({ ...before, [key]: value })),
    [],
  );
  const merge = useCallback(
    (more: Readonly<Record<string, unknown>>) => setFacts((before) => without({ ...before, ...more })),
    [],
  );
  return { facts, set, merge, replace: setFacts };
}

function without(facts: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
}
