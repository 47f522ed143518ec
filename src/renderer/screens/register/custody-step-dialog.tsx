import { Button, Group, Modal, NumberInput, Select, Stack, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type SubmitEvent, useState } from 'react';
import { useCoreMutation } from '#renderer/host-client/core.ts';
import type { CoreClient } from '#renderer/host-client/core-client.ts';
import { Problems } from '#renderer/ui/problems.tsx';
import type { Book } from './book.ts';

export type CustodyStep =
  | { readonly kind: 'request' }
  | { readonly kind: 'hand-over'; readonly to: string; readonly toName: string }
  | { readonly kind: 'take-over' }
  | { readonly kind: 'mark'; readonly number: number }
  | { readonly kind: 'drop-stale' };

type Entered = { readonly reason: string; readonly number: number; readonly use: 'voided' | 'paper' };

const words = {
  request: {
    title: 'Xin nhận giữ sổ',
    text: 'Máy đang giữ sổ sẽ thấy đề nghị này và bàn giao. Máy này cấp số sau khi nhận bàn giao qua thành phố.',
    done: 'Đã gửi đề nghị nhận giữ sổ.',
  },
  'hand-over': {
    title: 'Bàn giao sổ',
    text: 'Máy này thôi cấp số ngay khi bàn giao, kể cả khi đang mất mạng.',
    done: 'Đã bàn giao sổ. Máy này không cấp số nữa.',
  },
  'take-over': {
    title: 'Tiếp quản sổ khẩn cấp',
    text: 'Chỉ dùng khi máy giữ sổ hỏng hoặc mất. Số do máy đó cấp sau thời điểm này phải được giải quyết từng số.',
    done: 'Thành phố đã giao sổ cho máy này.',
  },
  mark: {
    title: 'Ghi số bỏ trống hoặc viết tay',
    text: 'Số đã ghi ở đây không cấp cho ai nữa. Nội dung được lưu vết.',
    done: 'Đã ghi lý do của số.',
  },
  'drop-stale': {
    title: 'Bỏ việc ghi sổ đã quá hạn giữ',
    text: 'Số viết tay trong sổ giấy vẫn phải được máy đang giữ sổ ghi lại.',
    done: 'Đã bỏ; nội dung vẫn còn trong nhật ký.',
  },
} as const satisfies Record<CustodyStep['kind'], object>;

type CustodyStepDialogProps = {
  readonly book: Book;
  readonly step: CustodyStep;
  readonly onClose: () => void;
};

/** Asks why, and does one step of custody. */
export function CustodyStepDialog({ book, step, onClose }: CustodyStepDialogProps) {
  const [entered, setEntered] = useState<Entered>({
    reason: '',
    number: step.kind === 'mark' ? step.number : 0,
    use: 'voided',
  });
  const [tried, setTried] = useState(false);
  const set = (change: Partial<Entered>): void => setEntered({ ...entered, ...change });
  const run = useCoreMutation((client) => perform(client, book.bookId, step, entered), ['register', 'sync']);
  const lacksReason = entered.reason.trim() === '';
  const { title, text, done } = words[step.kind];
  const submit = async (event: SubmitEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (lacksReason) return;
    const result = await run.run(undefined);
    if (!result.ok) return;
    notifications.show({ color: 'green', message: done });
    onClose();
  };
  return (
    <Modal opened onClose={onClose} title={title}>
      <form noValidate onSubmit={(event) => void submit(event)}>
        <Stack gap="sm">
          <Text size="sm">{text}</Text>
          {step.kind === 'take-over' || step.kind === 'mark' ? (
            <NumberInput
              label={step.kind === 'mark' ? 'Số' : 'Số cuối đọc được trong sổ giấy (0 nếu không có)'}
              min={step.kind === 'mark' ? 1 : 0}
              allowDecimal={false}
              value={entered.number}
              onChange={(value) => set({ number: typeof value === 'number' ? value : 0 })}
            />
          ) : null}
          {step.kind === 'mark' ? (
            <Select
              label="Vì sao số này không có bản ghi"
              data={[
                { value: 'voided', label: 'Bỏ trống (hỏng trang, đánh lại số)' },
                { value: 'paper', label: 'Đã viết tay trong sổ giấy' },
              ]}
              value={entered.use}
              onChange={(use) => set({ use: use === 'paper' ? 'paper' : 'voided' })}
              allowDeselect={false}
            />
          ) : null}
          <TextInput
            data-autofocus
            label="Lý do"
            withAsterisk
            error={tried && lacksReason ? 'Chưa nhập lý do.' : undefined}
            value={entered.reason}
            onChange={(event) => set({ reason: event.currentTarget.value })}
          />
          <Problems problems={run.problems} title="Chưa thực hiện được" />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Quay lại
            </Button>
            <Button type="submit" loading={run.pending}>
              {title}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

function perform(client: CoreClient, bookId: string, step: CustodyStep, entered: Entered): Promise<unknown> {
  const { register } = client;
  const { reason, number, use } = entered;
  switch (step.kind) {
    case 'request':
      return register.requestCustody({ bookId, reason });
    case 'hand-over':
      return register.handOver({ bookId, to: step.to, reason });
    case 'take-over':
      return register.takeOver({ bookId, lastNumber: number, reason });
    case 'mark':
      return register.markNumber({ bookId, number, use, reason });
    case 'drop-stale':
      return register.dropStale({ bookId, reason });
  }
}
