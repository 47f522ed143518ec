import { Anchor, Paper, Stack, Text, Title } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { formatDate } from '#renderer/ui/format.ts';
import type { Check } from './use-check.ts';

type Duplicate = Check['duplicates'][number];

const places = { draft: 'Bản nháp', dossier: 'Hồ sơ', entry: 'Bản đăng ký' } as const;

/** What may be the same registration; a likely twin is shown and named as such, never called a duplicate. */
export function DuplicateList({ duplicates }: { readonly duplicates: readonly Duplicate[] }) {
  if (duplicates.length === 0) return null;
  return (
    <Paper withBorder p="sm" role="status">
      <Title order={2} size="h6">
        <IconCopy size={16} aria-hidden /> Có thể trùng
      </Title>
      <Stack gap="xs">
        {duplicates.map((each) => (
          <div key={`${each.where}-${each.id}`}>
            <Text size="sm" fw={600}>
              {each.subject} · {formatDate(each.date)}
            </Text>
            <Text size="xs">
              {each.likelyTwin ? 'Có thể là trẻ sinh đôi. ' : ''}
              {each.reason}
            </Text>
            <DuplicateLink duplicate={each} />
          </div>
        ))}
      </Stack>
    </Paper>
  );
}

function DuplicateLink({ duplicate }: { readonly duplicate: Duplicate }) {
  const text = `Mở để đối chiếu: ${places[duplicate.where]}${duplicate.code === '' ? '' : ` ${duplicate.code}`}`;
  if (duplicate.where === 'draft') {
    return (
      <Anchor component={Link} to={`/tiep-nhan/${duplicate.id}`} size="xs">
        {text}
      </Anchor>
    );
  }
  if (duplicate.where === 'dossier') {
    return (
      <Anchor component={Link} to={`/ho-so/${duplicate.id}`} size="xs">
        {text}
      </Anchor>
    );
  }
  return (
    <Text size="xs" c="dimmed">
      {places.entry} {duplicate.code}: tra trong Sổ hộ tịch.
    </Text>
  );
}
