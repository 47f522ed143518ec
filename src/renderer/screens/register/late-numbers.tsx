import { Button, Group, Text, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { Link } from '@tanstack/react-router';
import { useCoreMutation } from '#renderer/host-client/core.ts';
import { Problems } from '#renderer/ui/problems.tsx';
import type { Book } from './book.ts';
import type { Custody } from './custody.ts';

type LateNumbersProps = {
  readonly book: Book;
  readonly late: Custody['late'];
  readonly held: boolean;
};

/** Numbers a former holder gave after the book had passed on: it reports them, the holder settles each. */
export function LateNumbers({ book, late, held }: LateNumbersProps) {
  const { bookId } = book;
  const report = useCoreMutation(
    (client, dossierId: string) => client.register.reportLate({ bookId, dossierId }),
    ['register', 'sync'],
  );
  const settle = useCoreMutation(
    (client, { entryId, choice }: { entryId: string; choice: 'keep' | 'renumber' }) =>
      client.register.settleLate({ bookId, entryId, choice, reason: reasons[choice] }),
    ['register', 'sync'],
  );
  if (late.length === 0) return null;
  const say = async (work: Promise<{ readonly ok: boolean }>, message: string): Promise<void> => {
    if ((await work).ok) notifications.show({ color: 'green', message });
  };
  return (
    <section aria-labelledby="late-numbers">
      <Title order={4} size="h6" id="late-numbers" mt="sm">
        Số cấp muộn
      </Title>
      <Problems problems={[...report.problems, ...settle.problems]} title="Chưa thực hiện được" />
      {late.map(({ dossierId, entryId, number, here, reported, free }) => (
        <Group key={entryId} gap="xs" mt={4}>
          <Text size="sm">
            Số {number}, {here ? 'máy này cấp' : 'máy khác cấp'} sau khi sổ đã chuyển.{' '}
            {here ? (
              <Link to="/ho-so/$dossierId" params={{ dossierId }}>
                Mở hồ sơ của số {number}
              </Link>
            ) : null}
          </Text>
          {here && !reported ? (
            <Button
              size="compact-sm"
              variant="default"
              loading={report.pending}
              onClick={() => void say(report.run(dossierId), `Đã báo số ${number} cho máy giữ sổ.`)}
            >
              Báo số {number} cho máy giữ sổ
            </Button>
          ) : null}
          {held && reported && free ? (
            <Button
              size="compact-sm"
              variant="default"
              loading={settle.pending}
              onClick={() => void say(settle.run({ entryId, choice: 'keep' }), `Giữ nguyên số ${number}.`)}
            >
              Giữ số {number}
            </Button>
          ) : null}
          {held && reported ? (
            <Button
              size="compact-sm"
              variant="default"
              loading={settle.pending}
              onClick={() =>
                void say(settle.run({ entryId, choice: 'renumber' }), `Đã đánh lại số ${number}.`)
              }
            >
              Đánh lại số {number}
            </Button>
          ) : null}
          {reported && !held ? <Text size="sm">Chờ máy giữ sổ giải quyết.</Text> : null}
        </Group>
      ))}
    </section>
  );
}

const reasons = {
  keep: 'Số còn trống, ghi nhận như chèn trong sổ giấy',
  renumber: 'Số đã cấp cho việc khác khi sổ chuyển máy',
} as const;
