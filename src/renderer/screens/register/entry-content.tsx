import { Checkbox, Table, Text } from '@mantine/core';

type EntryContentProps = {
  readonly columns: readonly { readonly label: string; readonly value: string }[];
  readonly boxes: readonly { readonly label: string; readonly checked: boolean }[];
  readonly notes: readonly string[];
};

/** An entry as the page of the book has it: columns, tick boxes, notes. */
export function EntryContent({ columns, boxes, notes }: EntryContentProps) {
  return (
    <>
      <Table withTableBorder withColumnBorders verticalSpacing={4}>
        <Table.Tbody>
          {columns.map((column) => (
            <Table.Tr key={column.label}>
              <Table.Th scope="row" w="38%">
                {column.label}
              </Table.Th>
              <Table.Td>{column.value || '–'}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {boxes.map((box) => (
        <Checkbox key={box.label} label={box.label} checked={box.checked} readOnly size="xs" />
      ))}
      {notes.map((note) => (
        <Text key={note} size="sm">
          Ghi chú: {note}
        </Text>
      ))}
    </>
  );
}
