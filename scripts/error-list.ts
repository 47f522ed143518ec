/**
 * The text of docs/errors.md.
 * @param codes every error code with the words a clerk sees, in the order of the registry
 */
export function errorList(codes: Readonly<Record<string, string>>): string {
  const areas = Map.groupBy(Object.entries(codes), ([code]) => code.slice(0, code.indexOf('/')));
  const sections = [...areas].flatMap(([area, entries]) => [
    `## ${area}`,
    '',
    '| Code | What the clerk sees |',
    '|---|---|',
    ...entries.map(([code, text]) => `| \`${code}\` | ${text.replaceAll('|', '\\|')} |`),
    '',
  ]);
  return [
    '# Errors',
    '',
    '<!-- Written by `npm run gen` from src/shared/kernel/error-codes.ts. Do not edit. -->',
    '',
    'Every expected error has one code. A code never changes its meaning and is never used again for another one, so',
    'it can be searched for here and told over the telephone. The text is what a clerk sees when the place that found',
    'the error has nothing more exact to say; many places add names, days or numbers.',
    '',
    ...sections,
  ].join('\n');
}
