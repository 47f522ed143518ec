import { Group, Kbd, SimpleGrid, Table, Title } from '@mantine/core';
import { type Hotkey, type HotkeyScope, hotkeys } from '#renderer/shell/hotkeys.ts';

const scopes = {
  general: 'Ở mọi nơi',
  sections: 'Chuyển màn hình',
  reception: 'Tiếp nhận',
  dossier: 'Hồ sơ',
  list: 'Danh sách',
  print: 'In',
} as const satisfies Record<HotkeyScope, string>;

const inLists: readonly Hotkey[] = [
  { keys: ['↑', '↓'], label: 'Chọn dòng trên, dòng dưới', scope: 'list' },
  { keys: ['PageUp', 'PageDown'], label: 'Lùi, tiến mười dòng', scope: 'list' },
  { keys: ['Home', 'End'], label: 'Dòng đầu, dòng cuối', scope: 'list' },
  { keys: ['Enter'], label: 'Mở dòng đang chọn', scope: 'list' },
  { keys: ['Esc'], label: 'Đóng hộp thoại; xóa ô lọc', scope: 'list' },
];

/** The table of shortcuts the window really binds, and the keys of its lists. */
export function KeyboardSheet() {
  const all: readonly Hotkey[] = [...Object.values(hotkeys), ...inLists];
  return (
    <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg">
      {Object.entries(scopes).map(([scope, title]) => (
        <section key={scope} aria-label={title}>
          <Title order={2} size="h5">
            {title}
          </Title>
          <Table verticalSpacing={4} fz="sm">
            <Table.Tbody>
              {all
                .filter((hotkey) => hotkey.scope === scope)
                .map((hotkey) => (
                  <Table.Tr key={hotkey.label}>
                    <Table.Th scope="row" fw={400}>
                      {hotkey.label}
                    </Table.Th>
                    <Table.Td w="12rem">
                      <Group gap={6}>
                        {hotkey.keys.map((keys) => (
                          <Kbd key={keys}>{keys.replace('ArrowDown', '↓').replace('ArrowUp', '↑')}</Kbd>
                        ))}
                      </Group>
                    </Table.Td>
                  </Table.Tr>
                ))}
            </Table.Tbody>
          </Table>
        </section>
      ))}
    </SimpleGrid>
  );
}
