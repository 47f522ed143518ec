import { Button, Group, List, Paper, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useCoreQuery } from '#renderer/host-client/core.ts';
import { problemsOf } from '#renderer/host-client/problems-of.ts';
import { useSession } from '#renderer/shell/session.ts';
import { formatDateTime } from '#renderer/ui/format.ts';
import { Problems } from '#renderer/ui/problems.tsx';
import type { Book } from './book.ts';
import type { Custody } from './custody.ts';
import { type CustodyStep, CustodyStepDialog } from './custody-step-dialog.tsx';
import { LateNumbers } from './late-numbers.tsx';

/** Who gives the numbers of a book, what has no entry, and what waits for the holder's word. */
export function CustodyPanel({ book }: { readonly book: Book }) {
  const [step, setStep] = useState<CustodyStep>();
  const custody = useCoreQuery(['register', 'custody', book.bookId], (client) =>
    client.register.custody({ bookId: book.bookId }),
  );
  if (custody.error) return <Problems problems={problemsOf(custody.error)} />;
  if (!custody.data) return null;
  const { requests, gaps, marks, stale, late } = custody.data;
  return (
    <Paper withBorder p="sm" mb="md" component="section" aria-labelledby="custody">
      <Title order={3} size="h5" id="custody">
        Giữ sổ và số của sổ
      </Title>
      <HolderLine custody={custody.data} book={book} onStep={setStep} />
      {requests.map((request) => (
        <Group key={request.device} gap="xs">
          <Text size="sm">
            {request.deviceName} xin nhận giữ sổ ({formatDateTime(request.at)}): {request.reason}
          </Text>
          {custody.data.held ? (
            <Button
              size="compact-sm"
              variant="default"
              onClick={() => setStep({ kind: 'hand-over', to: request.device, toName: request.deviceName })}
            >
              Bàn giao cho {request.deviceName}
            </Button>
          ) : null}
        </Group>
      ))}
      {gaps.length > 0 ? (
        <Group gap="xs">
          <Text size="sm" role="status">
            Số chưa giải trình:{' '}
            {gaps.map(({ from, to }) => (from === to ? `${from}` : `${from}–${to}`)).join(', ')}
          </Text>
        </Group>
      ) : null}
      {custody.data.held ? (
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => setStep({ kind: 'mark', number: gaps[0]?.from ?? custody.data.nextNumber })}
        >
          Ghi số bỏ trống hoặc viết tay
        </Button>
      ) : null}
      {marks.length > 0 ? (
        <List size="sm">
          {marks.map((mark) => (
            <List.Item key={mark.number}>
              Số {mark.number}: {uses[mark.use]} – {mark.reason}
            </List.Item>
          ))}
        </List>
      ) : null}
      {stale.length > 0 ? (
        <Group gap="xs">
          <Text size="sm" role="status">
            Máy này đã ghi khi sổ đã chuyển đi:{' '}
            {stale.map((each) => `${each.text} (${each.detail})`).join('; ')}
          </Text>
          <Button size="compact-sm" variant="default" onClick={() => setStep({ kind: 'drop-stale' })}>
            Bỏ các việc này
          </Button>
        </Group>
      ) : null}
      <LateNumbers book={book} late={late} held={custody.data.held} />
      {step ? <CustodyStepDialog book={book} step={step} onClose={() => setStep(undefined)} /> : null}
    </Paper>
  );
}

const uses = {
  voided: 'bỏ trống',
  paper: 'viết tay trong sổ giấy',
  granted: 'cấp cho bản ghi muộn',
} as const;

type HolderLineProps = {
  readonly custody: Custody;
  readonly book: Book;
  readonly onStep: (step: CustodyStep) => void;
};

function HolderLine({ custody, book, onStep }: HolderLineProps) {
  const { me } = useSession();
  const term = custody.terms.at(-1);
  const away = !custody.held && book.closedOn === '';
  return (
    <Group gap="xs" mb="xs">
      <Text size="sm">
        {custody.held ? 'Máy này đang giữ sổ' : `Máy giữ sổ: ${term?.holder ?? ''}`} (lần giữ thứ{' '}
        {custody.epoch}, cấp số từ sau số {term?.after ?? 0}).
      </Text>
      {away ? (
        <Button size="compact-sm" variant="default" onClick={() => onStep({ kind: 'request' })}>
          Xin nhận giữ sổ
        </Button>
      ) : null}
      {away && me.roles.includes('leader') ? (
        <Button size="compact-sm" variant="default" color="red" onClick={() => onStep({ kind: 'take-over' })}>
          Tiếp quản khẩn cấp
        </Button>
      ) : null}
    </Group>
  );
}
