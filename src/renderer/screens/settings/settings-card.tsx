import { Paper, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';

type SettingsCardProps = {
  readonly title: string;
  readonly explanation?: string;
  readonly children: ReactNode;
};

export function SettingsCard({ title, explanation, children }: SettingsCardProps) {
  return (
    <Paper withBorder p="md" component="section" aria-label={title}>
      <Title order={2} size="h5">
        {title}
      </Title>
      {explanation === undefined ? null : (
        <Text size="sm" c="dimmed" mb="sm">
          {explanation}
        </Text>
      )}
      {children}
    </Paper>
  );
}
