import { Stack } from '@mantine/core';
import { useSession } from '#renderer/shell/session.ts';
import { PageHeader } from '#renderer/ui/page-header.tsx';
import { AccountSettings } from './account-settings.tsx';
import { AppearanceSettings } from './appearance-settings.tsx';
import { AuditLog } from './audit-log.tsx';
import { BackupSettings } from './backup-settings.tsx';
import { EnrolmentSettings } from './enrolment-settings.tsx';
import { OfficeSettings } from './office-settings.tsx';
import { PasswordSettings } from './password-settings.tsx';
import { SecondCopySettings } from './second-copy-settings.tsx';

/** Route `/cai-dat`: one's own settings; the machine's and the office's for IT administrators. */
export function SettingsScreen() {
  const { me } = useSession();
  return (
    <>
      <PageHeader title="Cài đặt" />
      <Stack gap="md">
        <AppearanceSettings me={me} />
        <PasswordSettings />
        {me.roles.includes('it-administrator') ? (
          <>
            <AccountSettings me={me} />
            <OfficeSettings />
            <EnrolmentSettings />
            <BackupSettings />
            <SecondCopySettings />
            <AuditLog />
          </>
        ) : null}
      </Stack>
    </>
  );
}
