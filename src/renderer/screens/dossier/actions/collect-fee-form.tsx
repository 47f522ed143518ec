import { Radio, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { formatMoney } from '#renderer/ui/format.ts';
import { feeTotal } from '#shared/fees/fee-line.ts';
import type { ActionFormProps } from './action-form.ts';

export function CollectFeeForm({ formId, view, onSubmit }: ActionFormProps) {
  const [method, setMethod] = useState<'cash' | 'transfer'>('cash');
  const [receipt, setReceipt] = useState('');
  const [tried, setTried] = useState(false);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (receipt.trim() !== '') onSubmit({ kind: 'fee-collected', method, receipt: receipt.trim() });
  };
  return (
    <form id={formId} onSubmit={submit} noValidate>
      <Stack gap="sm">
        <Text>
          Số tiền phải thu: <strong>{formatMoney(feeTotal(view.fees))}</strong>
        </Text>
        <Radio.Group
          label="Hình thức thu"
          value={method}
          onChange={(value) => setMethod(value === 'transfer' ? 'transfer' : 'cash')}
        >
          <Stack gap={6} mt={4}>
            <Radio value="cash" label="Tiền mặt" />
            <Radio value="transfer" label="Chuyển khoản" />
          </Stack>
        </Radio.Group>
        <TextInput
          label="Số biên lai"
          withAsterisk
          data-autofocus
          error={tried && receipt.trim() === '' ? 'Chưa nhập số biên lai.' : undefined}
          value={receipt}
          onChange={(event) => setReceipt(event.currentTarget.value)}
        />
      </Stack>
    </form>
  );
}
