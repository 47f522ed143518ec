import type { DueDate } from '#shared/deadlines/deadline-rule.ts';
import type { OfficeProfile } from '#shared/dossiers/office.ts';
import type { MoneyStatus } from '#shared/dossiers/status.ts';
import type { FeeLine } from '#shared/fees/fee-line.ts';
import type { Instant } from '#shared/kernel/instant.ts';

/** One paper as the slip lists it. */
export type SlipComponent = {
  readonly name: string;
  readonly form: 'original' | 'copy' | 'electronic';
  readonly count: number;
};

/** What every slip of the one-stop desk (TT 03/2025/TT-VPCP, forms 01–06) says about its dossier. */
export type SlipInput = {
  readonly office: OfficeProfile;
  /** Official code; empty while none was leased, then the local reference stands in. */
  readonly dossierCode: string;
  readonly localRef: string;
  readonly parties: {
    readonly applicant: string;
    readonly applicantAddress: string;
    readonly applicantPhone: string;
    readonly applicantEmail: string;
  };
  readonly procedureName: string;
  readonly components: readonly SlipComponent[];
  /** Số bộ hồ sơ. */
  readonly setCount: number;
  readonly receivedAt: Instant;
  readonly due: DueDate;
  readonly returnBy: 'desk' | 'post' | 'online';
  readonly fees: readonly FeeLine[];
  readonly money: MoneyStatus;
  /** Who received the dossier. */
  readonly clerkName: string;
  /** Sổ theo dõi hồ sơ, when the office keeps one on paper. */
  readonly book?: { readonly volume: string; readonly sequence: string } | undefined;
};
