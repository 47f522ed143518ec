import { Group, Radio } from '@mantine/core';
import { useCoreMutation } from '#renderer/host-client/core.ts';
import type { Me } from '#renderer/shell/session.ts';
import { colourSchemeLabels, textSizeLabels } from '#renderer/theme/theme.ts';
import { Problems } from '#renderer/ui/problems.tsx';
import { SettingsCard } from './settings-card.tsx';

type Appearance = Pick<Me, 'textSize' | 'colourScheme'>;

/** Takes effect at once and follows the person to every machine of the office. */
export function AppearanceSettings({ me }: { readonly me: Me }) {
  const { textSize, colourScheme } = me;
  const dress = useCoreMutation(
    (client, look: Appearance) => client.session.setAppearance(look),
    ['session'],
  );
  return (
    <SettingsCard title="Hiển thị">
      <Group gap="xl" align="flex-start">
        <Radio.Group
          label="Cỡ chữ"
          value={textSize}
          onChange={(value) => void dress.run({ textSize: value as Me['textSize'], colourScheme })}
        >
          <Group gap="md" mt={4}>
            {Object.entries(textSizeLabels).map(([value, label]) => (
              <Radio key={value} value={value} label={label} />
            ))}
          </Group>
        </Radio.Group>
        <Radio.Group
          label="Màu nền"
          value={colourScheme}
          onChange={(value) => void dress.run({ textSize, colourScheme: value as Me['colourScheme'] })}
        >
          <Group gap="md" mt={4}>
            {Object.entries(colourSchemeLabels).map(([value, label]) => (
              <Radio key={value} value={value} label={label} />
            ))}
          </Group>
        </Radio.Group>
      </Group>
      <Problems problems={dress.problems} title="Chưa lưu được" />
    </SettingsCard>
  );
}
