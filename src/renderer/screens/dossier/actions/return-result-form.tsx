import { Radio, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { Action } from '../dossier-view.ts';
import type { ActionFormProps } from './action-form.ts';

type Proof = Extract<Action, { kind: 'result-returned' }>['proof'];

const proofs = {
  signature: 'Người nhận ký sổ theo dõi',
  post: 'Phiếu gửi của bưu chính',
  electronic: 'Bản điện tử đã gửi',
} as const satisfies Record<Proof, string>;

export function ReturnResultForm({ formId, view, onSubmit }: ActionFormProps) {
  const [receiver, setReceiver] = useState(view.applicant);
  const [paper, setPaper] = useState('');
  const [proof, setProof] = useState<Proof>('signature');
  const [tried, setTried] = useState(false);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (receiver.trim() === '' || paper.trim() === '') return;
    onSubmit({
      kind: 'result-returned',
      receiver: receiver.trim().normalize('NFC'),
      receiverDocument: paper.trim().normalize('NFC'),
      proof,
    });
  };
  return (
    <form id={formId} onSubmit={submit} noValidate>
      <Stack gap="sm">
        <TextInput
          label="Người nhận kết quả"
          withAsterisk
          data-autofocus
          error={tried && receiver.trim() === '' ? 'Chưa nhập người nhận kết quả.' : undefined}
          value={receiver}
          onChange={(event) => setReceiver(event.currentTarget.value)}
        />
        <TextInput
          label="Giấy tờ tùy thân đã kiểm tra"
          description="Loại và số giấy tờ; số vận đơn khi trả qua bưu chính."
          withAsterisk
          error={tried && paper.trim() === '' ? 'Chưa nhập giấy tờ đã kiểm tra.' : undefined}
          value={paper}
          onChange={(event) => setPaper(event.currentTarget.value)}
        />
        <Radio.Group label="Bằng chứng đã nhận" value={proof} onChange={(value) => setProof(value as Proof)}>
          <Stack gap={6} mt={4}>
            {Object.entries(proofs).map(([value, label]) => (
              <Radio key={value} value={value} label={label} />
            ))}
          </Stack>
        </Radio.Group>
      </Stack>
    </form>
  );
}
