import type { OfficeProfile } from '#shared/dossiers/office.ts';
import type { OfficeId } from '#shared/kernel/ids.ts';
import { asId } from '#shared/kernel/ids.ts';
import type { PlainDate } from '#shared/kernel/plain-date.ts';
import type { City } from './compose.ts';

/** For demonstration and training only: anyone may read it here. */
export const DEMO_ENROLMENT_CODE = 'DEMO-CAUGIAY-2026';

const demoOffice: OfficeProfile = {
  id: asId<OfficeId>('HN-CAUGIAY'),
  name: 'UBND phường Cầu Giấy',
  commune: 'Phường Cầu Giấy',
  province: 'Thành phố Hà Nội',
  desk: 'Điểm phục vụ hành chính công phường Cầu Giấy',
  agencyCode: 'H26.12',
  phone: '024 0000 0000',
  signers: [
    { name: 'Trần Thị Minh Họa', title: 'KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH', from: '2025-07-01' as PlainDate },
  ],
};

/** Gives a server the demo commune and a code that any number of demo devices may use. */
export async function seedDemo(city: City): Promise<void> {
  await city.saveCommune(demoOffice);
  const expiresAt = new Date('2100-01-01T00:00:00Z');
  await city.issueCode({ office: demoOffice.id, code: DEMO_ENROLMENT_CODE, expiresAt, uses: 1_000_000 });
}
