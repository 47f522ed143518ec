import { Paper, Text, Title } from '@mantine/core';
import { Problems } from '#renderer/ui/problems.tsx';
import type { Problem } from '#shared/kernel/problem.ts';

type LiveProblemsProps = { readonly all: readonly Problem[]; readonly shown: readonly Problem[] };

/** How far the declaration is, while typing: how much is still asked, and what should be looked at. */
export function LiveProblems({ all, shown }: LiveProblemsProps) {
  const errors = all.filter((each) => each.severity === 'error').length;
  const toLookAt = shown.filter((each) => each.severity !== 'notice' && each.code !== 'rule/G06');
  return (
    <>
      <Paper withBorder p="sm">
        <Title order={2} size="h6">
          Kiểm tra
        </Title>
        <Text size="sm" role="status">
          {errors === 0 ? 'Đủ điều kiện tiếp nhận.' : `Còn ${errors} mục phải nhập hoặc sửa.`}
        </Text>
      </Paper>
      <Problems problems={toLookAt} />
    </>
  );
}
