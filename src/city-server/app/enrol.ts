import { randomInt } from 'node:crypto';
import type { OfficeProfile } from '#shared/dossiers/office.ts';
import type { ErrorCode } from '#shared/kernel/error-codes.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { EnrolRequest } from '#shared/sync/protocol.ts';
import { findProfile } from '../store/communes.ts';
import type { Database } from '../store/database.ts';
import { findDevice, saveCode, saveDevice, useCode } from '../store/enrolments.ts';
import { hashSecret, newToken } from './device-token.ts';

/** Exchanges a code for a token. A revoked device stays out, whatever code it shows. */
export async function enrol(
  database: Database,
  request: EnrolRequest,
  now: Date,
): Promise<Result<{ readonly office: OfficeProfile; readonly token: string }, ErrorCode>> {
  return database.queries.transaction(async (queries) => {
    const office = await useCode(queries, hashSecret(writtenOut(request.code)), now);
    const profile = office === undefined ? undefined : await findProfile(queries, office);
    if (office === undefined || !profile) return err('city/bad-code');
    if ((await findDevice(queries, office, request.device))?.revoked) return err('sync/revoked');
    const { device, deviceName: name } = request;
    const token = newToken({ office, device });
    await saveDevice(queries, { office, device, name, tokenHash: hashSecret(token), enrolledAt: now });
    return ok({ office: profile, token });
  });
}

/** Without characters that are mistaken for one another when read aloud or from paper. */
const ALPHABET = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';

/** Makes a code of 60 random bits, `XXXX-XXXX-XXXX`, or stores the one given. @returns the code, kept nowhere else */
export async function issueCode(
  database: Database,
  about: { readonly office: string; readonly expiresAt: Date; readonly uses: number; readonly code?: string },
): Promise<string> {
  const group = (): string => Array.from({ length: 4 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
  const code = about.code ?? `${group()}-${group()}-${group()}`;
  const { office, expiresAt, uses } = about;
  await saveCode(database.queries, { office, codeHash: hashSecret(writtenOut(code)), expiresAt, uses });
  return code;
}

/** A person types a code in any case and with any spacing. */
function writtenOut(code: string): string {
  return code.toUpperCase().replaceAll(/[^A-Z0-9]/g, '');
}
