import { type PlainDate, partsOf } from '../kernel/plain-date.ts';

/**
 * The shape of official dossier codes (mã hồ sơ): agency, day and serial of the day. In 2025 `H26.12-261123-0007`; a
 * wider day and serial are announced, so the city decides it and nobody reads a code apart again.
 */
export const DEFAULT_CODE_SHAPE = '{agency}-{yyMMdd}-{serial:4}';

/** Fills in all but the serial: `H26.12-261123-{serial:4}`, as a block of codes carries it. */
export function codeTemplate(shape: string, agencyCode: string, day: PlainDate): string {
  const { year, month, day: dayOfMonth } = partsOf(day);
  const two = (value: number): string => String(value).padStart(2, '0');
  const rest = `${two(month)}${two(dayOfMonth)}`;
  return shape
    .replaceAll('{agency}', agencyCode)
    .replaceAll('{yyyyMMdd}', `${year}${rest}`)
    .replaceAll('{yyMMdd}', `${two(year % 100)}${rest}`);
}

/** A shape without exactly one serial gives every dossier the same code. */
export function isCodeShape(shape: string): boolean {
  return shape.match(/\{serial:[1-9]\}/g)?.length === 1;
}

export function codeAt(template: string, serial: number): string {
  return template.replace(/\{serial:(\d)\}/, (_all, digits: string) =>
    String(serial).padStart(Number(digits), '0'),
  );
}
