import { addDays, type PlainDate, plainDate } from '../kernel/plain-date.ts';
import type { CalendarDay, WorkingCalendar } from './calendar.ts';

/**
 * Public holidays (BLLĐ 2019, Điều 111–112), compensatory days and swaps, 2025–2028, with the usual hours of Hà Nội.
 *
 * 2026 follows the yearly decision. 2025 is past. 2027 and 2028 are best known, to be confirmed when their decisions
 * come out: how Tết spreads over five days, the second day of Quốc khánh, and swaps (none are assumed).
 * Ngày Văn hóa Việt Nam (24/11) is left out until its decision is confirmed.
 */
export const vietnamCalendar: WorkingCalendar = {
  version: 'vn-2026.1',
  years: { from: 2025, to: 2028 },
  shifts: [
    [8 * 60, 12 * 60],
    [13 * 60, 17 * 60],
  ],
  days: [
    ...off(2025, '01-01', '01-01', 'Tết Dương lịch'),
    ...off(2025, '01-25', '02-02', 'Tết Nguyên đán Ất Tỵ'),
    ...off(2025, '04-07', '04-07', 'Giỗ Tổ Hùng Vương'),
    makeUp(2025, '04-26', 'Làm bù cho ngày 02/5/2025'),
    ...off(2025, '04-30', '05-01', 'Ngày Chiến thắng và Quốc tế lao động'),
    ...off(2025, '05-02', '05-02', 'Hoán đổi sang ngày 26/4/2025'),
    ...off(2025, '09-01', '09-02', 'Quốc khánh'),

    ...off(2026, '01-01', '01-01', 'Tết Dương lịch'),
    ...off(2026, '01-02', '01-02', 'Hoán đổi sang ngày 10/01/2026'),
    makeUp(2026, '01-10', 'Làm bù cho ngày 02/01/2026'),
    ...off(2026, '02-14', '02-22', 'Tết Nguyên đán Bính Ngọ'),
    ...off(2026, '04-26', '04-26', 'Giỗ Tổ Hùng Vương'),
    ...off(2026, '04-27', '04-27', 'Nghỉ bù Giỗ Tổ Hùng Vương'),
    ...off(2026, '04-30', '05-01', 'Ngày Chiến thắng và Quốc tế lao động'),
    makeUp(2026, '08-22', 'Làm bù cho ngày 31/8/2026'),
    ...off(2026, '08-31', '08-31', 'Hoán đổi sang ngày 22/8/2026'),
    ...off(2026, '09-01', '09-02', 'Quốc khánh'),

    ...off(2027, '01-01', '01-01', 'Tết Dương lịch'),
    ...off(2027, '02-05', '02-09', 'Tết Nguyên đán Đinh Mùi'),
    ...off(2027, '02-10', '02-11', 'Nghỉ bù Tết Nguyên đán'),
    ...off(2027, '04-16', '04-16', 'Giỗ Tổ Hùng Vương'),
    ...off(2027, '04-30', '05-01', 'Ngày Chiến thắng và Quốc tế lao động'),
    ...off(2027, '05-03', '05-03', 'Nghỉ bù Quốc tế lao động'),
    ...off(2027, '09-02', '09-03', 'Quốc khánh'),

    ...off(2028, '01-01', '01-01', 'Tết Dương lịch'),
    ...off(2028, '01-03', '01-03', 'Nghỉ bù Tết Dương lịch'),
    ...off(2028, '01-24', '01-28', 'Tết Nguyên đán Mậu Thân'),
    ...off(2028, '04-04', '04-04', 'Giỗ Tổ Hùng Vương'),
    ...off(2028, '04-30', '05-01', 'Ngày Chiến thắng và Quốc tế lao động'),
    ...off(2028, '05-02', '05-02', 'Nghỉ bù Ngày Chiến thắng'),
    ...off(2028, '09-01', '09-02', 'Quốc khánh'),
    ...off(2028, '09-04', '09-04', 'Nghỉ bù Quốc khánh'),
  ],
};

/** @param from first day, `MM-DD`; @param to last day, the same year */
function off(year: number, from: string, to: string, name: string): CalendarDay[] {
  const days: CalendarDay[] = [];
  for (let date = dayOf(year, from); date <= dayOf(year, to); date = addDays(date, 1)) {
    days.push({ date, kind: 'off', name });
  }
  return days;
}

function makeUp(year: number, day: string, name: string): CalendarDay {
  return { date: dayOf(year, day), kind: 'make-up', name };
}

function dayOf(year: number, day: string): PlainDate {
  return plainDate(year, Number(day.slice(0, 2)), Number(day.slice(3)));
}
