import { Button, Group, Paper, Text, Title } from '@mantine/core';
import { IconShieldCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useCoreMutation } from '#renderer/host-client/core.ts';
import { fileSize } from '#renderer/screens/files/file-size.ts';
import { useSession } from '#renderer/shell/session.ts';
import { type SafetyStatus, useSafetyStatus } from '#renderer/shell/use-safety-status.ts';
import { formatDateTime, formatNumber } from '#renderer/ui/format.ts';
import { Problems } from '#renderer/ui/problems.tsx';
import { MissingWork } from './missing-work.tsx';
import { SealedFiles } from './sealed-files.tsx';
import { StoppedSync } from './stopped-sync.tsx';
import classes from './sync-summary.module.css';

/** Whether device and city show the same, where the second copy stands, and what to do when sync stopped. */
export function SafetyPanel() {
  const status = useSafetyStatus();
  const { me } = useSession();
  const check = useCoreMutation((client) => client.safety.checkState({}), ['sync']);
  const [said, setSaid] = useState('');
  if (!status) return null;
  const isAdministrator = me.roles.includes('it-administrator');
  const runCheck = async (): Promise<void> => {
    const result = await check.run(undefined);
    if (result.ok) setSaid(checkWords(result.value, status.lastCheck?.at));
  };
  return (
    <Paper withBorder p="sm" mb="md" component="section" aria-label="An toàn dữ liệu">
      <Title order={2} size="h5" mb="xs">
        An toàn dữ liệu
      </Title>
      {status.stop === '' ? null : <StoppedSync stop={status.stop} mayDecide={isAdministrator} />}
      {status.missing.length === 0 ? null : (
        <MissingWork missing={status.missing} mayDecide={isAdministrator} />
      )}
      <dl className={classes.facts}>
        <Fact name="So khớp với thành phố">{lastCheckWords(status)}</Fact>
        <Fact name="Bản sao thứ hai">{copyWords(status)}</Fact>
        {status.offers.waiting + status.offers.stopped > 0 ? (
          <Fact name="Gửi lại cho thành phố">
            {formatNumber(status.offers.waiting)} đang chờ, {formatNumber(status.offers.stopped)} cần người xử
            lý
          </Fact>
        ) : null}
      </dl>
      <Problems problems={check.problems} title="Chưa so khớp được" />
      <Group mt="sm">
        <Button
          variant="default"
          leftSection={<IconShieldCheck size={16} aria-hidden />}
          loading={check.pending}
          onClick={() => void runCheck()}
        >
          So khớp ngay
        </Button>
        {isAdministrator || me.roles.includes('leader') ? <SealedFiles /> : null}
      </Group>
      <Text size="sm" mt="xs" role="status">
        {said}
      </Text>
    </Paper>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: React.ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function lastCheckWords({ lastCheck }: SafetyStatus): string {
  if (!lastCheck) return 'Chưa lần nào';
  const at = formatDateTime(lastCheck.at);
  return lastCheck.differing === 0 ? `Giống hệt, lúc ${at}` : `Khác ở ${lastCheck.differing} nhóm, lúc ${at}`;
}

function checkWords({ lastCheck }: SafetyStatus, before: string | undefined): string {
  if (lastCheck === undefined || lastCheck.at === before) {
    return 'Còn việc chưa gửi hoặc chưa nhận xong, nên chưa so khớp được. Hãy thử lại sau.';
  }
  return lastCheck.differing === 0
    ? 'Danh sách và sổ trên máy này giống hệt của thành phố.'
    : 'Danh sách trên máy này khác với thành phố. Thành phố đã ghi nhận; hãy báo cán bộ CNTT.';
}

function copyWords({ secondCopy }: SafetyStatus): string {
  const { folder, behind, missing, failed, lastWrittenAt } = secondCopy;
  if (folder === '') return 'Chưa bật';
  if (failed) return `Không ghi được vào ${folder}`;
  if (behind > 0) return `Còn ${formatNumber(behind)} việc chưa chép`;
  if (missing.files > 0)
    return `Còn ${formatNumber(missing.files)} tệp đính kèm (${fileSize(missing.bytes)}) chưa chép`;
  return lastWrittenAt === '' ? 'Đủ' : `Đủ, ghi lúc ${formatDateTime(lastWrittenAt)}`;
}
