import { identityDocumentLabels } from './catalogues/labels.ts';
import { displayPartialDate } from './partial-date.ts';
import type { IdentityDocument, Place, Residence } from './person-values.ts';

/** From the detail to the country, as papers write it: "Số 5, Phường Cầu Giấy, Hà Nội". */
export function displayResidence(residence: Residence): string {
  return joined([residence.detail, residence.commune, residence.province, residence.country]);
}

/** The health facility first, then the administrative place (NĐ 123/2015/NĐ-CP, Điều 4). */
export function displayPlace(place: Place): string {
  return joined([place.facility, place.detail, place.commune, place.province, place.country]);
}

/** "Căn cước công dân số 001… do … cấp ngày 20/11/2021"; parts not given are left out. */
export function displayIdentityDocument(document: IdentityDocument): string {
  const issuer = document.issuer.trim();
  const words = [
    identityDocumentLabels[document.kind],
    document.number.trim() === '' ? '' : `số ${document.number.trim()}`,
    issuer === '' ? '' : `do ${issuer}`,
    issuer === '' && document.issuedOn === undefined ? '' : 'cấp',
    document.issuedOn === undefined ? '' : `ngày ${displayPartialDate(document.issuedOn)}`,
  ];
  return words.filter((word) => word !== '').join(' ');
}

function joined(parts: readonly string[]): string {
  return parts
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join(', ');
}
