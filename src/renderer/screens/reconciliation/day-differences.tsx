import { List, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { DaySheet } from './day-sheet.ts';

type DayDifferencesProps = {
  readonly differences: DaySheet['differences'];
  /** Whether the city could be asked: without it only what is unsent is known. */
  readonly asked: boolean;
};

/** What is not the same on both sides, grouped, each with what to do about it. */
export function DayDifferences({ differences, asked }: DayDifferencesProps) {
  const groups = [...Map.groupBy(differences, (each) => `${each.label} ${each.what}`)];
  return (
    <section aria-labelledby="day-differences">
      <Title order={2} size="h5" id="day-differences" mt="md">
        Chênh lệch
      </Title>
      {groups.length === 0 ? (
        <Text size="sm" role="status">
          {asked ? 'Không có chênh lệch.' : 'Không còn việc nào chờ gửi.'}
        </Text>
      ) : (
        <List size="sm" mb="md">
          {groups.map(([key, each]) => (
            <List.Item key={key}>
              {each.length} × {each[0]?.label}. {each[0]?.wayOut}
            </List.Item>
          ))}
        </List>
      )}
      <Text size="sm">
        <Link to="/dong-bo">Mở hàng chờ đồng bộ</Link>
      </Text>
    </section>
  );
}
