import type { OfficeProfile } from '../dossiers/office.ts';
import { fullYearsBetween, type PlainDate } from '../kernel/plain-date.ts';
import { type Problem, problem } from '../kernel/problem.ts';
import { fullName } from '../people/names.ts';
import { latestDay } from '../people/partial-date.ts';
import type { Gender, PartialDate, PersonalId, PersonName } from '../people/person-values.ts';
import { personalIdProblems } from '../people/personal-id.ts';
import type { RequesterFacts } from './requester-section.ts';

/** A person a declaration names, as far as the rules common to all procedures look at one. */
export type NamedPerson = {
  /** Prefix of the person's keys: `mother`. */
  readonly key: string;
  readonly name?: PersonName | undefined;
  readonly birthDate?: PartialDate | undefined;
  readonly personalId?: PersonalId | undefined;
  readonly gender?: Gender | undefined;
};

/** Rule G02 for everyone named; G01 is the form's own check of the field. */
export function identityRules(people: readonly NamedPerson[]): readonly Problem[] {
  return people.flatMap(({ key, personalId, gender, birthDate }) => {
    if (personalId === undefined) return [];
    const about = {
      ...(gender && { gender }),
      ...(birthDate && { birthDate }),
    };
    return personalIdProblems(personalId, about, `${key}.personalId`).filter(
      (each) => each.code === 'rule/G02',
    );
  });
}

/** Rule G05: nobody authorised to sign should be the person registered or a relative (Luật Hộ tịch 2014, Điều 12). */
export function signerRules(
  people: readonly NamedPerson[],
  context: { readonly office: OfficeProfile; readonly today: PlainDate },
): readonly Problem[] {
  const names = new Set(people.flatMap(({ name }) => (name ? [fullName(name).toLowerCase()] : [])));
  return context.office.signers
    .filter((signer) => signer.from <= context.today && (!signer.to || context.today <= signer.to))
    .filter((signer) => names.has(signer.name.normalize('NFC').toLowerCase()))
    .map((signer) =>
      problem(
        'rule/G05',
        'warning',
        `Người ký ${signer.name} trùng họ tên với người trong hồ sơ. Hãy chọn người ký khác nếu là chính người đó hoặc người thân.`,
      ),
    );
}

/** A requester under 18 cannot act alone, unless the parent registering an own child. */
export function requesterAgeRule(
  facts: RequesterFacts,
  today: PlainDate,
  exempt: readonly string[],
): readonly Problem[] {
  const birthDate = facts['requester.birthDate'];
  if (!birthDate || exempt.includes(facts['requester.relation'] ?? '')) return [];
  if (fullYearsBetween(latestDay(birthDate), today) >= 18) return [];
  return [
    problem(
      'rule/procedure',
      'warning',
      'Người yêu cầu có thể chưa đủ 18 tuổi. Hãy đối chiếu giấy tờ tùy thân.',
      'requester.birthDate',
    ),
  ];
}
