import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  type PDFPage,
  PDFRawStream,
} from 'pdf-lib';

/** Glyph code to text, from a font's ToUnicode map. */
type Glyphs = ReadonlyMap<string, string>;

/**
 * The text of each page as another program would copy it, without white space: the fonts' own maps are followed, so
 * a Vietnamese letter that lost its map is missing here.
 */
export async function pdfText(bytes: Uint8Array): Promise<readonly string[]> {
  const document = await PDFDocument.load(bytes);
  return document.getPages().map((page) => textOf(page).replaceAll(/\s/g, '').normalize('NFC'));
}

/** Sheets as `297×210`, in whole millimetres. */
export async function pdfSheets(bytes: Uint8Array): Promise<readonly string[]> {
  const document = await PDFDocument.load(bytes);
  const millimetres = (points: number): number => Math.round((points / 72) * 25.4);
  return document
    .getPages()
    .map((page) => `${millimetres(page.getWidth())}×${millimetres(page.getHeight())}`);
}

function textOf(page: PDFPage): string {
  const fonts = page.node.Resources()?.lookupMaybe(PDFName.of('Font'), PDFDict);
  const glyphsOf = new Map<string, Glyphs>();
  for (const [name, reference] of fonts?.entries() ?? []) {
    const font = page.doc.context.lookup(reference, PDFDict);
    glyphsOf.set(name.toString(), readGlyphs(font));
  }
  let text = '';
  let glyphs: Glyphs = new Map();
  for (const [, font, shown] of contentOf(page).matchAll(/(\/\S+) [\d.]+ Tf|<([0-9A-Fa-f]+)>/g)) {
    if (font !== undefined) glyphs = glyphsOf.get(font) ?? new Map();
    else text += (shown?.match(/.{4}/g) ?? []).map((code) => glyphs.get(code.toUpperCase()) ?? '').join('');
  }
  return text;
}

function contentOf(page: PDFPage): string {
  const contents = page.node.Contents();
  const streams =
    contents instanceof PDFArray ? contents.asArray() : contents === undefined ? [] : [contents];
  return streams
    .map((each) => page.doc.context.lookup(each))
    .filter((each) => each instanceof PDFRawStream)
    .map(decoded)
    .join('\n');
}

function readGlyphs(font: PDFDict): Glyphs {
  const map = font.lookup(PDFName.of('ToUnicode'));
  const glyphs = new Map<string, string>();
  if (!(map instanceof PDFRawStream)) return glyphs;
  const source = decoded(map);
  for (const [, list = ''] of source.matchAll(/beginbfchar([\s\S]*?)endbfchar/g)) {
    for (const [, code = '', text = ''] of list.matchAll(/<(\w+)>\s*<(\w+)>/g))
      glyphs.set(code.toUpperCase(), unicode(text));
  }
  for (const [, list = ''] of source.matchAll(/beginbfrange([\s\S]*?)endbfrange/g)) {
    for (const [, from = '', to = '', first = ''] of list.matchAll(/<(\w+)>\s*<(\w+)>\s*<(\w+)>/g)) {
      const start = Number.parseInt(from, 16);
      for (let code = start; code <= Number.parseInt(to, 16); code += 1)
        glyphs.set(hex(code), String.fromCodePoint(Number.parseInt(first, 16) + code - start));
    }
  }
  return glyphs;
}

function decoded(stream: PDFRawStream): string {
  return Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1');
}

function hex(code: number): string {
  return code.toString(16).toUpperCase().padStart(4, '0');
}

function unicode(utf16: string): string {
  return Buffer.from(utf16, 'hex').swap16().toString('utf16le');
}
