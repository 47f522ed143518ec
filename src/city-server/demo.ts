import { DEMO_ENROLMENT_CODE, demoOffice } from '#shared/dossiers/demo-office.ts';
import type { City } from './compose.ts';

/** Gives a server the demo commune and a code that any number of demo devices may use. */
export async function seedDemo(city: City): Promise<void> {
  await city.saveCommune(demoOffice);
  const expiresAt = new Date('2100-01-01T00:00:00Z');
  await city.issueCode({ office: demoOffice.id, code: DEMO_ENROLMENT_CODE, expiresAt, uses: 1_000_000 });
}
