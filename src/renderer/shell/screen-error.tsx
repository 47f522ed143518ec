import { Button, Stack } from '@mantine/core';
import type { ErrorComponentProps } from '@tanstack/react-router';
import { problemsOf } from '#renderer/host-client/problems-of.ts';
import { Problems } from '#renderer/ui/problems.tsx';

/** A screen that broke: the others still work, and what was saved is safe. No stack is shown to a clerk. */
export function ScreenError({ error, reset }: ErrorComponentProps) {
  return (
    <Stack maw="40rem">
      <Problems problems={problemsOf(error)} title="Màn hình gặp lỗi (mã request/internal)" />
      <Button onClick={reset}>Mở lại màn hình</Button>
    </Stack>
  );
}
