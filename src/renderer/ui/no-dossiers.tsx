import { EmptyState } from './empty-state.tsx';

/** Shown to an IT administrator where dossiers would be: the core would refuse, so it is not asked. */
export function NoDossiers() {
  return (
    <EmptyState title="Cán bộ CNTT không xem hồ sơ và sổ hộ tịch">
      Tài khoản này chỉ quản trị máy, tài khoản, sao lưu và kết nối; dữ liệu công dân không hiển thị.
    </EmptyState>
  );
}
