import { NativeSelect, Stack, Text } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useSession } from '#renderer/shell/session.ts';
import { formatDate } from '#renderer/ui/format.ts';
import type { ActionFormProps } from './action-form.ts';

/** Offers only those whose authority holds today; the core records the day of signing. */
export function SignForm({ formId, onSubmit }: ActionFormProps) {
  const { status, me } = useSession();
  const signers = status.office.signers.filter(
    (signer) => signer.from <= status.today && (signer.to === undefined || status.today <= signer.to),
  );
  const own = signers.find((signer) => signer.name === me.fullName) ?? signers[0];
  const [name, setName] = useState(own?.name ?? '');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (name !== '') onSubmit({ kind: 'result-signed', signerName: name });
  };
  return (
    <form id={formId} onSubmit={submit} noValidate>
      <Stack gap="sm">
        <NativeSelect
          label="Người ký"
          withAsterisk
          data-autofocus
          error={
            signers.length === 0
              ? 'Đơn vị chưa có người ký còn thẩm quyền hôm nay. Hãy cập nhật hồ sơ đơn vị.'
              : undefined
          }
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          data={signers.map((signer) => ({
            value: signer.name,
            label: `${signer.name} – ${signer.title.replaceAll('\n', ' ')}`,
          }))}
        />
        <Text size="sm">Ngày ký: hôm nay, {formatDate(status.today)}.</Text>
      </Stack>
    </form>
  );
}
