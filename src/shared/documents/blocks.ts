import type { OfficeProfile, Signer } from '../dossiers/office.ts';
import type { PlainDate } from '../kernel/plain-date.ts';
import { dateText } from './date-text.ts';
import type { Align, Block, LineItem, PrintDocument, Run, Sheet, SignatureColumn } from './model.ts';

/** Quốc hiệu and tiêu ngữ. */
export const nationalTitle = ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc'] as const;

/** The sheet of declarations, extracts and full-page certificates. */
export const portraitA4: Sheet = {
  size: 'A4',
  orientation: 'portrait',
  margin: { top: 15, right: 15, bottom: 15, left: 25 },
};

/** One flowing document on A4. */
export function a4Document(title: string, blocks: readonly Block[]): PrintDocument {
  return { title, sheet: portraitA4, pages: [{ blocks }] };
}

/** The quốc hiệu alone in the middle: head of a declaration. */
export function nationalHead(): Block {
  return { kind: 'letterhead', left: [], right: nationalTitle };
}

/**
 * The office on the left, quốc hiệu on the right.
 * @param parts `unit`: a part of the office speaking (`office.desk`), below the office's name; `number`: `Số: 12/HDHS`;
 * `date`: gives place and date on the right
 */
export function letterhead(
  office: OfficeProfile,
  parts: { readonly unit?: string; readonly number?: string; readonly date?: PlainDate } = {},
): Block {
  return {
    kind: 'letterhead',
    left: [...committeeLines(office), ...(parts.unit ? [parts.unit.toUpperCase()] : [])],
    right: nationalTitle,
    ...(parts.number === undefined ? {} : { leftNote: parts.number }),
    ...(parts.date === undefined ? {} : { rightNote: placeAndDate(office, parts.date) }),
  };
}

/** `UBND phường Cầu Giấy` as the two lines of a head: ỦY BAN NHÂN DÂN, PHƯỜNG CẦU GIẤY. */
function committeeLines(office: OfficeProfile): readonly string[] {
  const match = /^(?:UBND|Ủy ban nhân dân)\s+(.+)$/iu.exec(office.name.normalize('NFC'));
  return match?.[1] ? ['ỦY BAN NHÂN DÂN', match[1].toUpperCase()] : [office.name.toUpperCase()];
}

/** `Cầu Giấy`: the commune without its kind, as it stands before a date. */
export function placeName(office: OfficeProfile): string {
  return office.commune.normalize('NFC').replace(/^(phường|xã|đặc khu|thị trấn)\s+/iu, '');
}

/** `Cầu Giấy, ngày 05 tháng 01 năm 2026`. */
export function placeAndDate(office: OfficeProfile, date: PlainDate): string {
  return `${placeName(office)}, ${dateText(date)}`;
}

export function title(text: string, subtitle?: string): Block {
  return subtitle === undefined ? { kind: 'title', text } : { kind: 'title', text, subtitle };
}

/** A paragraph of one text or of runs. */
export function paragraph(
  content: string | readonly Run[],
  options: { readonly align?: Align; readonly indent?: boolean } = {},
): Block {
  return {
    kind: 'paragraph',
    runs: typeof content === 'string' ? [{ text: content }] : content,
    ...options,
  };
}

/** A heading inside a paper: a paragraph in bold. */
export function heading(text: string): Block {
  return paragraph([{ text, bold: true }], { align: 'left' });
}

/** `Kính gửi: …` above a declaration. */
export function addressee(name: string): Block {
  return paragraph([{ text: 'Kính gửi: ', bold: true }, { text: name }], { align: 'center' });
}

/** One printed line of `Label: value` pairs; an empty value is dotted. */
export function labelLine(...items: readonly (LineItem | readonly [label: string, value: string])[]): Block {
  return {
    kind: 'line',
    items: items.map((item) => ('label' in item ? item : { label: item[0], value: item[1] })),
  };
}

/** The closing sentence a requester signs. */
export function oath(text: string): Block {
  return paragraph(text, { indent: true });
}

export function checkboxes(...items: readonly (readonly [label: string, checked: boolean])[]): Block {
  return { kind: 'checkboxes', items: items.map(([label, checked]) => ({ label, checked })) };
}

/** Side by side, from the left; give an empty column to keep a place free. */
export function signatures(...columns: readonly SignatureColumn[]): Block {
  return { kind: 'signatures', columns };
}

export const noSignature: SignatureColumn = { title: '', note: '', name: '' };

/** The requester's column of a declaration. */
export function requesterSignature(name: string): SignatureColumn {
  return { title: 'Người yêu cầu', note: '(Ký, ghi rõ họ, chữ đệm, tên)', name };
}

/** The authorised signer's column: office above the name, room for the seal between. */
export function signerSignature(signer: Signer | undefined, heading = ''): SignatureColumn {
  return {
    title: [heading, signer?.title ?? ''].filter((line) => line !== '').join('\n'),
    note: '(Ký, ghi rõ họ, chữ đệm, tên, chức vụ và đóng dấu)',
    name: signer?.name ?? '',
  };
}
