import { EmptyState } from '#renderer/ui/empty-state.tsx';

export function NotFound() {
  return <EmptyState title="Không có màn hình này">Chọn một phần ở cột bên trái hoặc nhấn Alt+1.</EmptyState>;
}
