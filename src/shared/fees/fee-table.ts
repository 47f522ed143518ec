import type { PlainDate } from '../kernel/plain-date.ts';
import type { FeeLine } from './fee-line.ts';

type FeeRow = {
  readonly code: string;
  readonly label: string;
  /** Whole đồng for one unit. */
  readonly amount: number;
  readonly from: string;
  /** Last day, when the row has ended. */
  readonly to?: string;
  readonly legalBasis: string;
};

const FREE = 'Luật Hộ tịch 2014, Điều 11';
const CITY = 'Nghị quyết số 06/2020/NQ-HĐND của HĐND thành phố Hà Nội';
const EXTRACT = 'Thông tư số 281/2016/TT-BTC';
const CERTIFICATION = 'Thông tư số 226/2016/TT-BTC';

/**
 * Phí, lệ phí as dated data, at the rates of Hà Nội. A new rate ends the old row and adds one; a row is never edited,
 * since dossiers already received keep their amount. Matters without a row have no known rate.
 */
const rows: readonly FeeRow[] = [
  free('birth-in-time', 'Đăng ký khai sinh đúng hạn'),
  free('death-in-time', 'Đăng ký khai tử đúng hạn'),
  free('marriage', 'Đăng ký kết hôn'),
  free('guardianship', 'Đăng ký giám hộ'),
  city('birth-late', 'Đăng ký khai sinh quá hạn', 5_000),
  city('death-late', 'Đăng ký khai tử quá hạn', 5_000),
  city('marital-status-certificate', 'Cấp giấy xác nhận tình trạng hôn nhân', 3_000),
  city('correction-under-14', 'Thay đổi, cải chính hộ tịch cho người dưới 14 tuổi', 5_000),
  city('correction-from-14', 'Thay đổi, cải chính hộ tịch cho người từ đủ 14 tuổi', 25_000),
  {
    code: 'certified-extract-copy',
    label: 'Cấp bản sao trích lục hộ tịch',
    amount: 8_000,
    from: '2017-01-01',
    legalBasis: EXTRACT,
  },
  {
    code: 'signature-certification',
    label: 'Chứng thực chữ ký',
    amount: 10_000,
    from: '2017-01-01',
    legalBasis: CERTIFICATION,
  },
];

/**
 * One line of what is to be paid.
 * @param on the day of receipt, which decides the rate
 * @param quantity copies, when the rate is for one
 * @param exemption why nothing is due; empty or absent when it is
 * @throws when no rate is in force for the code on that day: a procedure asked for what the table does not hold
 */
export function feeLine(code: string, on: PlainDate, quantity = 1, exemption?: string): FeeLine {
  const row = rows.find((each) => each.code === code && each.from <= on && (each.to ?? '9999') >= on);
  if (!row) throw new RangeError(`no fee ${code} on ${on}`);
  const { label, amount: unitAmount, legalBasis } = row;
  const line = { code, label, unitAmount, quantity, amount: unitAmount * quantity, legalBasis };
  return exemption ? { ...line, amount: 0, exemption } : line;
}

function free(code: string, label: string): FeeRow {
  return { code, label, amount: 0, from: '2016-01-01', legalBasis: FREE };
}

/** In force since 2020; the exact first day does not matter, as no dossier of this app is older than 2025. */
function city(code: string, label: string, amount: number): FeeRow {
  return { code, label, amount, from: '2021-01-01', legalBasis: CITY };
}
