import type { z } from 'zod';
import type { OfficeProfile } from '../dossiers/office.ts';
import { asId, type OfficeId } from '../kernel/ids.ts';
import type { PlainDate } from '../kernel/plain-date.ts';
import type { officeProfileSchema } from './protocol.ts';

/** The profile as the domain names its parts; the schema has checked them. */
export function officeOf(parsed: z.infer<typeof officeProfileSchema>): OfficeProfile {
  return {
    ...parsed,
    id: asId<OfficeId>(parsed.id),
    signers: parsed.signers.map(({ name, title, from, to }) => ({
      name,
      title,
      from: from as PlainDate,
      ...(to === undefined ? {} : { to: to as PlainDate }),
    })),
  };
}
