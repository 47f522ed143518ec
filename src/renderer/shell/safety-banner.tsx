import { Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { formatNumber, formatTime } from '#renderer/ui/format.ts';
import classes from './banners.module.css';
import { type SafetyStatus, useSafetyStatus } from './use-safety-status.ts';

/** What a person must know about the safety of the work, wherever they are: one line for each thing. */
export function SafetyBanner() {
  const status = useSafetyStatus();
  if (!status) return null;
  const lines = [...warnings(status)];
  if (lines.length === 0) return null;
  return (
    <div className={classes.offline} role="status">
      <IconAlertTriangle size={18} aria-hidden />
      <div>
        {lines.map(({ key, text }) => (
          <Text key={key} size="sm">
            {text}
          </Text>
        ))}
      </div>
    </div>
  );
}

type Line = { readonly key: string; readonly text: ReactNode };

function* warnings(status: SafetyStatus): Generator<Line> {
  const { missing, stop, clock, stalledSince, firstSync, secondCopy, lastCheck } = status;
  if (missing.length > 0) yield { key: 'missing', text: <Missing count={missing.length} /> };
  if (stop === 'server-behind') yield { key: 'stop', text: serverBehind };
  if (stop === 'mass-change') yield { key: 'stop', text: massChange };
  if (clock === 'skewed') yield { key: 'clock', text: skewedClock };
  if (stalledSince !== '') yield { key: 'stalled', text: <Stalled since={stalledSince} /> };
  if (firstSync) yield { key: 'first', text: <FirstSync progress={firstSync} /> };
  if (secondCopy.failed) yield { key: 'copy', text: copyFailed };
  if ((lastCheck?.differing ?? 0) > 0) yield { key: 'check', text: differs };
}

export const skewedClock = (
  <>
    <strong>Đồng hồ máy này lệch hơn 5 phút so với thành phố.</strong> Ngày giờ trên phiếu hẹn có thể sai: hãy
    chỉnh đồng hồ của máy trước khi tiếp nhận.
  </>
);

const serverBehind = (
  <>
    <strong>Đã dừng đồng bộ: máy chủ thành phố có ít dữ liệu hơn lần trước.</strong> Vẫn làm việc bình thường,
    không mất gì. Cán bộ CNTT xem màn hình Đồng bộ.
  </>
);

const massChange = (
  <>
    <strong>Đã dừng đồng bộ: lượt nhận này làm mất hiệu lực nhiều việc đã có.</strong> Chưa có gì thay đổi
    trên máy. Cán bộ CNTT xem màn hình Đồng bộ.
  </>
);

const copyFailed = (
  <>
    <strong>Chưa ghi được bản sao thứ hai.</strong> Việc chưa gửi mới chỉ có trên máy này: hãy cắm lại ổ đĩa
    hoặc kiểm tra thư mục chia sẻ.
  </>
);

const differs = (
  <>
    <strong>Danh sách trên máy này khác với thành phố.</strong> Thành phố đã ghi nhận; hãy báo cán bộ CNTT.
  </>
);

function Missing({ count }: { readonly count: number }) {
  return (
    <>
      <strong>{formatNumber(count)} việc đã lưu không còn trong tệp dữ liệu của máy này.</strong> Màn hình
      Đồng bộ ghi rõ từng việc để làm lại.
    </>
  );
}

function Stalled({ since }: { readonly since: string }) {
  return (
    <>
      <strong>Hàng chờ gửi đứng yên từ {formatTime(since)} dù có mạng.</strong> Hồ sơ vẫn an toàn trên máy;
      hãy báo cán bộ CNTT.
    </>
  );
}

const phases = {
  fetching: 'Đang tải hồ sơ của đơn vị về máy này',
  building: 'Đang dựng danh sách, sổ và tìm kiếm',
};

function FirstSync({ progress }: { readonly progress: NonNullable<SafetyStatus['firstSync']> }) {
  const { phase, done, total, secondsLeft } = progress;
  const percent = Math.floor((done / Math.max(total, 1)) * 100);
  return (
    <>
      <strong>
        {phases[phase]}: {percent} %
      </strong>{' '}
      ({formatNumber(done)}/{formatNumber(total)}
      {secondsLeft === undefined ? '' : `, còn khoảng ${timeLeft(secondsLeft)}`}). Vẫn tiếp nhận hồ sơ mới
      được.
    </>
  );
}

function timeLeft(seconds: number): string {
  return seconds < 60 ? `${seconds} giây` : `${Math.ceil(seconds / 60)} phút`;
}
