import { Stack, Text, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { DateInput } from '#renderer/fields/date-input.tsx';
import { useSession } from '#renderer/shell/session.ts';
import { formatDate, formatDateTime } from '#renderer/ui/format.ts';
import { parsePlainDate } from '#shared/kernel/plain-date.ts';
import type { ActionFormProps } from './action-form.ts';

/** The apology and the one new date (NĐ 61/2018, Điều 19). */
export function ExtendDeadlineForm({ formId, view, onSubmit }: ActionFormProps) {
  const { status } = useSession();
  const [typed, setTyped] = useState<string>();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const date = parsePlainDate(typed ?? '');
  const dateError =
    date === undefined
      ? 'Nhập ngày hẹn mới đủ ngày, tháng, năm. Ví dụ: 05/12/2026.'
      : date <= view.dueDate
        ? `Ngày hẹn mới phải sau ngày hẹn hiện tại (${formatDate(view.dueDate)}).`
        : undefined;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (date === undefined || dateError !== undefined || reason.trim() === '') return;
    onSubmit({ kind: 'deadline-extended', newDueDate: date, reason: reason.trim().normalize('NFC') });
  };
  return (
    <form id={formId} onSubmit={submit} noValidate>
      <Stack gap="sm">
        <Text>
          Hẹn trả hiện tại: <strong>{formatDateTime(view.dueAt)}</strong>
        </Text>
        <DateInput
          id={`${formId}-date`}
          label="Ngày hẹn mới"
          required
          today={status.today}
          error={tried ? dateError : undefined}
          value={typed}
          onChange={setTyped}
        />
        <Textarea
          label="Lý do chậm"
          description="In trên phiếu xin lỗi và hẹn lại"
          withAsterisk
          autosize
          minRows={2}
          error={tried && reason.trim() === '' ? 'Chưa nhập lý do.' : undefined}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </Stack>
    </form>
  );
}
