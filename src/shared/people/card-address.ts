import { type PlainDate, plainDate } from '../kernel/plain-date.ts';
import { findProvince } from './catalogues/provinces.ts';
import type { Residence } from './person-values.ts';

/** Two-level government: cards issued from this day name a commune and a province, without a district. */
const TWO_LEVELS_FROM = plainDate(2025, 7, 1);

/**
 * Takes the address of a card apart from the right: province, district (dropped, as districts ended on 01/7/2025),
 * commune, and what is left is the detail. A former province becomes today's; a former commune stays as written,
 * for the clerk to confirm. A card without an issue date is taken for an older one.
 */
export function residenceOnCard(
  address: string,
  issuedOn: PlainDate | undefined,
): { readonly residence: Residence; readonly communeToConfirm: boolean } {
  const parts = address
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const twoLevels = issuedOn !== undefined && issuedOn >= TWO_LEVELS_FROM;
  const written = parts.pop() ?? '';
  if (!twoLevels && parts.length > 1) parts.pop();
  const commune = parts.pop() ?? '';
  return {
    residence: {
      kind: 'permanent',
      province: findProvince(written)?.name ?? written,
      commune,
      detail: parts.join(', '),
      country: '',
    },
    communeToConfirm: !twoLevels,
  };
}
