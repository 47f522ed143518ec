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
import { type DeathFacts, form } from './form.ts';
import { messages } from './messages.ts';
import { rules } from './rules.ts';
import { ruleSets, versions } from './versions.ts';

/** Đăng ký khai tử (Luật Hộ tịch số 60/2014/QH13, Điều 32–34). */
export const procedure = defineProcedure<DeathFacts>({
  id: 'death-registration',
  code: '1.000656',
  name: 'Đăng ký khai tử',
  keywords: ['khai tử', 'báo tử', 'chứng tử', 'qua đời', 'chết', 'KT'],
  variants: [
    {
      id: 'mobile',
      code: '1.000419',
      name: 'Đăng ký khai tử lưu động',
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
  awaitsPersonalId: () => false,
  parties: (facts) => ({ subject: written(facts['deceased.name'], fullName), ...applicantOf(facts) }),
  documents,
  examples,
});
