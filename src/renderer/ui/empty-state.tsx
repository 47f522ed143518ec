import { Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';

type EmptyStateProps = {
  readonly title: string;
  /** Why it is empty and what to do next. */
  readonly children?: ReactNode;
  readonly action?: ReactNode;
};

export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <Stack align="center" gap="xs" py="xl" role="status">
      <Title order={3} size="h4">
        {title}
      </Title>
      {children === undefined ? null : (
        <Text c="dimmed" ta="center" maw="34rem">
          {children}
        </Text>
      )}
      {action}
    </Stack>
  );
}
