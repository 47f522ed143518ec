import { Button, Group, Modal, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { type KeyboardEvent, useRef, useState } from 'react';
import { Problems } from '#renderer/ui/problems.tsx';
import type { Problem } from '#shared/kernel/problem.ts';
import { type CardData, readCardQr } from '#shared/people/card-qr.ts';
import type { CardGroup } from './card-groups.ts';

type ScanCardDialogProps = {
  readonly groups: readonly CardGroup[];
  /** Whose card is expected. */
  readonly group: CardGroup;
  readonly onRead: (group: CardGroup, card: CardData) => void;
  readonly onClose: () => void;
};

/** Takes what a keyboard-wedge reader types, up to its Enter. The text is personal data: it is dropped once read. */
export function ScanCardDialog({ groups, group, onRead, onClose }: ScanCardDialogProps) {
  const [chosen, setChosen] = useState(group);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const input = useRef<HTMLInputElement>(null);

  function read(): void {
    const text = input.current?.value ?? '';
    if (text.trim() === '') return;
    if (input.current) input.current.value = '';
    const card = readCardQr(text);
    if (card.ok) {
      onRead(chosen, card.value);
      return;
    }
    setProblems(card.error);
    input.current?.focus();
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    read();
  }

  return (
    <Modal opened onClose={onClose} title="Quét mã QR trên thẻ căn cước" size="md">
      <Stack>
        <NativeSelect
          label="Điền vào"
          value={chosen.id}
          data={groups.map(({ id, label }) => ({ value: id, label }))}
          onChange={(event) => setChosen(groups.find(({ id }) => id === event.currentTarget.value) ?? group)}
        />
        <TextInput
          ref={input}
          data-autofocus
          label="Nội dung mã QR"
          description="Đặt con trỏ ở đây rồi quét. Hãy tắt bộ gõ tiếng Việt (Unikey, EVKey) trước khi quét."
          autoComplete="off"
          spellCheck={false}
          onKeyDown={onKeyDown}
        />
        <Problems problems={problems} title="Chưa đọc được thẻ" />
        <Group justify="flex-end">
          <Text size="xs" c="dimmed" mr="auto">
            Nội dung quét không được lưu lại.
          </Text>
          <Button variant="default" onClick={onClose}>
            Nhập tay
          </Button>
          <Button onClick={read}>Đọc</Button>
        </Group>
      </Stack>
    </Modal>
  );
}
