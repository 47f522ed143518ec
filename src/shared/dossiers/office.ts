import type { OfficeId } from '../kernel/ids.ts';
import type { PlainDate } from '../kernel/plain-date.ts';

/** Someone authorised to sign papers, with the dates of the authority (Luật Hộ tịch 2014, Điều 7, 12). */
export type Signer = {
  readonly name: string;
  /** As printed: `KT. CHỦ TỊCH`, `PHÓ CHỦ TỊCH`; lines separated by `\n`. */
  readonly title: string;
  readonly from: PlainDate;
  readonly to?: PlainDate | undefined;
};

/** The registration office as its papers name it. */
export type OfficeProfile = {
  readonly id: OfficeId;
  /** `UBND phường Cầu Giấy`. */
  readonly name: string;
  readonly commune: string;
  readonly province: string;
  /** `Điểm phục vụ hành chính công phường Cầu Giấy`. */
  readonly desk: string;
  /** Electronic identifier used in dossier codes, `H26.12`. */
  readonly agencyCode: string;
  readonly phone: string;
  readonly signers: readonly Signer[];
};
