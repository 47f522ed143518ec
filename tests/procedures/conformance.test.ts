import { describe, expect, test } from 'vitest';
import { documentHtml } from '#shared/documents/html.ts';
import { feeTotal } from '#shared/fees/fee-line.ts';
import { conditionKeys } from '#shared/forms/condition.ts';
import { fieldsOf } from '#shared/forms/field.ts';
import { alwaysAskResidence } from '#shared/forms/note-two.ts';
import { instantAt } from '#shared/kernel/instant.ts';
import { addDays, plainDate } from '#shared/kernel/plain-date.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { checkDeclaration } from '#shared/procedures/check-declaration.ts';
import { type AnyProcedure, type Example, ruleSetOn } from '#shared/procedures/define-procedure.ts';
import { procedures } from '#shared/procedures/procedures.generated.ts';
import { currentVersion, upgradeFacts } from '#shared/procedures/read-procedure.ts';
import { contextOn, documentInputOf } from '#tests/builders/contexts.ts';
import { fixtureProcedure } from '#tests/builders/fixture-procedure.ts';

const vietnamese = /[a-zA-ZÀ-ỹĐđ]/;
const brokenText = /undefined|\[object|NaN/;

/** What every procedure inherits; the fixture proves that the suite itself asks nothing of civil status. */
describe.each([...procedures, fixtureProcedure].map((each) => ({ id: each.id, procedure: each })))(
  '$id',
  ({ procedure }) => {
    const accepted = procedure.examples.filter((example) => example.problems.length === 0);
    const [first] = accepted;
    if (!first) throw new Error(`${procedure.id} has no accepted example`);

    test('offers accepted and refused examples', () => {
      expect(procedure.examples.length).toBeGreaterThan(accepted.length);
      expect(new Set(procedure.examples.map((example) => example.name)).size).toBe(procedure.examples.length);
    });

    test.each(procedure.examples.map((example) => ({ name: example.name, example })))(
      'example “$name” is judged as declared',
      ({ example }) => {
        const { problems } = check(procedure, example);
        expect(named(problems, ['error'])).toEqual([...example.problems].toSorted());
        expect(named(problems, ['warning', 'notice'])).toEqual(
          expect.arrayContaining([...(example.warnings ?? [])]),
        );
      },
    );

    test.each(accepted.map((example) => ({ name: example.name, example })))(
      'example “$name” gets its deadline, fee and entry',
      ({ example }) => {
        const context = contextOn(example.today);
        const due = procedure.due(example.facts, example.receivedAt, context);
        if (!due.ok) throw new Error(JSON.stringify(due.error));
        expect(due.value.legalBasis).toMatch(vietnamese);
        if (example.due) expect(due.value.date).toBe(example.due);
        const fees = procedure.fees(example.facts, context);
        expect(fees.every((line) => line.legalBasis !== '')).toBe(true);
        if (example.fee !== undefined) expect(feeTotal(fees)).toBe(example.fee);
        const entry = procedure.entry(example.facts, context);
        expect(entry.subject).not.toBe('');
        expect(entry.searchKeys).toContainEqual({ kind: 'name', value: entry.subject });
        expect(new Set(entry.columns.map((column) => column.label)).size).toBe(entry.columns.length);
        expect(procedure.parties(example.facts).subject).toBe(entry.subject);
        expect(procedure.parties(example.facts).applicant).not.toBe('');
        expect(JSON.stringify(entry)).not.toMatch(brokenText);
      },
    );

    test.each(
      accepted.flatMap((example) =>
        procedure.documents.map((document) => ({
          name: example.name,
          title: document.title,
          example,
          document,
        })),
      ),
    )('prints $title of “$name”', ({ example, document }) => {
      const input = documentInputOf(procedure, example);
      const html = documentHtml(document.render(input));
      expect(html).not.toMatch(brokenText);
      expect(html.toUpperCase()).toContain(procedure.parties(example.facts).subject.toUpperCase());
      const { entry: _entry, personalId: _personalId, signer: _signer, ...unfinished } = input;
      expect(documentHtml(document.render(unfinished))).not.toMatch(brokenText);
    });

    test('prints a declaration from nothing typed yet', () => {
      const blank = { ...contextOn(first.today), facts: {}, dossierCode: '' };
      for (const document of procedure.documents.filter((each) => each.availableFrom === 'declaration'))
        expect(documentHtml(document.render(blank))).not.toMatch(brokenText);
    });

    test('survives facts of any shape and refuses an empty declaration', () => {
      const context = contextOn(plainDate(2026, 10, 1));
      expect(named(checkDeclaration(procedure, {}, [], context).problems, ['error'])).not.toEqual([]);
      for (const value of ['x', 7, true, null, [], {}, { kind: 'x' }]) {
        const raw = Object.fromEntries(fieldsOf(procedure.form).map((field) => [field.key, value]));
        const { sound } = checkDeclaration(procedure, raw, [], context);
        procedure.parties(sound);
        procedure.fees(sound, context);
        procedure.entry(sound, context);
      }
    });

    test.each([
      [plainDate(2026, 2, 13), 15 * 60 - 1],
      [plainDate(2026, 2, 13), 15 * 60],
      [plainDate(2026, 2, 13), 15 * 60 + 1],
      [plainDate(2026, 2, 14), 9 * 60],
      [plainDate(2026, 12, 31), 16 * 60],
    ])('received on %s at minute %i is due on a working day, across Tết and the year', (date, minutes) => {
      const due = procedure.due(first.facts, instantAt({ date, minutes }), contextOn(date));
      if (!due.ok) throw new Error(JSON.stringify(due.error));
      expect(due.value.date >= date).toBe(true);
      expect(due.value.date > plainDate(2026, 2, 13) && due.value.date < plainDate(2026, 2, 23)).toBe(false);
      expect(due.value.date).not.toBe(plainDate(2027, 1, 1));
    });

    test('answers a calendar without data as an error, not a date', () => {
      const far = plainDate(2099, 1, 5);
      expect(procedure.due(first.facts, instantAt({ date: far, minutes: 600 }), contextOn(far)).ok).toBe(
        false,
      );
    });

    test('names every part, each once, in Vietnamese', () => {
      const fields = fieldsOf(procedure.form);
      const keys = fields.map((field) => field.key);
      expect(new Set(keys).size).toBe(keys.length);
      for (const key of keys) expect(key).toMatch(/^[a-z][A-Za-z]*\.[a-z][A-Za-z]*$/);
      for (const text of [
        procedure.name,
        procedure.book.title,
        ...fields.map((field) => field.label),
        ...fields.flatMap((field) => field.choices ?? []).map((choice) => choice.label),
        ...procedure.form.sections.map((section) => section.title),
        ...procedure.checklist.map((item) => item.name),
        ...procedure.documents.map((document) => document.title),
        ...Object.values(procedure.messages),
      ])
        expect(text.trim()).toMatch(vietnamese);
      for (const field of fields.filter((each) => each.kind === 'choice'))
        expect(field.choices?.length ?? 0).toBeGreaterThan(1);
      for (const key of Object.keys(procedure.messages))
        expect(key.startsWith(`${procedure.id}/`)).toBe(true);
    });

    test('asks conditions only about its own fields', () => {
      const keys = new Set([...fieldsOf(procedure.form).map((field) => field.key), alwaysAskResidence]);
      const conditions = [
        ...procedure.form.sections.map((section) => section.shownWhen),
        ...fieldsOf(procedure.form).flatMap((field) => [field.shownWhen, field.required]),
        ...procedure.checklist.map((item) => item.neededWhen),
        ...procedure.variants.map((variant) => variant.when),
      ].filter((each) => typeof each === 'object');
      expect(conditions.flatMap(conditionKeys).filter((key) => !keys.has(key))).toEqual([]);
    });

    test('lists each paper, document and variant once', () => {
      for (const ids of [
        procedure.checklist.map((item) => item.id),
        procedure.documents.map((document) => document.id),
        procedure.variants.map((variant) => variant.code),
      ])
        expect(new Set(ids).size).toBe(ids.length);
    });

    test('upgrades every older payload to fields it still has', () => {
      const numbers = procedure.versions.map((version) => version.version);
      expect(numbers).toEqual(numbers.map((_, index) => index + 1));
      expect(procedure.versions.slice(1).every((version) => version.upgrade !== undefined)).toBe(true);
      const known = new Set(fieldsOf(procedure.form).map((field) => field.key));
      for (const older of procedure.versions) {
        if (older.version < currentVersion(procedure)) expect(older.sample).toBeDefined();
        const upgraded = upgradeFacts(procedure, older.sample ?? first.facts, older.version);
        expect(Object.keys(upgraded).filter((key) => !known.has(key))).toEqual([]);
      }
      expect(() => upgradeFacts(procedure, {}, currentVersion(procedure) + 1)).toThrow(RangeError);
    });

    test('knows the law of every day, without gap or overlap', () => {
      const sets = procedure.ruleSets;
      for (const [index, set] of sets.slice(1).entries())
        expect(set.from).toBe(addDays(sets[index]?.to ?? set.from, 1));
      expect(sets.at(-1)?.to).toBeUndefined();
      expect(ruleSetOn(sets, plainDate(2027, 2, 28))).toBeDefined();
      const ids = new Set(sets.map((set) => set.id));
      expect(procedure.documents.flatMap((each) => each.ruleSets ?? []).filter((id) => !ids.has(id))).toEqual(
        [],
      );
    });
  },
);

function check(procedure: AnyProcedure, example: Example) {
  return checkDeclaration(procedure, example.facts, example.components, contextOn(example.today));
}

/** Codes, with the rule's number where the message ends with one. */
function named(problems: readonly Problem[], severities: readonly string[]): readonly string[] {
  return problems
    .filter((each) => severities.includes(each.severity))
    .map((each) => {
      const rule = /\(([A-Z]\d\d)\)$/.exec(each.message)?.[1];
      return rule === undefined ? each.code : `${each.code}#${rule}`;
    })
    .toSorted();
}
