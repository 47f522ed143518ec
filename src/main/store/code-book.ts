import { type CodeBook, emptyCodeBook } from '#shared/dossiers/code-lease.ts';
import type { Reader, Writer } from './types.ts';

const CODE_BOOK = 'code-book';

/** Blocks of dossier codes this device holds or has asked for. */
export function readCodeBook(reader: Reader): CodeBook {
  return reader.setting<CodeBook>(CODE_BOOK) ?? emptyCodeBook;
}

export function saveCodeBook(writer: Writer, book: CodeBook): void {
  writer.saveSetting(CODE_BOOK, book);
}
