import { findProvince } from './catalogues/provinces.ts';
import { isVietnameseSyllable } from './syllable.ts';
import { telexReading } from './telex.ts';

const WAY_OUT = 'Hãy tắt bộ gõ tiếng Việt rồi quét lại, hoặc nhập tay theo thẻ.';

/**
 * A scanner that works as a keyboard types into whatever input method is on: Telex and VNI rewrite letters, the
 * Vietnamese keyboard layout turns digits into letters, and some readers drop every letter with a mark.
 * Returns what is wrong, in words for the clerk; undefined when the text is whole or is no card at all.
 */
export function cardDamage(text: string): string | undefined {
  const fields = text.split('|').map((field) => field.trim());
  const startsAsCard = /^\d{12}(?!\d)/.test(text);
  if (text.includes('\ufffd')) return `Mã QR đọc được có ký tự hỏng. ${WAY_OUT}`;
  if (fields.length < 6) {
    const cardOnOneLine = /^\d{12}.*\p{L}.*\d{8}/u.test(text);
    return cardOnOneLine ? `Mã QR mất dấu ngăn cách giữa các mục. ${WAY_OUT}` : undefined;
  }
  if (!startsAsCard) {
    const restOfCard = /\d{8}/.test(text) || fields.some((field) => /^(Nam|Nữ|Nu)$/i.test(field));
    return restOfCard ? `Số định danh trong mã QR bị bộ gõ làm hỏng. ${WAY_OUT}` : undefined;
  }
  const [second = '', third = ''] = fields.slice(1);
  const name = /\p{L}/u.test(second) ? second : third;
  const [gender = '', address = ''] = fields.slice(name === second ? 3 : 4);
  if (/[^\p{L}\p{M}\s'’.-]/u.test(name) || words(name).some((word) => telexReading(word) !== undefined)) {
    return `Họ tên trong mã QR bị bộ gõ làm hỏng: “${name}”. ${WAY_OUT}`;
  }
  if (/^nu|\?/i.test(gender) || telexReading(gender) !== undefined) {
    return `Giới tính trong mã QR bị bộ gõ làm hỏng: “${gender}”. ${WAY_OUT}`;
  }
  if (lostMarks(name, address)) return `Mã QR đọc được bị mất dấu tiếng Việt. ${WAY_OUT}`;
  return undefined;
}

/** A card without a single marked letter is possible (Phan Anh Khoa, Long An), so the words must give it away. */
function lostMarks(name: string, address: string): boolean {
  if (/[^\p{ASCII}]/u.test(name + address)) return false;
  const province = address.split(',').pop()?.trim() ?? '';
  const written = findProvince(province);
  if (
    written &&
    ![written.name, ...written.former.map(([, former]) => former)].some((each) => province.endsWith(each))
  )
    return true;
  return words(name).some((word) => !isVietnameseSyllable(word.toLowerCase()));
}

function words(text: string): string[] {
  return text.split(/[\s'-]+/).filter((word) => word !== '');
}
