import {
  IconCloudCheck,
  IconCloudOff,
  IconCloudUp,
  IconDeviceDesktop,
  IconGitMerge,
  IconHandStop,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { SyncState } from '#shared/contract/base.ts';
import { type Tone, ToneBadge } from './tone-badge.tsx';

type Look = {
  readonly label: string;
  readonly explanation: string;
  readonly tone: Tone;
  readonly icon: ReactNode;
};

/** The five sync states in the clerk's words. Saved on this machine and sent to the city are kept apart. */
export const syncLooks = {
  waiting: {
    label: 'Chưa gửi',
    explanation: 'Đã lưu trên máy này, chờ gửi thành phố.',
    tone: 'neutral',
    icon: <IconDeviceDesktop size={14} aria-hidden />,
  },
  sending: {
    label: 'Đang gửi',
    explanation: 'Đang gửi thành phố, tối đa hai phút.',
    tone: 'info',
    icon: <IconCloudUp size={14} aria-hidden />,
  },
  'needs-you': {
    label: 'Cần xử lý',
    explanation: 'Thành phố đang giữ lại; cần người xem và giải quyết.',
    tone: 'attention',
    icon: <IconHandStop size={14} aria-hidden />,
  },
  accepted: {
    label: 'Thành phố đã nhận',
    explanation: 'Thành phố đã nhận và cấp biên nhận.',
    tone: 'good',
    icon: <IconCloudCheck size={14} aria-hidden />,
  },
  refused: {
    label: 'Bị từ chối',
    explanation: 'Thành phố từ chối; xem lý do và sửa.',
    tone: 'bad',
    icon: <IconCloudOff size={14} aria-hidden />,
  },
  resolved: {
    label: 'Đã giải quyết',
    explanation: 'Không dùng nữa: một người đã so sánh và chọn bản khác. Vẫn còn trong lịch sử.',
    tone: 'neutral',
    icon: <IconGitMerge size={14} aria-hidden />,
  },
} as const satisfies Record<SyncState, Look>;

export function SyncBadge({ state }: { readonly state: SyncState }) {
  const look = syncLooks[state];
  return (
    <ToneBadge tone={look.tone} icon={look.icon} title={look.explanation}>
      {look.label}
    </ToneBadge>
  );
}
