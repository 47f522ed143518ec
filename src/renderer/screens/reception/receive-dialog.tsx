import { Button, Checkbox, Group, List, Modal, NativeSelect, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useHotkey } from '#renderer/shell/use-hotkey.ts';
import { formatDateTime } from '#renderer/ui/format.ts';
import { KeyHint } from '#renderer/ui/key-hint.tsx';
import { Problems } from '#renderer/ui/problems.tsx';
import type { Problem } from '#shared/kernel/problem.ts';
import { Fees } from './due-and-fees.tsx';
import type { Check } from './use-check.ts';

export type ReturnBy = 'desk' | 'post' | 'online';

const ways = [
  { value: 'desk', label: 'Nhận tại một cửa' },
  { value: 'post', label: 'Gửi qua bưu chính' },
  { value: 'online', label: 'Nhận bản điện tử' },
];

type ReceiveDialogProps = {
  readonly check: Check;
  readonly pending: boolean;
  readonly problems: readonly Problem[];
  readonly onReceive: (returnBy: ReturnBy) => void;
  readonly onClose: () => void;
};

/** The last look before a dossier exists: warnings to be seen, the legal due date, the fee, how it is returned. */
export function ReceiveDialog({ check, pending, problems, onReceive, onClose }: ReceiveDialogProps) {
  const warnings = check.problems.filter((each) => each.severity === 'warning');
  const [seen, setSeen] = useState(warnings.length === 0);
  const [returnBy, setReturnBy] = useState<ReturnBy>('desk');
  const receive = (): void => {
    if (seen && !pending) onReceive(returnBy);
  };
  useHotkey('submit', receive);
  return (
    <Modal opened onClose={onClose} title="Tiếp nhận hồ sơ" size="lg">
      <Stack>
        <Problems problems={problems} title="Chưa tiếp nhận được" />
        {warnings.length === 0 ? null : (
          <div>
            <Text fw={600}>Cần xem lại trước khi tiếp nhận</Text>
            <List size="sm">
              {warnings.map((each) => (
                <List.Item key={`${each.code}|${each.field ?? ''}|${each.message}`}>{each.message}</List.Item>
              ))}
            </List>
            <Checkbox
              mt="xs"
              data-autofocus
              label="Tôi đã xem và đối chiếu các cảnh báo trên"
              checked={seen}
              onChange={(event) => setSeen(event.currentTarget.checked)}
            />
          </div>
        )}
        <div>
          <Text size="sm">
            {check.variantName}. Hẹn trả: <b>{check.due ? formatDateTime(check.due.at) : 'chưa tính được'}</b>
          </Text>
          <Fees fees={check.fees} />
        </div>
        <NativeSelect
          label="Trả kết quả"
          value={returnBy}
          data={ways}
          onChange={(event) => setReturnBy(event.currentTarget.value as ReturnBy)}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Quay lại sửa
          </Button>
          <Button
            {...(warnings.length === 0 ? { 'data-autofocus': true } : {})}
            disabled={!seen}
            loading={pending}
            rightSection={<KeyHint keys="Ctrl+Enter" />}
            onClick={receive}
          >
            Tiếp nhận
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
