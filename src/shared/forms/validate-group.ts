import type { Problem } from '../kernel/problem.ts';
import type { IdentityDocumentKind } from '../people/person-values.ts';
import { personalIdProblems } from '../people/personal-id.ts';
import type { Complain } from './complain.ts';
import { isIsoDate } from './normalise-text.ts';

/** Values made of parts: complete enough to be printed, each part of its own shape. */

const residenceKinds = ['permanent', 'temporary', 'current'];

export function residenceProblems(complain: Complain, value: unknown): readonly Problem[] {
  const part = partsOf(value);
  if (!residenceKinds.includes(part('kind')))
    return [complain('chưa rõ thường trú, tạm trú hay nơi ở hiện tại. Hãy chọn lại.')];
  return [
    ...addressProblems(complain, part),
    ...tooLong(complain, part, ['province', 'commune', 'detail', 'country']),
  ];
}

export function placeProblems(complain: Complain, value: unknown): readonly Problem[] {
  const part = partsOf(value);
  const parts = ['facility', 'detail', 'commune', 'province', 'country'];
  return [...addressProblems(complain, part), ...tooLong(complain, part, parts)];
}

/** In Việt Nam the two administrative levels since 01/7/2025; abroad the country is enough. */
function addressProblems(complain: Complain, part: Part): readonly Problem[] {
  if (part('country') !== '') return [];
  const missing = [
    ...(part('province') === '' ? ['tỉnh, thành phố'] : []),
    ...(part('commune') === '' ? ['xã, phường'] : []),
  ];
  return missing.length === 0
    ? []
    : [complain(`chưa có ${missing.join(' và ')}. Hãy chọn đủ, hoặc chọn nước ngoài.`)];
}

type Part = (name: string) => string;
type Shape = { readonly fits: RegExp; readonly message: string };

const passport = {
  fits: /^[A-Z0-9]{5,20}$/,
  message: 'số hộ chiếu chỉ gồm 5–20 chữ cái và chữ số. Hãy kiểm tra lại.',
};
const oldCard = {
  fits: /^\d{9}$|^\d{12}$/,
  message: 'số chứng minh nhân dân phải có 9 chữ số. Hãy kiểm tra lại.',
};
const anyPaper = { fits: /^.{1,100}$/u, message: 'số giấy tờ quá dài. Hãy rút gọn.' };

/** How each paper's number is checked; `personal-id` means by the rules of the 12-digit number. */
const numberShapes: Readonly<Record<IdentityDocumentKind, Shape | 'personal-id'>> = {
  'identity-card': 'personal-id',
  'citizen-card': 'personal-id',
  'electronic-identity': 'personal-id',
  'identity-certificate': 'personal-id',
  passport,
  'old-identity-card': oldCard,
  'birth-certificate': anyPaper,
  other: anyPaper,
};

export function documentProblems(complain: Complain, value: unknown, key: string): readonly Problem[] {
  const part = partsOf(value);
  const kind = part('kind');
  if (!isDocumentKind(kind)) return [complain('chưa rõ loại giấy tờ. Hãy chọn lại.', 'field/not-a-choice')];
  if (part('number') === '') return [complain('chưa có số giấy tờ. Hãy nhập số ghi trên giấy tờ.')];
  return [
    ...numberProblems(complain, kind, part('number'), key),
    ...issueProblems(complain, kind, part),
    ...tooLong(complain, part, ['issuer']),
  ];
}

function numberProblems(
  complain: Complain,
  kind: IdentityDocumentKind,
  number: string,
  key: string,
): readonly Problem[] {
  const shape = numberShapes[kind];
  if (shape === 'personal-id')
    return personalIdProblems(number, {}, key).map((each) =>
      complain(each.message, each.code, each.severity),
    );
  return shape.fits.test(number) ? [] : [complain(shape.message)];
}

/** The paper form writes who issued the paper and when; a card scanned or an electronic identity may not tell. */
function issueProblems(complain: Complain, kind: IdentityDocumentKind, part: Part): readonly Problem[] {
  const issuedOn = part('issuedOn');
  if (issuedOn !== '' && !(issuedOn.length === 10 && isIsoDate(issuedOn)))
    return [complain('ngày cấp phải đủ ngày, tháng, năm có thật. Hãy nhập theo dạng 20/11/2021.')];
  if (kind === 'electronic-identity' || (issuedOn !== '' && part('issuer') !== '')) return [];
  return [
    complain('chưa có ngày cấp hoặc cơ quan cấp. Hãy bổ sung nếu giấy tờ có ghi.', 'field/format', 'notice'),
  ];
}

function isDocumentKind(kind: string): kind is IdentityDocumentKind {
  return Object.hasOwn(numberShapes, kind);
}

export function copiesProblems(complain: Complain, value: unknown): readonly Problem[] {
  const { wanted, count } = { wanted: undefined, count: undefined, ...(value as object) } as {
    wanted: unknown;
    count: unknown;
  };
  if (wanted === false) return [];
  if (wanted === true && typeof count === 'number' && Number.isInteger(count) && count >= 1 && count <= 99)
    return [];
  return [complain('số lượng bản sao phải từ 1 đến 99. Hãy nhập lại, hoặc bỏ đề nghị cấp bản sao.')];
}

const LONGEST_PART = 300;

function tooLong(complain: Complain, part: Part, names: readonly string[]): readonly Problem[] {
  return names.some((name) => part(name).length > LONGEST_PART)
    ? [complain(`có nội dung quá ${LONGEST_PART} ký tự. Hãy rút gọn.`, 'field/too-long')]
    : [];
}

/** Reads text parts of whatever came; a part that is not text counts as not given. */
function partsOf(value: unknown): Part {
  if (typeof value !== 'object' || value === null) return () => '';
  const record = value as Readonly<Record<string, unknown>>;
  return (name) => {
    const part = Object.hasOwn(record, name) ? record[name] : undefined;
    return typeof part === 'string' ? part : '';
  };
}
