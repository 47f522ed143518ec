import { written } from '#shared/documents/written.ts';
import { applicantOf } from '#shared/forms/requester-section.ts';
import { fullName } from '#shared/people/names.ts';
import { defineProcedure } from '#shared/procedures/define-procedure.ts';
import { checklist } from './checklist.ts';
import { due } from './deadline.ts';
import { documents } from './documents.ts';
import { book, duplicateKey, entry } from './entry.ts';
import { examples } from './examples.ts';
import { fees } from './fees.ts';
import { type BirthFacts, form } from './form.ts';
import { messages } from './messages.ts';

import { rules } from './rules.ts';
import { ruleSets, versions } from './versions.ts';

/** Đăng ký khai sinh (Luật Hộ tịch số 60/2014/QH13, Điều 13–16). */
export const procedure = defineProcedure<BirthFacts>({
  id: 'birth-registration',
  code: '1.001193',
  name: 'Đăng ký khai sinh',
  keywords: ['khai sinh', 'giấy khai sinh', 'trẻ sơ sinh', 'đẻ', 'KS'],
  variants: [
    {
      id: 'mobile',
      code: '1.003583',
      name: 'Đăng ký khai sinh lưu động',
      when: { key: 'case.mobile', is: true },
    },
  ],
  form,
  checklist,
  book,
  versions,
  ruleSets,
  messages,
  rules,
  due,
  fees,
  entry,
  duplicateKey,
  awaitsPersonalId: () => true,
  parties: (facts) => ({ subject: written(facts['child.name'], fullName), ...applicantOf(facts) }),
  documents,
  examples,
});
