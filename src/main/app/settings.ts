import type { Reader } from '#main/store/types.ts';
import type { Contract } from '#shared/contract/index.ts';
import type { OfficeProfile } from '#shared/dossiers/office.ts';
import { asId } from '#shared/kernel/ids.ts';
import type { OutputOf } from './contract-types.ts';

/** Names of the settings the use cases keep in the store. */
export const settingKeys = {
  /** OfficeProfile, written at enrolment. */
  office: 'office',
  administration: 'administration',
} as const;

export type AdministrationSettings = OutputOf<Contract['administration']['settings']>;

const defaults: AdministrationSettings = {
  autoLockMinutes: 10,
  alwaysAskResidence: false,
  cityUrl: '',
  backupEveryMinutes: 15,
  uploadKilobitsPerSecond: 0,
};

export function administrationSettings(reader: Reader): AdministrationSettings {
  return { ...defaults, ...reader.setting<Partial<AdministrationSettings>>(settingKeys.administration) };
}

/** The office of this machine; a nameless one until it is enrolled. */
export function officeProfile(reader: Reader): OfficeProfile {
  return reader.setting<OfficeProfile>(settingKeys.office) ?? unnamedOffice;
}

/** Without an office there is nobody to receive for. */
export function isEnrolled(reader: Reader): boolean {
  return reader.setting<OfficeProfile>(settingKeys.office) !== undefined;
}

const unnamedOffice: OfficeProfile = {
  id: asId('CHUA-GHI-DANH'),
  name: 'Chưa ghi danh đơn vị',
  commune: '',
  province: '',
  desk: '',
  agencyCode: '',
  phone: '',
  signers: [],
};
