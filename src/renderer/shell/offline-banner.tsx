import { Text } from '@mantine/core';
import { IconCloudOff } from '@tabler/icons-react';
import { formatTimeWithSeconds } from '#renderer/ui/format.ts';
import classes from './banners.module.css';
import { type SyncStatus, unsentOf } from './use-sync-status.ts';

/** Says what still works while the city is not reached; work goes on, so it never covers anything. */
export function OfflineBanner({ status }: { readonly status: SyncStatus | undefined }) {
  if (!status || status.connection === 'online' || status.connection === 'syncing') return null;
  return (
    <div className={classes.offline} role="status">
      <IconCloudOff size={18} aria-hidden />
      <Text size="sm" component="span">
        <Words status={status} />
      </Text>
    </div>
  );
}

function Words({ status }: { readonly status: SyncStatus }) {
  switch (status.connection) {
    case 'not-enrolled':
      return <NotEnrolled />;
    case 'busy':
      return <Busy nextTryAt={status.nextTryAt} unsent={unsentOf(status)} />;
    default:
      return <Unreached unsent={unsentOf(status)} />;
  }
}

function Busy({ nextTryAt, unsent }: { readonly nextTryAt: string; readonly unsent: number }) {
  return (
    <>
      <strong>Máy chủ thành phố đang bận, tự gửi lại lúc {formatTimeWithSeconds(nextTryAt)}.</strong> Vẫn làm
      việc bình thường; dữ liệu đã lưu trên máy này{unsent > 0 ? `, ${unsent} việc chờ gửi` : ''}.
    </>
  );
}

function NotEnrolled() {
  return (
    <>
      <strong>Máy này chưa được ghi danh với thành phố.</strong> Bản nháp vẫn lưu trên máy này. Cán bộ CNTT
      ghi danh một lần trong Cài đặt.
    </>
  );
}

function Unreached({ unsent }: { readonly unsent: number }) {
  return (
    <>
      <strong>Chưa liên lạc được với máy chủ thành phố.</strong> Vẫn tiếp nhận, xử lý, vào sổ, in và trả kết
      quả bình thường. Dữ liệu đã lưu trên máy này
      {unsent > 0 ? `; ${unsent} việc sẽ tự gửi khi có mạng` : ''}.
    </>
  );
}
