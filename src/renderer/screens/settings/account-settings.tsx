import { Button, Group, Table } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useCoreMutation, useCoreQuery } from '#renderer/host-client/core.ts';
import { problemsOf } from '#renderer/host-client/problems-of.ts';
import type { Me } from '#renderer/shell/session.ts';
import { formatDateTime } from '#renderer/ui/format.ts';
import { LoadingPlace } from '#renderer/ui/loading-place.tsx';
import { Problems } from '#renderer/ui/problems.tsx';
import { ToneBadge } from '#renderer/ui/tone-badge.tsx';
import { roleLabels } from '#shared/dossiers/roles.ts';
import { type Account, CreateAccountDialog } from './create-account-dialog.tsx';
import { ResetPasswordDialog } from './reset-password-dialog.tsx';
import { SettingsCard } from './settings-card.tsx';

/** Accounts are never removed: what a person did keeps their name. They are only switched off. */
export function AccountSettings({ me }: { readonly me: Me }) {
  const accounts = useCoreQuery(['administration', 'accounts'], (client) =>
    client.administration.accounts({}),
  );
  const [creating, setCreating] = useState(false);
  const [resetting, setResetting] = useState<Account | undefined>();
  const activate = useCoreMutation(
    (client, input: { accountId: string; active: boolean }) => client.administration.setActive(input),
    ['administration'],
  );
  return (
    <SettingsCard
      title="Tài khoản"
      explanation="Tài khoản không bị xóa, chỉ ngừng dùng, để việc đã làm còn tên người làm."
    >
      <Problems
        problems={[...problemsOf(accounts.error), ...activate.problems]}
        title="Chưa thực hiện được"
      />
      {accounts.isPending ? <LoadingPlace height={120} label="Đang tải tài khoản" /> : null}
      {accounts.data ? (
        <Table.ScrollContainer minWidth="44rem" type="native" mb="sm">
          <Table verticalSpacing={4} fz="sm">
            <Table.Thead>
              <Table.Tr>
                <Table.Th scope="col">Họ tên</Table.Th>
                <Table.Th scope="col">Tên đăng nhập</Table.Th>
                <Table.Th scope="col">Vai trò</Table.Th>
                <Table.Th scope="col">Đăng nhập lần cuối</Table.Th>
                <Table.Th scope="col">Trạng thái</Table.Th>
                <Table.Th scope="col">Thao tác</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {accounts.data.map((account) => (
                <Table.Tr key={account.accountId}>
                  <Table.Td>{account.fullName}</Table.Td>
                  <Table.Td>{account.username}</Table.Td>
                  <Table.Td>{account.roles.map((role) => roleLabels[role]).join(', ')}</Table.Td>
                  <Table.Td>{formatDateTime(account.lastSignInAt) || 'Chưa lần nào'}</Table.Td>
                  <Table.Td>
                    <ToneBadge tone={account.active ? 'good' : 'neutral'}>
                      {account.active ? 'Đang dùng' : 'Đã ngừng'}
                    </ToneBadge>
                  </Table.Td>
                  <Table.Td>
                    <Group gap={4} wrap="nowrap">
                      <Button
                        size="compact-sm"
                        variant="default"
                        disabled={account.accountId === me.accountId}
                        aria-label={`${account.active ? 'Ngừng dùng' : 'Cho dùng lại'} tài khoản ${account.username}`}
                        onClick={() =>
                          void activate.run({ accountId: account.accountId, active: !account.active })
                        }
                      >
                        {account.active ? 'Ngừng dùng' : 'Cho dùng lại'}
                      </Button>
                      <Button
                        size="compact-sm"
                        variant="default"
                        aria-label={`Đặt lại mật khẩu của ${account.username}`}
                        onClick={() => setResetting(account)}
                      >
                        Đặt lại mật khẩu
                      </Button>
                    </Group>
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      ) : null}
      <Button
        variant="default"
        leftSection={<IconUserPlus size={16} aria-hidden />}
        onClick={() => setCreating(true)}
      >
        Thêm tài khoản
      </Button>
      {creating ? <CreateAccountDialog onClose={() => setCreating(false)} /> : null}
      {resetting === undefined ? null : (
        <ResetPasswordDialog account={resetting} onClose={() => setResetting(undefined)} />
      )}
    </SettingsCard>
  );
}
