import { Button, Group, NumberInput, Stack, Switch, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type FormEvent, useState } from 'react';
import type { z } from 'zod';
import { useCoreMutation, useCoreQuery } from '#renderer/host-client/core.ts';
import { problemsOf } from '#renderer/host-client/problems-of.ts';
import { LoadingPlace } from '#renderer/ui/loading-place.tsx';
import { Problems } from '#renderer/ui/problems.tsx';
import type { settingsSchema } from '#shared/contract/administration.ts';
import { SettingsCard } from './settings-card.tsx';

type Settings = z.infer<typeof settingsSchema>;

export function OfficeSettings() {
  const settings = useCoreQuery(['administration', 'settings'], (client) =>
    client.administration.settings({}),
  );
  return (
    <SettingsCard title="Máy này và đơn vị">
      <Problems problems={problemsOf(settings.error)} />
      {settings.isPending ? <LoadingPlace height={120} label="Đang tải cài đặt" /> : null}
      {settings.data ? <OfficeForm key={settings.data.cityUrl} initial={settings.data} /> : null}
    </SettingsCard>
  );
}

function OfficeForm({ initial }: { readonly initial: Settings }) {
  const [settings, setSettings] = useState(initial);
  const save = useCoreMutation(
    (client, input: Settings) => client.administration.saveSettings(input),
    ['administration', 'session'],
  );
  const set = (part: Partial<Settings>): void => setSettings((before) => ({ ...before, ...part }));
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const result = await save.run(settings);
    if (result.ok) notifications.show({ color: 'green', message: 'Đã lưu cài đặt.' });
  };
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <Stack gap="sm">
        <Group align="flex-start" gap="md">
          <NumberInput
            label="Tự khóa màn hình sau (phút)"
            w="14rem"
            min={1}
            max={60}
            allowDecimal={false}
            value={settings.autoLockMinutes}
            onChange={(value) => typeof value === 'number' && set({ autoLockMinutes: value })}
          />
          <NumberInput
            label="Sao lưu sau mỗi (phút)"
            w="14rem"
            min={5}
            max={240}
            allowDecimal={false}
            value={settings.backupEveryMinutes}
            onChange={(value) => typeof value === 'number' && set({ backupEveryMinutes: value })}
          />
          <NumberInput
            label="Tốc độ gửi tệp tối đa (kbit/s)"
            description="0: không giới hạn"
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            w="14rem"
            min={0}
            max={1_000_000}
            allowDecimal={false}
            value={settings.uploadKilobitsPerSecond}
            onChange={(value) => typeof value === 'number' && set({ uploadKilobitsPerSecond: value })}
          />
          <TextInput
            label="Địa chỉ máy chủ thành phố"
            w="24rem"
            value={settings.cityUrl}
            onChange={(event) => set({ cityUrl: event.currentTarget.value.trim() })}
          />
        </Group>
        <Switch
          label="Luôn hỏi nơi cư trú, kể cả khi đã có số định danh và ngày sinh đầy đủ"
          checked={settings.alwaysAskResidence}
          onChange={(event) => set({ alwaysAskResidence: event.currentTarget.checked })}
        />
        <Problems problems={save.problems} title="Chưa lưu được" />
        <Button type="submit" variant="default" loading={save.pending} style={{ alignSelf: 'flex-start' }}>
          Lưu cài đặt
        </Button>
      </Stack>
    </form>
  );
}
