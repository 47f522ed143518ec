import { Group, Stack, Text, Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import type { ReactNode } from 'react';

type PageHeaderProps = {
  readonly title: string;
  readonly subtitle?: ReactNode;
  /** Badges beside the title. */
  readonly badges?: ReactNode;
  /** Buttons at the right. */
  readonly actions?: ReactNode;
};

/** The one h1 of a screen; names the window too. Citizens' names do not belong in `title`: it reaches the task bar. */
export function PageHeader({ title, subtitle, badges, actions }: PageHeaderProps) {
  useDocumentTitle(`${title} – Một Cửa Hộ Tịch`);
  return (
    <Group justify="space-between" align="flex-start" wrap="wrap" gap="sm" mb="md">
      <Stack gap={2} miw={0}>
        <Group gap="xs">
          <Title order={1} size="h3">
            {title}
          </Title>
          {badges}
        </Group>
        {subtitle === undefined ? null : (
          <Text size="sm" c="dimmed" component="div">
            {subtitle}
          </Text>
        )}
      </Stack>
      {actions === undefined ? null : <Group gap="xs">{actions}</Group>}
    </Group>
  );
}
