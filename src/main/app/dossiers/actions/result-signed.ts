import { refuse } from '#main/app/refuse.ts';
import { officeProfile } from '#main/app/settings.ts';
import { localDate } from '#shared/kernel/instant.ts';
import { ok } from '#shared/kernel/result.ts';
import type { PayloadOf } from './action-context.ts';

/** Only a person whose authority to sign covers today may be named on the paper. */
export const signResult: PayloadOf<'result-signed'> = ({ signerName }, { reader, now }) => {
  const today = localDate(now);
  const signer = officeProfile(reader).signers.find(
    (each) => each.name === signerName && each.from <= today && (each.to === undefined || today <= each.to),
  );
  if (!signer) {
    return refuse(
      'dossier/invalid',
      `“${signerName}” không có thẩm quyền ký hôm nay. Hãy chọn người ký trong danh sách của đơn vị.`,
    );
  }
  return ok({ signer, signedOn: today });
};
