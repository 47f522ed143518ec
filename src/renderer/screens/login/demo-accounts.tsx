import { Button, Divider, Stack, Text } from '@mantine/core';
import type { SessionStatus } from '#renderer/shell/session.ts';
import { roleLabels } from '#shared/dossiers/roles.ts';

type DemoAccount = SessionStatus['demoAccounts'][number];

type DemoAccountsProps = {
  readonly accounts: readonly DemoAccount[];
  readonly onChoose: (account: DemoAccount) => void;
};

/** The accounts of the demo office; a click fills the two fields in, signing in stays the person's. */
export function DemoAccounts({ accounts, onChoose }: DemoAccountsProps) {
  if (accounts.length === 0) return null;
  return (
    <Stack gap={6} mt="md">
      <Divider label="Tài khoản demo" styles={{ label: { color: 'var(--mantine-color-dimmed)' } }} />
      {accounts.map((account) => (
        <Button
          key={account.username}
          variant="default"
          justify="space-between"
          rightSection={
            <Text size="xs" c="dimmed">
              {roleLabels[account.role]}
            </Text>
          }
          onClick={() => onChoose(account)}
        >
          {account.fullName}
        </Button>
      ))}
    </Stack>
  );
}
