import { Alert } from '@mantine/core';
import { IconClockExclamation } from '@tabler/icons-react';
import { skewedClock } from '#renderer/shell/safety-banner.tsx';
import { useSafetyStatus } from '#renderer/shell/use-safety-status.ts';

/** Deadlines and slips take the machine's clock: a wrong one is said where dossiers are received. */
export function ClockWarning() {
  if (useSafetyStatus()?.clock !== 'skewed') return null;
  return (
    <Alert color="yellow" variant="outline" mb="md" icon={<IconClockExclamation />} title="Đồng hồ máy sai">
      {skewedClock}
    </Alert>
  );
}
