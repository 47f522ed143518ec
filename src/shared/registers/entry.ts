import type { PlainDate } from '../kernel/plain-date.ts';
import type { PartialDate } from '../people/person-values.ts';

/** Which of the office's books (Sổ hộ tịch): a stable kebab-case word chosen by the procedure that writes it. */
export type BookKind = string;

/** A book as its procedure names it. Several procedures may write into one book. */
export type BookDefinition = {
  readonly kind: BookKind;
  /** Vietnamese title as printed on the cover: `Sổ đăng ký khai sinh`. */
  readonly title: string;
};

/** A piece by which an entry or a dossier is found again. */
export type SearchKey = {
  readonly kind: 'name' | 'personal-id' | 'identity-document' | 'date';
  readonly value: string;
};

/** What a procedure writes into a book: number, page and holder are the register's own business. */
export type EntryDraft = {
  /** The person registered, as written: shown in lists. */
  readonly subject: string;
  /** Partial date of the event (birth, death). */
  readonly eventDate: string;
  /** Column label to text, in the order of the book. */
  readonly columns: readonly { readonly label: string; readonly value: string }[];
  /** Tick boxes of the page: Đúng hạn, Quá hạn … */
  readonly boxes: readonly { readonly label: string; readonly checked: boolean }[];
  /** Ghi chú written at registration. */
  readonly notes: readonly string[];
  readonly searchKeys: readonly SearchKey[];
  /** Flags the reports count: onTime, gender, ethnicity … */
  readonly statistics: Readonly<Record<string, string | number | boolean>>;
};

/** What was entered: the draft under a number. `number` is unique in (office, book kind, year). */
export type RegisterEntry = EntryDraft & {
  readonly entryId: string;
  readonly bookId: string;
  readonly book: BookKind;
  readonly year: number;
  readonly number: number;
  /** Custody epoch under which the number was given. */
  readonly epoch: number;
  readonly registeredOn: PlainDate;
  readonly registrar: string;
};

/** `01/2026`: number padded to two digits, then the year (TT 04/2020). */
export function entryNumberText(entry: { readonly number: number; readonly year: number }): string {
  return `${String(entry.number).padStart(2, '0')}/${entry.year}`;
}

/** The Ghi chú of an entry whose late number was settled with another one. */
export function renumberNote(about: {
  readonly oldNumber: number;
  readonly number: number;
  readonly year: number;
  readonly reason: string;
}): string {
  const { oldNumber, number, year, reason } = about;
  const before = entryNumberText({ number: oldNumber, year });
  return `Số cũ ${before}, đánh lại thành ${entryNumberText({ number, year })}: ${reason}`;
}

/** What tells one event from another (rule G06): the same subject on the same day may be a duplicate. */
export type DuplicateKey = {
  readonly subject: string;
  readonly eventDate: PartialDate | PlainDate;
  /** A person whose other event on that day is likely a twin's, not a duplicate: the mother. Empty when unknown. */
  readonly parent: string;
};
