import { Stack, Text, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { formatDate, formatDateTime } from '#renderer/ui/format.ts';
import { isFullDate, parsePartialDate } from '#shared/people/partial-date.ts';
import type { ActionFormProps } from './action-form.ts';

/** The apology and the one new date (NĐ 61/2018, Điều 19). */
export function ExtendDeadlineForm({ formId, view, onSubmit }: ActionFormProps) {
  const [typed, setTyped] = useState('');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const parsed = parsePartialDate(typed);
  const date = parsed.ok && isFullDate(parsed.value) ? parsed.value : undefined;
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
        <TextInput
          label="Ngày hẹn mới"
          description="ngày/tháng/năm"
          withAsterisk
          inputMode="numeric"
          autoComplete="off"
          data-autofocus
          error={tried ? dateError : undefined}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          onBlur={() => date !== undefined && setTyped(formatDate(date))}
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
