import type { OfficeProfile } from '#shared/dossiers/office.ts';
import { asId, type OfficeId } from '#shared/kernel/ids.ts';
import { plainDate } from '#shared/kernel/plain-date.ts';

/** A made-up office of Hà Nội; its signers exist nowhere. */
export const testOffice: OfficeProfile = {
  id: asId<OfficeId>('HN-CG'),
  name: 'UBND phường Cầu Giấy',
  commune: 'Phường Cầu Giấy',
  province: 'Hà Nội',
  desk: 'Điểm phục vụ hành chính công phường Cầu Giấy',
  agencyCode: 'H26.12',
  phone: '02400000000',
  signers: [{ name: 'Đặng Thử Nghiệm', title: 'CHỦ TỊCH', from: plainDate(2025, 7, 1) }],
};
