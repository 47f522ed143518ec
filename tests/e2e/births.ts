import { instantFromMillis, localDate } from '#shared/kernel/instant.ts';
import { addDays, type PlainDate, partsOf } from '#shared/kernel/plain-date.ts';

/** A parent as the desk meets one: a name and the text of the card's QR code. */
export type Parent = { readonly name: string; readonly personalId: string; readonly card: string };

/** A birth as a clerk types it. Everybody in it is made up. */
export type Birth = {
  readonly child: string;
  /** `dd/mm/yyyy`, some days ago: registered in time on whatever day the test runs. */
  readonly bornOn: string;
  readonly gender: 'Nam' | 'Nữ';
  readonly mother: Parent;
  readonly father: Parent;
  /** What the population database answers for this child. */
  readonly personalId: string;
};

const AGE_DAYS = 10;

/** @param number tells the people of one birth from those of another, 1–999 */
export function birthOf(child: string, mother: string, gender: 'Nam' | 'Nữ', number: number): Birth {
  const born = addDays(today(), -AGE_DAYS);
  const { year } = partsOf(born);
  const serial = String(number).padStart(6, '0');
  const century = gender === 'Nam' ? '2' : '3';
  const family = child.split(' ')[0] ?? '';
  return {
    child,
    bornOn: typed(born),
    gender,
    mother: parent(mother, `001195${serial}`, '14021995', 'Nữ'),
    father: parent(`${family} Văn Bình`, `001092${serial}`, '03111992', 'Nam'),
    personalId: `001${century}${String(year % 100).padStart(2, '0')}${serial}`,
  };
}

export function today(): PlainDate {
  return localDate(instantFromMillis(Date.now()));
}

function typed(date: PlainDate): string {
  return date.split('-').toReversed().join('/');
}

function parent(name: string, personalId: string, born: string, gender: string): Parent {
  const address = 'Số 12 ngõ 34 đường Hoa Sữa, Phường Cầu Giấy, Hà Nội';
  return { name, personalId, card: `${personalId}||${name}|${born}|${gender}|${address}|02082025` };
}
