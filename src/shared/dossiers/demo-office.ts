import { asId, type OfficeId } from '../kernel/ids.ts';
import type { PlainDate } from '../kernel/plain-date.ts';
import type { OfficeProfile } from './office.ts';

/** The office of demonstrations and training, known alike to the device and the demo city. Nobody in it is real. */
export const demoOffice: OfficeProfile = {
  id: asId<OfficeId>('HN-CAUGIAY'),
  name: 'UBND phường Cầu Giấy',
  commune: 'Phường Cầu Giấy',
  province: 'Hà Nội',
  desk: 'Điểm phục vụ hành chính công phường Cầu Giấy',
  agencyCode: 'H26.12',
  phone: '024 0000 0000',
  signers: [
    { name: 'Trần Thị Minh Họa', title: 'KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH', from: '2025-07-01' as PlainDate },
  ],
};

/** Enrols devices of the demo office; anyone may read it here. */
export const DEMO_ENROLMENT_CODE = 'DEMO-CAUGIAY-2026';
