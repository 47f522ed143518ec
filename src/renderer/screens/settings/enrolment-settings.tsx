import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useCoreMutation, useCoreQuery } from '#renderer/host-client/core.ts';
import { Problems } from '#renderer/ui/problems.tsx';
import { SettingsCard } from './settings-card.tsx';

type Enrolment = { readonly cityUrl: string; readonly code: string };

/** One code, once, gives this machine the right to send. Without it everything works but sending. */
export function EnrolmentSettings() {
  const sync = useCoreQuery(['sync', 'status'], (client) => client.sync.status({}));
  const settings = useCoreQuery(['administration', 'settings'], (client) =>
    client.administration.settings({}),
  );
  const [typedUrl, setTypedUrl] = useState<string>();
  const [code, setCode] = useState('');
  const [office, setOffice] = useState('');
  const enrol = useCoreMutation(
    (client, input: Enrolment) => client.administration.enrol(input),
    ['sync', 'session', 'administration'],
  );
  const cityUrl = typedUrl ?? (settings.data?.cityUrl || sync.data?.city || '');
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const result = await enrol.run({ cityUrl: cityUrl.trim(), code: code.trim() });
    if (result.ok) setOffice(result.value.office);
  };
  const enrolled = sync.data !== undefined && sync.data.connection !== 'not-enrolled';
  return (
    <SettingsCard
      title="Ghi danh với thành phố"
      explanation="Nhập mã do Sở Tư pháp cấp cho máy này. Chưa ghi danh vẫn tiếp nhận, xử lý, vào sổ và in được; chỉ chưa gửi."
    >
      <form onSubmit={(event) => void submit(event)} noValidate>
        <Stack gap="sm">
          <Text size="sm" role="status">
            {office === ''
              ? enrolled
                ? 'Máy này đã ghi danh.'
                : 'Máy này chưa ghi danh.'
              : `Đã ghi danh cho ${office}.`}
          </Text>
          <Group align="flex-end" gap="md">
            <TextInput
              label="Địa chỉ máy chủ"
              w="24rem"
              value={cityUrl}
              onChange={(event) => setTypedUrl(event.currentTarget.value)}
            />
            <TextInput
              label="Mã ghi danh"
              w="14rem"
              autoComplete="off"
              value={code}
              onChange={(event) => setCode(event.currentTarget.value)}
            />
            <Button
              type="submit"
              variant="default"
              loading={enrol.pending}
              disabled={cityUrl.trim() === '' || code.trim() === ''}
            >
              Ghi danh
            </Button>
          </Group>
          <Problems problems={enrol.problems} title="Chưa ghi danh được" />
        </Stack>
      </form>
    </SettingsCard>
  );
}
