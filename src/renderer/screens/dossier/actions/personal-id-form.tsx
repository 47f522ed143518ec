import { Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { PartialDate } from '#shared/people/person-values.ts';
import { parsePersonalId, personalIdProblems } from '#shared/people/personal-id.ts';
import type { ActionFormProps } from './action-form.ts';

/** The number given to the person just registered, so its year is compared with the date in the book. */
export function PersonalIdForm({ formId, view, onSubmit }: ActionFormProps) {
  const [typed, setTyped] = useState('');
  const [source, setSource] = useState('Cơ sở dữ liệu quốc gia về dân cư');
  const [tried, setTried] = useState(false);
  const personalId = parsePersonalId(typed);
  const birthDate = view.entry?.eventDate as PartialDate | undefined;
  const found = typed === '' ? [] : personalIdProblems(typed, { birthDate }, 'personalId');
  const warnings = personalId === undefined ? [] : found;
  const error =
    tried && personalId === undefined ? (found[0]?.message ?? 'Chưa nhập số định danh cá nhân.') : undefined;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (personalId === undefined || source.trim() === '') return;
    onSubmit({ kind: 'personal-id-recorded', personalId, source: source.trim().normalize('NFC') });
  };
  return (
    <form id={formId} onSubmit={submit} noValidate>
      <Stack gap="sm">
        <TextInput
          label="Số định danh cá nhân"
          description="12 chữ số, theo thông báo của cơ quan công an"
          withAsterisk
          inputMode="numeric"
          autoComplete="off"
          data-autofocus
          error={error}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        {personalId === undefined ? null : (
          <Text role="status" size="sm">
            Đọc lại để đối chiếu:{' '}
            <strong style={{ letterSpacing: '0.1em' }}>{personalId.replace(/(\d{3})(?=\d)/g, '$1 ')}</strong>
          </Text>
        )}
        {warnings.map((warning) => (
          <Text key={warning.message} size="sm" role="alert">
            Lưu ý: {warning.message}
          </Text>
        ))}
        <TextInput
          label="Nguồn"
          withAsterisk
          error={tried && source.trim() === '' ? 'Chưa nhập nguồn.' : undefined}
          value={source}
          onChange={(event) => setSource(event.currentTarget.value)}
        />
      </Stack>
    </form>
  );
}
