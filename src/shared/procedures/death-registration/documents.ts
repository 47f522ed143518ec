import type { DocumentDefinition } from '#shared/procedures/define-procedure.ts';
import type { DeathFacts } from './form.ts';
import { deathCertificate, deathExtract } from './print/death-extract.ts';
import { declaration } from './print/declaration.ts';

/** The law of the day of receipt names the paper (rule sets of versions.ts). */
export const documents: readonly DocumentDefinition<DeathFacts>[] = [
  {
    id: 'death-declaration',
    title: 'Tờ khai đăng ký khai tử',
    availableFrom: 'declaration',
    legal: false,
    render: declaration,
  },
  {
    id: 'death-extract',
    title: 'Trích lục khai tử',
    availableFrom: 'entry',
    legal: true,
    ruleSets: ['law-2014'],
    render: (input) => deathExtract(input, 'original'),
  },
  {
    id: 'death-extract-copy',
    title: 'Trích lục khai tử (bản sao)',
    availableFrom: 'entry',
    legal: true,
    ruleSets: ['law-2014'],
    render: (input) => deathExtract(input, 'copy'),
  },
  {
    id: 'death-certificate',
    title: 'Giấy chứng tử',
    availableFrom: 'entry',
    legal: true,
    ruleSets: ['law-2026'],
    render: (input) => deathCertificate(input, 'original'),
  },
  {
    id: 'death-certificate-copy',
    title: 'Giấy chứng tử (bản sao)',
    availableFrom: 'entry',
    legal: true,
    ruleSets: ['law-2026'],
    render: (input) => deathCertificate(input, 'copy'),
  },
];
