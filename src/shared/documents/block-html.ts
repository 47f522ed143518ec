import { assertNever } from '../kernel/assert-never.ts';
import { escapeHtml, escapeLines } from './escape-html.ts';
import { type Geometry, mm } from './geometry.ts';
import type { Align, Block, LineItem, Run } from './model.ts';
import { qrSvg } from './qr-svg.ts';

type BlockOf<K extends Block['kind']> = Extract<Block, { readonly kind: K }>;

/** One block as HTML; every text in it is escaped. */
export function blockHtml(block: Block, geometry: Geometry): string {
  switch (block.kind) {
    case 'letterhead':
      return letterheadHtml(block);
    case 'title':
      return `<h1>${escapeLines(block.text)}</h1>${block.subtitle ? `<p class="subtitle">${escapeLines(block.subtitle)}</p>` : ''}`;
    case 'paragraph':
      return `<p class="${alignClass(block.align ?? 'justify')}${block.indent ? ' indent' : ''}">${block.runs.map(runHtml).join('')}</p>`;
    case 'line':
      return `<div class="line">${block.items.map((item) => lineItemHtml(item, geometry)).join('')}</div>`;
    case 'table':
      return tableHtml(block, geometry);
    case 'checkboxes':
      return `<div class="checkboxes">${block.items.map((item) => `<span class="checkbox">${boxSvg(item.checked)}${escapeHtml(item.label)}</span>`).join('')}</div>`;
    case 'signatures':
      return signaturesHtml(block);
    case 'qr':
      return qrHtml(block, geometry);
    case 'rule':
      return '<hr>';
    case 'space':
      return `<div class="${geometry.classFor(`height:${mm(block.height)}`)}"></div>`;
    case 'columns':
      return columnsHtml(block, geometry);
    default:
      return assertNever(block, 'block');
  }
}

function letterheadHtml(block: BlockOf<'letterhead'>): string {
  const right = headSide(block.right, block.rightNote, 'state');
  if (block.left.length === 0) return `<header class="letterhead alone">${right}</header>`;
  return `<header class="letterhead">${headSide(block.left, block.leftNote, 'agency')}${right}</header>`;
}

function headSide(lines: readonly string[], note: string | undefined, side: 'agency' | 'state'): string {
  const named = lines.map((line, index) => {
    const last = index === lines.length - 1;
    return `<div${last ? ' class="ruled"' : ''}><span>${escapeLines(line)}</span></div>`;
  });
  return `<div class="${side}">${named.join('')}${note ? `<div class="note">${escapeLines(note)}</div>` : ''}</div>`;
}

function runHtml(run: Run): string {
  const text = escapeLines(run.text);
  const struck = run.struck ? `<s>${text}</s>` : text;
  const slanted = run.italic ? `<i>${struck}</i>` : struck;
  return run.bold ? `<b>${slanted}</b>` : slanted;
}

/** An empty value is a dotted leader to write on. */
function lineItemHtml(item: LineItem, geometry: Geometry): string {
  const grow = geometry.classFor(`flex:${item.grow ?? 1} 1 0`);
  const colon = item.label === '' || /[:.?]$/.test(item.label) ? '' : ':';
  const label = `<span class="label">${escapeHtml(item.label)}${colon}</span>`;
  if (item.value === '')
    return `<span class="item empty ${grow}">${label}<span class="leader"></span></span>`;
  const value = `<span class="value">${escapeLines(item.value)}</span>`;
  return `<span class="item ${grow}">${label} ${item.bold ? `<b>${value}</b>` : value}</span>`;
}

/** Widths count as shares of their sum, so that a table can never push the sheet wider. */
function tableHtml(block: BlockOf<'table'>, geometry: Geometry): string {
  const sum = block.columns.reduce((total, column) => total + column.width, 0);
  const columns = block.columns.map(
    (column) =>
      `<col class="${geometry.classFor(`width:${Math.round((column.width / sum) * 10000) / 100}%`)}">`,
  );
  const heads = block.columns.map((column) => `<th>${escapeLines(column.title)}</th>`);
  const rows = block.rows.map((row) => {
    const cells = row.map(
      (cell, index) =>
        `<td class="${alignClass(block.columns[index]?.align ?? 'left')}">${escapeLines(cell)}</td>`,
    );
    return `<tr>${cells.join('')}</tr>`;
  });
  return `<table><colgroup>${columns.join('')}</colgroup><thead><tr>${heads.join('')}</tr></thead><tbody>${rows.join('')}</tbody></table>`;
}

/** Drawn, because no serif font at hand has the box characters. */
function boxSvg(checked: boolean): string {
  const cross = checked ? '<path d="M2 2 10 10M10 2 2 10"/>' : '';
  const name = checked ? 'Có' : 'Không';
  return `<svg class="box" viewBox="0 0 12 12" role="img" aria-label="${name}"><rect x="1" y="1" width="10" height="10"/>${cross}</svg>`;
}

function signaturesHtml(block: BlockOf<'signatures'>): string {
  const columns = block.columns.map(
    (column) =>
      `<div><b>${escapeLines(column.title)}</b><i>${escapeLines(column.note)}</i><b class="signer">${escapeLines(column.name)}</b></div>`,
  );
  return `<div class="signatures">${columns.join('')}</div>`;
}

function qrHtml(block: BlockOf<'qr'>, geometry: Geometry): string {
  const size = geometry.classFor(`width:${mm(block.size)};height:${mm(block.size)}`);
  const caption = block.caption ? `<figcaption>${escapeLines(block.caption)}</figcaption>` : '';
  return `<figure class="qr"><div class="${size}">${qrSvg(block.text)}</div>${caption}</figure>`;
}

/** The middle tracks take what is left, so a cut line lies half way between its columns. */
function columnsHtml(block: BlockOf<'columns'>, geometry: Geometry): string {
  const tracks = block.columns.map((column) => `minmax(0,${mm(column.width)})`).join(' minmax(0,1fr) ');
  const gap = `<div class="${block.cutLine ? 'cut' : 'gap'}"></div>`;
  const columns = block.columns.map(
    (column) => `<div>${column.blocks.map((each) => blockHtml(each, geometry)).join('')}</div>`,
  );
  return `<div class="columns ${geometry.classFor(`grid-template-columns:${tracks}`)}">${columns.join(gap)}</div>`;
}

function alignClass(align: Align): string {
  return `to-${align}`;
}
