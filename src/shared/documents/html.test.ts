import { describe, expect, it } from 'vitest';
import { documentHtml } from './html.ts';
import type { Block, PrintDocument, Sheet } from './model.ts';

const sheet: Sheet = {
  size: 'A4',
  orientation: 'portrait',
  margin: { top: 15, right: 10, bottom: 15, left: 25 },
};
const flow = (...blocks: Block[]): PrintDocument => ({ title: 'Thử', sheet, pages: [{ blocks }] });
const content = (...blocks: Block[]): string =>
  /<div class="content">\n([\s\S]*)\n<\/div>/.exec(documentHtml(flow(...blocks)))?.[1] ?? '';

const evil = '<script>alert("x")</script>&\'';
const everyBlock: readonly Block[] = [
  { kind: 'letterhead', left: [evil], right: [evil, evil], leftNote: evil, rightNote: evil },
  { kind: 'title', text: evil, subtitle: evil },
  { kind: 'paragraph', runs: [{ text: evil, bold: true, italic: true, struck: true }] },
  { kind: 'line', items: [{ label: evil, value: evil, bold: true }] },
  { kind: 'table', columns: [{ title: evil, width: 10 }], rows: [[evil]] },
  { kind: 'checkboxes', items: [{ label: evil, checked: true }] },
  { kind: 'signatures', columns: [{ title: evil, note: evil, name: evil }] },
  { kind: 'qr', text: evil, size: 20, caption: evil },
  { kind: 'rule' },
  { kind: 'space', height: 5 },
  { kind: 'columns', columns: [{ width: 60, blocks: [{ kind: 'title', text: evil }] }], cutLine: true },
];

describe('a printed page', () => {
  it('escapes every text of every kind of block, title, watermark and fixed text', () => {
    const html = documentHtml(
      {
        title: evil,
        sheet,
        pages: [
          { blocks: everyBlock },
          { blocks: [], fixed: [{ id: evil, x: 1, y: 1, width: 10, text: evil }] },
        ],
      },
      { watermark: evil },
    );
    expect(html).not.toMatch(/<script/i);
    expect(html.match(/&lt;script&gt;alert\(&quot;x&quot;\)&lt;\/script&gt;&amp;&#39;/g)?.length).toBe(23);
  });

  it('needs one style element and nothing a strict policy refuses', () => {
    const html = documentHtml(flow(...everyBlock), { watermark: 'MẪU' });
    expect(html.match(/<style>/g)).toHaveLength(1);
    expect(html).not.toMatch(/\sstyle=|\son[a-z]+=|<link|<img|https?:(?!\/\/www\.w3\.org\/2000\/svg)/);
    expect(html).toContain("default-src 'none'");
  });

  it('gives the same bytes for the same document', () => {
    expect(documentHtml(flow(...everyBlock))).toBe(documentHtml(flow(...everyBlock)));
  });

  it('sets the sheet, its margins and its type in print units', () => {
    const html = documentHtml({ ...flow(), sheet: { ...sheet, orientation: 'landscape', fontSize: 10.5 } });
    expect(html).toContain('@page{size:297mm 210mm;margin:15mm 10mm 15mm 25mm}');
    expect(html).toContain("font-family:'Tinos','Liberation Serif','Times New Roman',serif;font-size:10.5pt");
    expect(documentHtml(flow())).toContain('font-size:13pt');
  });

  it('asks for Vietnamese fonts under the folder it is told, and only from there', () => {
    const html = documentHtml(flow(), { fontBaseUrl: 'app://window/fonts/' });
    expect(html).toContain('url("app://window/fonts/tinos-vietnamese-700-italic.woff2")');
    expect(html).toContain('font-src app:"');
    expect(documentHtml(flow())).toContain("font-src 'self'\"");
  });

  it('puts the watermark on every sheet, over the page’s own', () => {
    const page = { blocks: [], watermark: 'TẬP HUẤN' };
    const own = documentHtml({ title: 'Thử', sheet, pages: [page, { blocks: [] }] });
    expect(own.match(/TẬP HUẤN/g)).toHaveLength(1);
    expect(own).not.toContain('<body class="everywhere">');
    const over = documentHtml({ title: 'Thử', sheet, pages: [page, { blocks: [] }] }, { watermark: 'MẪU' });
    expect(over.match(/MẪU/g)).toHaveLength(2);
    expect(over).not.toContain('TẬP HUẤN');
    expect(over).toContain('<body class="everywhere">');
    expect(documentHtml(flow())).not.toContain('<svg class="watermark"');
  });
});

describe('a block', () => {
  it('letterhead stands in two sides, or alone in the middle', () => {
    expect(content({ kind: 'letterhead', left: ['A', 'B'], right: ['C'], leftNote: 'Số: 1' })).toBe(
      '<header class="letterhead"><div class="agency"><div><span>A</span></div><div class="ruled"><span>B</span></div><div class="note">Số: 1</div></div><div class="state"><div class="ruled"><span>C</span></div></div></header>',
    );
    expect(content({ kind: 'letterhead', left: [], right: ['C'] })).toContain('class="letterhead alone"');
  });

  it('paragraph keeps bold, italic, struck runs and line breaks', () => {
    const runs = [{ text: 'a\nb' }, { text: 'c', bold: true, struck: true }, { text: 'd', italic: true }];
    expect(content({ kind: 'paragraph', runs, indent: true })).toBe(
      '<p class="to-justify indent">a<br>b<b><s>c</s></b><i>d</i></p>',
    );
  });

  it('line dots an empty value and never doubles a colon', () => {
    const html = content({
      kind: 'line',
      items: [
        { label: 'Họ tên', value: 'Thử', bold: true },
        { label: 'Email:', value: '' },
        { label: '', value: '' },
      ],
    });
    expect(html).toContain('<span class="label">Họ tên:</span> <b><span class="value">Thử</span></b>');
    expect(html).toContain('<span class="label">Email:</span><span class="leader"></span>');
    expect(html).toContain('<span class="label"></span><span class="leader"></span>');
  });

  it('table shares its width out so that it can never push the sheet wider', () => {
    const block: Block = {
      kind: 'table',
      columns: [
        { title: 'STT', width: 100, align: 'center' },
        { title: 'Tên', width: 300 },
      ],
      rows: [['1', 'a\nb']],
    };
    expect(content(block)).toContain('<td class="to-center">1</td><td class="to-left">a<br>b</td>');
    expect(documentHtml(flow(block))).toMatch(/\.g1\{width:25%\}\n\.g2\{width:75%\}/);
  });

  it('checkbox is drawn, not written in a character the fonts lack', () => {
    const html = content({
      kind: 'checkboxes',
      items: [
        { label: 'Đúng hạn', checked: true },
        { label: 'Quá hạn', checked: false },
      ],
    });
    expect(html.match(/<path /g)).toHaveLength(1);
    expect(html).toMatch(/aria-label="Có"[\s\S]*Đúng hạn[\s\S]*aria-label="Không"[\s\S]*Quá hạn/);
    expect(html).not.toMatch(/[☐☑☒✓]/u);
  });

  it('columns keep their widths, with the cut line half way', () => {
    const html = documentHtml(
      flow({
        kind: 'columns',
        cutLine: true,
        columns: [
          { width: 127, blocks: [] },
          { width: 127, blocks: [] },
        ],
      }),
    );
    expect(html).toContain('grid-template-columns:minmax(0,127mm) minmax(0,1fr) minmax(0,127mm)');
    expect(html.match(/class="cut"/g)).toHaveLength(1);
  });

  it('signatures, space and rule have their places', () => {
    expect(content({ kind: 'signatures', columns: [{ title: 'A\nB', note: '(Ký)', name: 'C' }] })).toBe(
      '<div class="signatures"><div><b>A<br>B</b><i>(Ký)</i><b class="signer">C</b></div></div>',
    );
    expect(content({ kind: 'rule' })).toBe('<hr>');
    expect(documentHtml(flow({ kind: 'space', height: 12.3456 }))).toContain('{height:12.346mm}');
  });
});
