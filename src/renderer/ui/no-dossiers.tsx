import { Text } from '@mantine/core';
import { PageHeader } from './page-header.tsx';

/** Shown to an IT administrator where dossiers would be: the core would refuse, so it is not asked. */
export function NoDossiers() {
  return (
    <>
      <PageHeader title="Cán bộ CNTT không xem hồ sơ và sổ hộ tịch" />
      <Text c="dimmed">
        Tài khoản này chỉ quản trị máy, tài khoản, sao lưu và kết nối; dữ liệu công dân không hiển thị.
      </Text>
    </>
  );
}
