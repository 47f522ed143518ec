import { Paper, Stack, Text, Title } from '@mantine/core';
import { formatDateTime, formatMoney } from '#renderer/ui/format.ts';
import { type FeeLine, feeTotal } from '#shared/fees/fee-line.ts';
import type { Check } from './use-check.ts';

/** What the citizen will ask: when, how much, and by which law. */
export function DueAndFees({ check }: { readonly check: Check }) {
  return (
    <Paper withBorder p="sm">
      <Title order={2} size="h6">
        Hẹn trả kết quả
      </Title>
      {check.due ? (
        <>
          <Text fw={700}>{formatDateTime(check.due.at)}</Text>
          <Text size="xs" c="dimmed">
            {check.due.legalBasis}
          </Text>
        </>
      ) : (
        <Text size="sm" c="dimmed">
          Chưa tính được với nội dung hiện tại.
        </Text>
      )}
      <Title order={2} size="h6" mt="sm">
        Lệ phí
      </Title>
      <Fees fees={check.fees} />
      <Text size="xs" c="dimmed" mt="sm">
        {check.variantName} ({check.variantCode})
      </Text>
    </Paper>
  );
}

export function Fees({ fees }: { readonly fees: readonly FeeLine[] }) {
  const total = feeTotal(fees);
  return (
    <Stack gap={2}>
      <Text fw={700}>{total === 0 ? 'Không thu' : formatMoney(total)}</Text>
      {fees.map((line) => (
        <Text key={line.code} size="xs" c="dimmed">
          {line.label}: {formatMoney(line.amount)}
          {line.exemption ? ` (miễn: ${line.exemption})` : ''} – {line.legalBasis}
        </Text>
      ))}
    </Stack>
  );
}
