import { Button, Group, Modal, NativeSelect, NumberInput, Stack, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type FormEvent, useId, useState } from 'react';
import { useCoreMutation } from '#renderer/host-client/core.ts';
import { useSession } from '#renderer/shell/session.ts';
import { useSubmitHotkey } from '#renderer/shell/use-submit-hotkey.ts';
import { KeyHint } from '#renderer/ui/key-hint.tsx';
import { Problems } from '#renderer/ui/problems.tsx';
import { books } from '#shared/procedures/books.ts';
import type { Book } from './book.ts';

type OpenBookDialogProps = { readonly onClose: () => void; readonly onOpened: (book: Book) => void };
type Opening = Pick<Book, 'book' | 'year' | 'volume' | 'lastNumber'> & { readonly startBasis: string };

/** Opens the book of a year; a paper book already in use is taken over at its last number. */
export function OpenBookDialog({ onClose, onOpened }: OpenBookDialogProps) {
  const { status } = useSession();
  const formId = useId();
  const kinds = books();
  const [opening, setOpening] = useState<Opening>({
    book: kinds[0]?.kind ?? '',
    year: Number(status.today.slice(0, 4)),
    volume: '01',
    lastNumber: 0,
    startBasis: '',
  });
  const [tried, setTried] = useState(false);
  const open = useCoreMutation((client, input: Opening) => client.register.open(input), ['register']);
  const set = (part: Partial<Opening>): void => setOpening((before) => ({ ...before, ...part }));
  const needsBasis = opening.lastNumber > 0 && opening.startBasis.trim() === '';
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (needsBasis || opening.volume.trim() === '') return;
    const result = await open.run({ ...opening, startBasis: opening.startBasis.trim().normalize('NFC') });
    if (!result.ok) return;
    notifications.show({ color: 'green', message: `Đã mở ${result.value.title} năm ${result.value.year}.` });
    onOpened(result.value);
  };
  useSubmitHotkey(formId);
  return (
    <Modal opened onClose={onClose} title="Mở sổ hộ tịch" size="lg">
      <form id={formId} onSubmit={(event) => void submit(event)} noValidate>
        <Stack gap="sm">
          <Text size="sm">
            Mỗi loại sổ mỗi năm một dãy số, bắt đầu từ 01; sổ giấy đang dùng thì nối tiếp số cuối. Máy này sẽ
            giữ sổ và cấp số, kể cả khi mất kết nối.
          </Text>
          <NativeSelect
            label="Loại sổ"
            data-autofocus
            data={kinds.map((kind) => ({ value: kind.kind, label: kind.title }))}
            value={opening.book}
            onChange={(event) => set({ book: event.currentTarget.value })}
          />
          <Group grow align="flex-start">
            <NumberInput
              label="Năm"
              min={1945}
              max={2200}
              allowDecimal={false}
              value={opening.year}
              onChange={(year) => typeof year === 'number' && set({ year })}
            />
            <TextInput
              label="Quyển số"
              withAsterisk
              error={tried && opening.volume.trim() === '' ? 'Chưa nhập quyển số.' : undefined}
              value={opening.volume}
              onChange={(event) => set({ volume: event.currentTarget.value })}
            />
            <NumberInput
              label="Số cuối trong sổ giấy"
              min={0}
              allowDecimal={false}
              value={opening.lastNumber}
              onChange={(value) => set({ lastNumber: typeof value === 'number' ? value : 0 })}
            />
          </Group>
          {opening.lastNumber > 0 ? (
            <TextInput
              label="Căn cứ của số cuối"
              description="Ai đọc, ở trang nào của sổ giấy, ngày nào. Nội dung này được lưu vết."
              withAsterisk
              error={tried && needsBasis ? 'Chưa nhập căn cứ của số cuối.' : undefined}
              value={opening.startBasis}
              onChange={(event) => set({ startBasis: event.currentTarget.value })}
            />
          ) : null}
          <Problems problems={open.problems} title="Chưa mở được sổ" />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Quay lại
            </Button>
            <Button
              type="submit"
              loading={open.pending}
              aria-keyshortcuts="Control+Enter"
              rightSection={<KeyHint keys="Ctrl+Enter" />}
            >
              Mở sổ
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
