import { Code, Table, Text, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { formatNumber } from '#renderer/ui/format.ts';
import { errorCodes } from '#shared/kernel/error-codes.ts';
import { foldForSearch } from '#shared/people/fold.ts';

const rows = Object.entries(errorCodes).map(([code, text]) => ({
  code,
  text,
  folded: `${code} ${foldForSearch(`${code} ${text}`)}`,
}));

/** Every expected error with its words, found by code or by words without tones. */
export function ErrorCodeList() {
  const [typed, setTyped] = useState('');
  const wanted = typed.trim();
  const shown =
    wanted === ''
      ? rows
      : rows.filter(
          (row) => row.code.includes(wanted.toLowerCase()) || row.folded.includes(foldForSearch(wanted)),
        );
  return (
    <>
      <TextInput
        label="Tìm mã lỗi"
        description="Gõ mã hoặc vài chữ của thông báo, không cần dấu"
        leftSection={<IconSearch size={16} aria-hidden />}
        maw="28rem"
        mb="sm"
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <Text size="sm" c="dimmed" role="status">
        {formatNumber(shown.length)} mã lỗi
      </Text>
      <Table verticalSpacing={4} fz="sm">
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">Mã</Table.Th>
            <Table.Th scope="col">Thông báo và cách xử lý</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {shown.map((row) => (
            <Table.Tr key={row.code}>
              <Table.Td>
                <Code>{row.code}</Code>
              </Table.Td>
              <Table.Td>{row.text}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </>
  );
}
