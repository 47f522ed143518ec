import type { Field, Section } from '#shared/forms/field.ts';

/** Fields of one person that a card can fill. */
export type CardGroup = { readonly id: string; readonly label: string; readonly fields: readonly Field[] };

/** The people of these sections whose cards can be scanned, in the order of the form: `mother` from `mother.name`. */
export function cardGroups(sections: readonly Section[]): readonly CardGroup[] {
  return sections.flatMap((section) => {
    const byPerson = Map.groupBy(
      section.fields.filter((field) => field.card !== undefined),
      (field) => personOf(field.key),
    );
    return [...byPerson].map(([id, fields]) => ({ id, label: section.title, fields }));
  });
}

/** The group a field belongs to, so that F4 in a person's field scans for that person. */
export function groupOfField(groups: readonly CardGroup[], key: string | undefined): CardGroup | undefined {
  return key === undefined ? undefined : groups.find((group) => group.id === personOf(key));
}

function personOf(key: string): string {
  return key.split('.').slice(0, -1).join('.');
}
