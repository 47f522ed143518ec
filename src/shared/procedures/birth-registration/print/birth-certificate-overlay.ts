import { portraitA4 } from '#shared/documents/blocks.ts';
import type { FixedText, PrintDocument } from '#shared/documents/model.ts';
import type { DocumentInput } from '#shared/procedures/define-procedure.ts';
import type { BirthFacts } from '../form.ts';
import { type CertificateText, certificateText, type ParentText } from './certificate-text.ts';

/** Data only, on the ministry's pre-printed A4 stock. Places are of the nominal stock; each printer's error is calibrated. */
export function birthCertificateOverlay(input: DocumentInput<BirthFacts>): PrintDocument {
  return {
    title: 'GIẤY KHAI SINH (in trên phôi)',
    sheet: portraitA4,
    pages: [{ blocks: [], fixed: fixedTexts(certificateText(input)) }],
  };
}

function fixedTexts(text: CertificateText): readonly FixedText[] {
  return [
    at('number', 28, 38, 40, text.number),
    { ...at('name', 62, 78, 128, text.name), bold: true },
    at('birthDate', 66, 87, 124, text.birthDate),
    at('birthDateInWords', 52, 96, 138, text.birthDateInWords),
    at('gender', 45, 105, 25, text.gender),
    at('ethnicity', 90, 105, 35, text.ethnicity),
    at('nationality', 148, 105, 42, text.nationality),
    at('birthPlace', 45, 114, 145, text.birthPlace),
    at('origin', 45, 123, 145, text.origin),
    at('personalId', 66, 132, 60, text.personalId),
    ...parent('mother', 143, text.mother),
    ...parent('father', 172, text.father),
    at('requester', 88, 201, 102, text.requester),
    at('requesterDocument', 55, 210, 135, text.requesterDocument),
    at('registeredAt', 66, 219, 124, text.registeredAt),
    at('registeredOn', 70, 228, 60, text.registeredOn),
    ...signerTitle(text.signerTitle),
    { ...at('signerName', 110, 272, 80, text.signerName), align: 'center', bold: true },
  ];
}

/** `KT. CHỦ TỊCH` above `PHÓ CHỦ TỊCH`. */
function signerTitle(title: string): readonly FixedText[] {
  return title.split('\n').map((line, index) => ({
    ...at(`signerTitle.${index}`, 110, 240 + index * 6, 80, line),
    align: 'center',
    bold: true,
  }));
}

function parent(id: string, y: number, text: ParentText): readonly FixedText[] {
  return [
    at(`${id}.name`, 78, y, 112, text.name),
    at(`${id}.birth`, 45, y + 9, 30, text.birth),
    at(`${id}.ethnicity`, 95, y + 9, 35, text.ethnicity),
    at(`${id}.nationality`, 150, y + 9, 40, text.nationality),
    at(`${id}.residence`, 50, y + 18, 140, text.residence),
  ];
}

function at(id: string, x: number, y: number, width: number, text: string): FixedText {
  return { id, x, y, width, text, size: fittingSize(text, width) };
}

const usualSize = 12;
/** Mean width of a letter at one point, mm: the measure of Times with room to spare. */
const letterWidth = 0.17;

/** A long text is set smaller, down to 7 points, rather than cut: a legal paper loses no word. */
function fittingSize(text: string, width: number): number {
  const needed = text.length * letterWidth;
  return Math.max(7, Math.min(usualSize, Math.floor((width / needed) * 2) / 2));
}
