import type { DocumentDefinition } from '#shared/procedures/define-procedure.ts';
import type { BirthFacts } from './form.ts';
import { birthCertificate, birthCertificateCopy } from './print/birth-certificate.ts';
import { birthCertificateOverlay } from './print/birth-certificate-overlay.ts';
import { declaration } from './print/declaration.ts';

/** Rule B07: no Giấy khai sinh before the personal ID number came back. */
export const documents: readonly DocumentDefinition<BirthFacts>[] = [
  {
    id: 'birth-declaration',
    title: 'Tờ khai đăng ký khai sinh',
    availableFrom: 'declaration',
    legal: false,
    render: declaration,
  },
  {
    id: 'birth-certificate',
    title: 'Giấy khai sinh',
    availableFrom: 'personal-id',
    legal: true,
    render: birthCertificate,
  },
  {
    id: 'birth-certificate-overlay',
    title: 'Giấy khai sinh (in trên phôi)',
    availableFrom: 'personal-id',
    legal: true,
    overlay: true,
    render: birthCertificateOverlay,
  },
  {
    id: 'birth-certificate-copy',
    title: 'Giấy khai sinh (bản sao)',
    availableFrom: 'personal-id',
    legal: true,
    render: birthCertificateCopy,
  },
];
