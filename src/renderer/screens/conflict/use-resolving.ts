import { notifications } from '@mantine/notifications';
import { useNavigate } from '@tanstack/react-router';
import { useCoreMutation } from '#renderer/host-client/core.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import type { Conflict, Side } from './conflict.ts';

type Choice = {
  readonly choice: Conflict['choices'][number];
  readonly fields?: Readonly<Record<string, Side>>;
  readonly facts?: Readonly<Record<string, unknown>>;
  readonly note: string;
};

/** Closes the branch as chosen, then goes back to the dossier. */
export function useResolving({ dossierId, seen }: Conflict): {
  readonly resolve: (choice: Choice) => Promise<void>;
  readonly pending: boolean;
  readonly problems: readonly Problem[];
} {
  const navigate = useNavigate();
  const { run, pending, problems } = useCoreMutation(
    (client, { fields, facts, choice, note }: Choice) =>
      client.conflicts.resolve({
        ...{ dossierId, seen, choice, note: note.trim().normalize('NFC') },
        ...(fields ? { fields: { ...fields } } : {}),
        ...(facts ? { facts: { ...facts } } : {}),
      }),
    ['sync', 'dossiers', 'register'],
  );
  const resolve = async (choice: Choice): Promise<void> => {
    const result = await run(choice);
    if (!result.ok) return;
    notifications.show({ message: 'Đã lưu. Bản được chọn sẽ gửi thành phố; bản kia còn trong lịch sử.' });
    await navigate({ to: '/ho-so/$dossierId', params: { dossierId } });
  };
  return { resolve, pending, problems };
}
