import type { ErrorCode } from '../kernel/error-codes.ts';
import { type PlainDate, parsePlainDate } from '../kernel/plain-date.ts';
import { problem } from '../kernel/problem.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import { residenceOnCard } from './card-address.ts';
import { cardDamage } from './card-damage.ts';
import { foldForSearch } from './fold.ts';
import { normaliseName, parseName } from './names.ts';
import { parsePartialDate } from './partial-date.ts';
import type { Gender, PartialDate, PersonalId, PersonName, Residence } from './person-values.ts';
import { parsePersonalId } from './personal-id.ts';

/** What the QR of a căn cước công dân or thẻ căn cước tells. The raw text is not kept. */
export type CardData = {
  readonly personalId: PersonalId;
  /** CMND, or empty. */
  readonly oldIdNumber: string;
  readonly name: PersonName;
  readonly birthDate: PartialDate;
  readonly gender: Gender | undefined;
  /** As on the card, in one string. */
  readonly address: string;
  /** The address taken apart, with today's province. */
  readonly residence: Residence;
  /** The commune is of before 01/7/2025: the clerk names today's. */
  readonly communeToConfirm: boolean;
  readonly issuedOn?: PlainDate | undefined;
  /** Further fields of newer cards, as they came. */
  readonly extra: readonly string[];
};

/**
 * Reads `id|old id|name|ddMMyyyy|gender|address|ddMMyyyy issued` as a scanner types it. Six fields are enough (some
 * readers drop the empty old id, some the issue date); more are kept in `extra`.
 * Fails with `qr/damaged` when a card was scanned but an input method or the reader spoilt the text, and with
 * `qr/unreadable` when the text is no card.
 */
export function readCardQr(raw: string): Result<CardData> {
  const text = raw
    .replace(/^\ufeff+|[\r\n\t]+$/g, '')
    .trim()
    .normalize('NFC');
  const damage = cardDamage(text);
  if (damage !== undefined) return refuse('qr/damaged', damage);
  const fields = sevenFields(text.split('|').map((field) => field.trim()));
  const [id = '', oldIdNumber = '', name = '', birth = '', gender = '', address = '', issued = '', ...extra] =
    fields;
  const personalId = parsePersonalId(id);
  if (fields.length < 6 || personalId === undefined) {
    return refuse(
      'qr/unreadable',
      'Mã vừa quét không phải mã QR trên thẻ căn cước. Hãy quét lại hoặc nhập tay.',
    );
  }
  const birthDate = parsePartialDate(birth);
  if (!birthDate.ok || name === '') {
    return refuse(
      'qr/damaged',
      'Mã QR đọc thiếu họ tên hoặc ngày sinh. Hãy quét lại hoặc nhập tay theo thẻ.',
    );
  }
  const issuedOn = fullDay(issued);
  const { residence, communeToConfirm } = residenceOnCard(address, issuedOn);
  return ok({
    personalId,
    oldIdNumber,
    name: normaliseName(parseName(name)),
    birthDate: birthDate.value,
    gender: genderOnCard(gender),
    address,
    residence,
    communeToConfirm,
    issuedOn,
    extra,
  });
}

function refuse(code: ErrorCode, message: string): Result<CardData> {
  return err([problem(code, 'error', message)]);
}

/** A reader that drops empty fields puts the name second: a name is never digits. */
function sevenFields(fields: readonly string[]): readonly string[] {
  const [id = '', second = '', ...rest] = fields;
  return /\p{L}/u.test(second) ? [id, '', second, ...rest] : fields;
}

function genderOnCard(text: string): Gender | undefined {
  const folded = foldForSearch(text);
  if (folded === 'nam') return 'male';
  return folded === 'nu' ? 'female' : undefined;
}

function fullDay(text: string): PlainDate | undefined {
  const date = parsePartialDate(text);
  return date.ok ? parsePlainDate(date.value) : undefined;
}
