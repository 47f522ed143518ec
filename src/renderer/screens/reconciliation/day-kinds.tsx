import { Table, Text, Title } from '@mantine/core';
import { formatNumber } from '#renderer/ui/format.ts';
import { ToneBadge } from '#renderer/ui/tone-badge.tsx';
import type { DaySheet } from './day-sheet.ts';

/** One row a kind of work: how many here, how many the city has, and whether they are the very same. */
export function DayKinds({ kinds }: { readonly kinds: DaySheet['kinds'] }) {
  return (
    <section aria-labelledby="day-kinds">
      <Title order={2} size="h5" id="day-kinds">
        Việc trong ngày
      </Title>
      {kinds.length === 0 ? (
        <Text size="sm">Chưa có việc nào trong ngày này.</Text>
      ) : (
        <Table aria-labelledby="day-kinds" mb="md">
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">Việc</Table.Th>
              <Table.Th scope="col" ta="right">
                Tại máy
              </Table.Th>
              <Table.Th scope="col" ta="right">
                Chưa gửi
              </Table.Th>
              <Table.Th scope="col" ta="right">
                Thành phố
              </Table.Th>
              <Table.Th scope="col">Kết quả</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {kinds.map((row) => (
              <Table.Tr key={row.kind}>
                <Table.Th scope="row" fw={400}>
                  {row.label}
                </Table.Th>
                <Table.Td ta="right">{formatNumber(row.here)}</Table.Td>
                <Table.Td ta="right">{formatNumber(row.unsent)}</Table.Td>
                <Table.Td ta="right">{row.city === null ? '–' : formatNumber(row.city)}</Table.Td>
                <Table.Td>
                  <Verdict same={row.same} />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </section>
  );
}

function Verdict({ same }: { readonly same: boolean | null }) {
  if (same === null) return <ToneBadge tone="neutral">Chưa đối chiếu</ToneBadge>;
  return same ? <ToneBadge tone="good">Khớp</ToneBadge> : <ToneBadge tone="bad">Lệch</ToneBadge>;
}
