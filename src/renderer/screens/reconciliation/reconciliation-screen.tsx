import { Button, Group, Paper, Text } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { useCoreQuery } from '#renderer/host-client/core.ts';
import { problemsOf } from '#renderer/host-client/problems-of.ts';
import { useSession } from '#renderer/shell/session.ts';
import { useHotkey } from '#renderer/shell/use-hotkey.ts';
import { formatDate } from '#renderer/ui/format.ts';
import { KeyHint } from '#renderer/ui/key-hint.tsx';
import { LoadingPlace } from '#renderer/ui/loading-place.tsx';
import { PageHeader } from '#renderer/ui/page-header.tsx';
import { Problems } from '#renderer/ui/problems.tsx';
import { ToneBadge } from '#renderer/ui/tone-badge.tsx';
import { addDays, type PlainDate } from '#shared/kernel/plain-date.ts';
import { DayDesk } from './day-desk.tsx';
import { DayDifferences } from './day-differences.tsx';
import { DayKinds } from './day-kinds.tsx';
import { DayPaper } from './day-paper.tsx';

/** Route `/doi-soat`: closes a day with the city and hands the shift over. */
export function ReconciliationScreen() {
  const { today } = useSession().status;
  const [day, setDay] = useState<string>(today);
  const [printing, setPrinting] = useState(false);
  const move = (days: number): void => setDay(addDays(day as PlainDate, days));
  const sheet = useCoreQuery(['sync', 'day', day], (client) => client.reconciliation.sheet({ day }), {
    keepPrevious: true,
  });
  useHotkey('print', () => setPrinting(true), sheet.data !== undefined);
  return (
    <>
      <PageHeader
        title="Đối soát cuối ngày"
        subtitle="So việc trên máy này với thành phố, số đã cấp và tiền đã thu, rồi bàn giao ca."
        actions={
          <Group gap="xs">
            <Button variant="default" onClick={() => move(-1)}>
              Ngày trước
            </Button>
            <Text size="sm" fw={600} role="status">
              Ngày {formatDate(day)}
            </Text>
            <Button variant="default" disabled={day >= today} onClick={() => move(1)}>
              Ngày sau
            </Button>
            <Button
              leftSection={<IconPrinter size={16} aria-hidden />}
              rightSection={<KeyHint keys="F9" />}
              aria-keyshortcuts="F9"
              disabled={sheet.data === undefined}
              onClick={() => setPrinting(true)}
            >
              In phiếu
            </Button>
          </Group>
        }
      />
      <Problems problems={problemsOf(sheet.error)} title="Chưa lập được phiếu" />
      {sheet.isPending ? <LoadingPlace height={240} label="Đang đối soát" /> : null}
      {sheet.data ? (
        <>
          {sheet.data.cityMessage === '' ? null : (
            <Paper withBorder p="sm" mb="md" role="status">
              <ToneBadge tone="attention">Chưa đối chiếu được với thành phố</ToneBadge>
              <Text size="sm" mt="xs">
                {sheet.data.cityMessage} Các số dưới đây là của máy này; hãy đối soát lại khi có mạng.
              </Text>
            </Paper>
          )}
          <DayKinds kinds={sheet.data.kinds} />
          <DayDifferences differences={sheet.data.differences} asked={sheet.data.cityMessage === ''} />
          <DayDesk sheet={sheet.data} />
        </>
      ) : null}
      {printing ? <DayPaper day={day} onClose={() => setPrinting(false)} /> : null}
    </>
  );
}
