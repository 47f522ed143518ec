import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Printing, PrintOutcome } from './use-printing.ts';

type PrintOutcomeQuestionProps = {
  readonly printing: Printing;
  readonly onSettled: (outcome: PrintOutcome) => void;
};

/** Asked after every print: only a person knows what came out. A spoilt legal paper stays on record. */
export function PrintOutcomeQuestion({ printing, onSettled }: PrintOutcomeQuestionProps) {
  const [spoilt, setSpoilt] = useState(false);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const guess = printing.unsettled?.guess;
  const settle = async (outcome: PrintOutcome): Promise<void> => {
    if (await printing.settle(outcome, reason.trim().normalize('NFC'))) onSettled(outcome);
  };
  return (
    <Stack gap="xs" role="group" aria-label="Kết quả lượt in">
      <Text fw={600} role="status">
        Giấy in ra thế nào?
      </Text>
      {spoilt ? (
        <TextInput
          label="Hỏng vì sao"
          description="Ví dụ: kẹt giấy, lệch phôi. Tờ hỏng phải lưu lại để hủy theo quy định."
          withAsterisk
          autoFocus
          error={tried && reason.trim() === '' ? 'Chưa nhập lý do hỏng.' : undefined}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      ) : null}
      <Group gap="xs">
        <Button
          autoFocus={guess === 'printed'}
          variant={guess === 'printed' ? 'filled' : 'default'}
          loading={printing.pending}
          onClick={() => void settle('printed')}
        >
          Đã in tốt
        </Button>
        <Button
          variant="default"
          color="red"
          loading={printing.pending}
          onClick={() => {
            setTried(spoilt);
            setSpoilt(true);
            if (spoilt && reason.trim() !== '') void settle('spoilt');
          }}
        >
          {spoilt ? 'Ghi bản in hỏng' : 'Bản in hỏng'}
        </Button>
        <Button
          autoFocus={guess === 'cancelled'}
          variant={guess === 'cancelled' ? 'filled' : 'default'}
          loading={printing.pending}
          onClick={() => void settle('cancelled')}
        >
          Không in, đã hủy
        </Button>
      </Group>
    </Stack>
  );
}
