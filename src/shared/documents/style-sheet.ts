import { fontFaces } from './fonts.ts';
import { mm } from './geometry.ts';
import type { Sheet } from './model.ts';
import { sheetSize } from './sheet-size.ts';

/** Look of every printed page. Flowing pages get the sheet's margins, exact ones none. */
export function styleSheet(sheet: Sheet, fontBaseUrl: string): string {
  const { width, height } = sheetSize(sheet);
  const { top, right, bottom, left } = sheet.margin;
  const margins = [top, right, bottom, left].map(mm).join(' ');
  const paper = `${mm(width)} ${mm(height)}`;
  const fontSize = sheet.fontSize ?? 13;
  const lineHeight = fontSize < 12 ? 1.2 : 1.35;
  return `${fontFaces(fontBaseUrl)}
@page{size:${paper};margin:${margins}}
@page flow{size:${paper};margin:${margins}}
@page stock{size:${paper};margin:0}
*{box-sizing:border-box}
html,body{margin:0;padding:0;background:#fff;color:#000}
body{font-family:'Tinos','Liberation Serif','Times New Roman',serif;font-size:${fontSize}pt;line-height:${lineHeight};overflow-wrap:anywhere}
.page{position:relative;isolation:isolate;break-after:page}
.page:last-of-type{break-after:auto}
.flow{page:flow;overflow-x:clip}
/* A hair less than the sheet: at its full height the print engine adds an empty one. */
.stock{page:stock;width:${mm(width)};height:${mm(height - 0.1)};overflow:hidden;contain:strict}
.stock .content{padding:${margins}}
.fixed{position:absolute;white-space:nowrap;overflow:hidden;line-height:1.2}
.watermark{position:absolute;inset:0;width:100%;height:100%;z-index:-1}
.watermark text{fill:#dcdcdc;font-weight:700;text-anchor:middle;dominant-baseline:middle}
${blockRules}
@media screen{
html,body{background:#8a8f98}
.page{width:${mm(width)};min-height:${mm(height)};margin:6mm auto;background:#fff;box-shadow:0 1mm 4mm rgb(0 0 0/.3)}
.flow .content{padding:${margins}}
}
@media print{
.everywhere .watermark{position:fixed}
}`;
}

const blockRules = `p{margin:0 0 .2em}
h1{margin:.8em 0 .2em;font-size:1.15em;text-align:center;text-wrap:balance;line-height:1.25}
.subtitle{text-align:center;font-style:italic;margin-bottom:.6em}
.to-left{text-align:left}.to-center{text-align:center}.to-right{text-align:right}.to-justify{text-align:justify}
.indent{text-indent:10mm}
.letterhead{display:grid;grid-template-columns:minmax(0,1fr) auto;gap:6mm;text-align:center;line-height:1.25;font-size:.92em}
.letterhead .state{white-space:nowrap}
.letterhead .ruled{text-wrap:balance}
.letterhead.alone{grid-template-columns:1fr}
.letterhead .state,.letterhead .ruled{font-weight:700}
.letterhead .ruled span{display:inline-block;padding-bottom:.6mm;border-bottom:.25mm solid #000}
.letterhead .note{font-weight:400;margin-top:1.5mm}
.letterhead .state .note{font-style:italic}
.line{display:flex;gap:4mm;margin-bottom:.2em;break-inside:avoid}
.item{min-width:0}
.item.empty{display:flex;gap:1mm}
.leader{flex:1;border-bottom:.3mm dotted #000;min-width:8mm;height:1.05em}
.value{white-space:pre-wrap}
table{width:100%;font-size:.95em;table-layout:fixed;border-collapse:collapse;margin:.3em 0}
th,td{border:.25mm solid #000;padding:.1em 1.2mm;vertical-align:top;line-height:1.2}
thead{display:table-header-group}
tr{break-inside:avoid}
.checkboxes{display:flex;flex-wrap:wrap;gap:.5mm 5mm;margin-bottom:1mm}
.checkbox{display:inline-flex;align-items:center;gap:1.5mm}
.box{width:3.4mm;height:3.4mm;flex:none;fill:none;stroke:#000;stroke-width:1}
.signatures{display:flex;gap:4mm;margin-top:.6em;text-align:center;break-inside:avoid}
.signatures>div{flex:1 1 0;min-width:0}
.signatures b,.signatures i{display:block;line-height:1.25}
.signatures .signer{margin-top:3.6em}
.qr{margin:0 0 1mm;display:inline-block;text-align:center}
.qr svg{width:100%;height:100%;display:block}
.qr figcaption{font-size:.8em}
.columns{display:grid}
.columns>div{min-width:0}
.cut{justify-self:center;height:100%;border-left:.25mm dashed #000}
hr{border:0;border-top:.25mm solid #000;margin:2mm 0}`;
