import { Paper, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { formatDateTime } from '#renderer/ui/format.ts';
import type { Conflict } from './conflict.ts';
import classes from './conflict-screen.module.css';

type VersionStepsProps = {
  readonly mine: Conflict['mine']['steps'];
  readonly theirs: Conflict['theirs']['steps'];
};

/** What was done on each side without the other: who and when. */
export function VersionSteps({ mine, theirs }: VersionStepsProps) {
  return (
    <div className={classes.columns}>
      <Side title="Việc chờ ở máy này">
        {mine.map((step) => (
          <Step key={step.eventId} step={step}>
            {step.fits ? null : (
              <Text size="sm">Không còn làm được trên bản của thành phố; sẽ chỉ còn trong lịch sử.</Text>
            )}
            {step.records ? <Text size="xs">Đã xảy ra nên được giữ dù chọn bản nào.</Text> : null}
          </Step>
        ))}
      </Side>
      <Side title="Việc thành phố đã có">
        {theirs.length === 0 ? <li>Không có việc nào của máy khác.</li> : null}
        {theirs.map((step) => (
          <Step key={step.eventId} step={step} />
        ))}
      </Side>
    </div>
  );
}

function Side({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <Paper withBorder p="sm" mb="md" component="section" aria-label={title}>
      <Title order={2} size="h5" mb="xs">
        {title}
      </Title>
      <ul className={classes.steps}>{children}</ul>
    </Paper>
  );
}

type StepProps = { readonly step: Conflict['theirs']['steps'][number]; readonly children?: ReactNode };

function Step({ step, children }: StepProps) {
  return (
    <li>
      <strong>{step.text}</strong>
      {step.detail === '' ? null : <Text size="sm">{step.detail}</Text>}
      <Text size="xs" c="dimmed">
        {step.actor}, {formatDateTime(step.at)}
      </Text>
      {children}
    </li>
  );
}
