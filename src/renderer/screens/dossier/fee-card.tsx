import { Table, Text } from '@mantine/core';
import { formatMoney, formatNumber } from '#renderer/ui/format.ts';
import { type Tone, ToneBadge } from '#renderer/ui/tone-badge.tsx';
import type { MoneyStatus } from '#shared/dossiers/status.ts';
import { feeTotal } from '#shared/fees/fee-line.ts';
import type { DossierView } from './dossier-view.ts';

const looks = {
  none: { label: 'Không thu phí, lệ phí', tone: 'neutral' },
  due: { label: 'Chưa thu phí, lệ phí', tone: 'attention' },
  collected: { label: 'Đã thu phí, lệ phí', tone: 'good' },
  exempt: { label: 'Được miễn phí, lệ phí', tone: 'good' },
} as const satisfies Record<MoneyStatus, { label: string; tone: Tone }>;

export function MoneyBadge({ money }: { readonly money: MoneyStatus }) {
  return <ToneBadge tone={looks[money].tone}>{looks[money].label}</ToneBadge>;
}

/** The fee lines with their legal basis; amounts in whole đồng. */
export function FeeCard({ view }: { readonly view: DossierView }) {
  if (view.fees.length === 0) return <Text size="sm">Thủ tục này không thu phí, lệ phí.</Text>;
  return (
    <Table verticalSpacing={4} fz="sm">
      <Table.Tbody>
        {view.fees.map((line) => (
          <Table.Tr key={line.code}>
            <Table.Td>
              {line.label}
              <Text size="xs" c="dimmed">
                {line.exemption === undefined ? line.legalBasis : `Miễn: ${line.exemption}`}
              </Text>
            </Table.Td>
            <Table.Td ta="right" style={{ whiteSpace: 'nowrap' }}>
              {formatNumber(line.quantity)} × {formatMoney(line.unitAmount)}
            </Table.Td>
            <Table.Td ta="right" style={{ whiteSpace: 'nowrap' }}>
              {formatMoney(line.amount)}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
      <Table.Tfoot>
        <Table.Tr>
          <Table.Th scope="row" colSpan={2}>
            Cộng
          </Table.Th>
          <Table.Th ta="right">{formatMoney(feeTotal(view.fees))}</Table.Th>
        </Table.Tr>
      </Table.Tfoot>
    </Table>
  );
}
