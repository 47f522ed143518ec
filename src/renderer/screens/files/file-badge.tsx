import { syncLooks } from '#renderer/ui/sync-badge.tsx';
import { type Tone, ToneBadge } from '#renderer/ui/tone-badge.tsx';
import type { FileView } from './file-view.ts';

const own = {
  kept: { label: 'Đã lưu', explanation: 'Đã lưu trên máy này; gửi thành phố sau khi tiếp nhận hồ sơ.' },
  elsewhere: { label: 'Máy khác đang gửi', explanation: 'Tệp do máy khác của đơn vị đính kèm và gửi.' },
} as const;

/** Where a file stands, in the words of the queue. */
export function FileBadge({ file }: { readonly file: FileView }) {
  if (file.state === 'kept' || file.state === 'elsewhere') {
    const { label, explanation } = own[file.state];
    const tone: Tone = 'neutral';
    return (
      <ToneBadge tone={tone} title={explanation}>
        {label}
      </ToneBadge>
    );
  }
  const look = syncLooks[file.state];
  return (
    <ToneBadge tone={look.tone} icon={look.icon} title={look.explanation}>
      {look.label}
    </ToneBadge>
  );
}
