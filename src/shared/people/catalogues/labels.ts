import type { Gender, IdentityDocumentKind, Residence } from '../person-values.ts';

export const genderLabels: Readonly<Record<Gender, string>> = { male: 'Nam', female: 'Nữ' };

export const identityDocumentLabels: Readonly<Record<IdentityDocumentKind, string>> = {
  'identity-card': 'Thẻ căn cước',
  'citizen-card': 'Căn cước công dân',
  'electronic-identity': 'Căn cước điện tử',
  'identity-certificate': 'Giấy chứng nhận căn cước',
  passport: 'Hộ chiếu',
  'old-identity-card': 'Chứng minh nhân dân',
  'birth-certificate': 'Giấy khai sinh',
  other: 'Giấy tờ khác',
};

export const residenceKindLabels: Readonly<Record<Residence['kind'], string>> = {
  permanent: 'Thường trú',
  temporary: 'Tạm trú',
  current: 'Nơi đang sinh sống',
};
