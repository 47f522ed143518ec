import { foldForSearch } from '#shared/people/fold.ts';
import type { AnyProcedure } from '#shared/procedures/define-procedure.ts';

/** Procedures whose name, code or keywords hold every word typed, without tones; best name match first. */
export function matchProcedures(procedures: readonly AnyProcedure[], typed: string): readonly AnyProcedure[] {
  const wanted = foldForSearch(typed);
  if (wanted === '') return procedures;
  const words = wanted.split(' ');
  return procedures
    .map((procedure) => ({
      procedure,
      name: foldForSearch(procedure.name),
      text: ` ${foldForSearch([procedure.name, procedure.code, ...procedure.keywords].join(' '))}`,
    }))
    .filter(({ text }) => words.every((word) => text.includes(` ${word}`)))
    .sort((a, b) => rank(a.name, wanted) - rank(b.name, wanted))
    .map(({ procedure }) => procedure);
}

function rank(name: string, wanted: string): number {
  if (name === wanted) return 0;
  return name.includes(wanted) ? 1 : 2;
}
