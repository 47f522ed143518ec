import { parsePlainDate } from '../kernel/plain-date.ts';
import { parsePartialDate } from '../people/partial-date.ts';

/** White space that is no single space between words: seldom there, and a look is cheaper than the change. */
const LOOSE = /[^\S ]| {2}|^ | $/u;

/** A scalar as text: NFC, trimmed, inner white space one space. Anything that is no scalar is not text. */
export function oneLine(raw: unknown): string | undefined {
  const text = scalarText(raw);
  return text !== undefined && LOOSE.test(text) ? text.replace(/\s+/gu, ' ').trim() : text;
}

/** As {@link oneLine} but line breaks stay. */
export function lines(raw: unknown): string | undefined {
  return scalarText(raw)
    ?.replace(/\r\n?/g, '\n')
    .split('\n')
    .map((line) => line.replace(/\s+/gu, ' ').trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function scalarText(raw: unknown): string | undefined {
  if (typeof raw === 'string') return raw.normalize('NFC');
  if (typeof raw === 'number' || typeof raw === 'boolean') return String(raw);
  return undefined;
}

/**
 * Whether a text is a date known to the year, the month or the day (`1990`, `1990-02`, `1990-02-01`) in a year a
 * living person's papers can name.
 */
export function isIsoDate(text: string): boolean {
  if (![4, 7, 10].includes(text.length) || !(text >= '1850' && text < '2101')) return false;
  return parsePlainDate(text + '-01-01'.slice(text.length - 4)) !== undefined;
}

/** `1990-02-01` from the ways clerks write it (01/02/1990, 01021990, 02/1990, 1990); unreadable text stays. */
export function isoDate(raw: unknown): string | undefined {
  const text = oneLine(raw);
  if (text === undefined || isIsoDate(text)) return text;
  const parsed = parsePartialDate(text);
  return parsed.ok ? parsed.value : text;
}

/** `07:05` from 7:5, 7h05, 7 giờ 5 phút, 0705; unreadable text stays. */
export function isoTime(raw: unknown): string | undefined {
  const text = oneLine(raw);
  const match = /^(\d{1,2})\s?(?::|h|g|giờ)\s?(\d{1,2})?(?:\s?(?:phút|p|m))?$|^(\d{2})(\d{2})$/iu.exec(
    text ?? '',
  );
  if (!match) return text;
  const [hours, minutes] = [match[1] ?? match[3] ?? '', match[2] ?? match[4] ?? '0'];
  return `${hours.padStart(2, '0')}:${minutes.padStart(2, '0')}`;
}

/** A number from a number or its digits; unreadable text stays. */
export function wholeNumber(raw: unknown): number | string | undefined {
  if (typeof raw === 'number') return Number.isFinite(raw) ? withoutSign(raw) : undefined;
  const text = oneLine(raw);
  return text !== undefined && /^-?\d{1,15}$/.test(text) ? withoutSign(Number(text)) : text;
}

/** JSON knows no negative zero. */
function withoutSign(number: number): number {
  return number === 0 ? 0 : number;
}
