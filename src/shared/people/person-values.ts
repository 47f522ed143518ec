import type { PlainDate } from '../kernel/plain-date.ts';

declare const brand: unique symbol;

/** A date known to the year, the month or the day: `1990`, `1990-02`, `1990-02-01`. Sorts as text. */
export type PartialDate = string & { readonly [brand]: 'PartialDate' };

/** Số định danh cá nhân: exactly 12 digits. A 9-digit CMND is an identity document, never this. */
export type PersonalId = string & { readonly [brand]: 'PersonalId' };

/** Họ, chữ đệm, tên. Each part Unicode NFC; `middle` may be empty; `family` may be empty for foreigners. */
export type PersonName = { readonly family: string; readonly middle: string; readonly given: string };

export type Gender = 'male' | 'female';

/** Nơi cư trú: a Vietnamese address (province, commune, detail) or one abroad (country, detail). */
export type Residence = {
  readonly kind: 'permanent' | 'temporary' | 'current';
  readonly province: string;
  readonly commune: string;
  readonly detail: string;
  /** Empty for Việt Nam. */
  readonly country: string;
};

/** An administrative place, with the health facility when the event happened in one. */
export type Place = {
  readonly facility: string;
  readonly detail: string;
  readonly commune: string;
  readonly province: string;
  /** Empty for Việt Nam. */
  readonly country: string;
};

export type IdentityDocumentKind =
  | 'identity-card' // Thẻ căn cước (from 01/7/2024)
  | 'citizen-card' // Căn cước công dân
  | 'electronic-identity' // Căn cước điện tử
  | 'identity-certificate' // Giấy chứng nhận căn cước
  | 'passport'
  | 'old-identity-card' // CMND, 9 digits
  | 'birth-certificate' // of a child
  | 'other';

export type IdentityDocument = {
  readonly kind: IdentityDocumentKind;
  readonly number: string;
  readonly issuedOn?: PlainDate | undefined;
  readonly issuer: string;
};

/** Đề nghị cấp bản sao. */
export type CopyRequest = { readonly wanted: boolean; readonly count: number };
