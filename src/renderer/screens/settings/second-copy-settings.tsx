import { Alert, Button, Checkbox, Code, Group, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useCoreMutation } from '#renderer/host-client/core.ts';
import { useSafetyStatus } from '#renderer/shell/use-safety-status.ts';
import { Problems } from '#renderer/ui/problems.tsx';
import { SettingsCard } from './settings-card.tsx';

/** Where unsent work is copied to as it is written, and the code that opens the copy. */
export function SecondCopySettings() {
  const status = useSafetyStatus();
  // Kept here because the form begins anew with each folder, and the code is shown once.
  const [code, setCode] = useState('');
  if (!status) return null;
  const { folder } = status.secondCopy;
  return <SecondCopyForm key={folder} folder={folder} code={code} onCode={setCode} />;
}

type SecondCopyFormProps = {
  readonly folder: string;
  readonly code: string;
  readonly onCode: (code: string) => void;
};

function SecondCopyForm({ folder: current, code, onCode }: SecondCopyFormProps) {
  const [folder, setFolder] = useState(current);
  const [newCode, setNewCode] = useState(false);
  const choose = useCoreMutation(
    (client, input: { folder: string; newCode: boolean }) => client.safety.chooseSecondCopy(input),
    ['sync'],
  );
  const save = async (to: string): Promise<void> => {
    const result = await choose.run({ folder: to, newCode });
    if (!result.ok) return;
    setNewCode(false);
    onCode(result.value.recoveryCode);
  };
  return (
    <SettingsCard
      title="Bản sao thứ hai của việc chưa gửi"
      explanation="Chép mã hóa sang ổ đĩa khác hoặc thư mục chia sẻ của máy khác trong đơn vị, vài giây sau mỗi việc. Máy hỏng thì dựng lại được trên máy thay thế."
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void save(folder);
        }}
      >
        <TextInput
          label="Thư mục"
          description="Ví dụ E:\ hoặc \\MAY2\mot-cua. Thư mục phải có sẵn."
          value={folder}
          onChange={(event) => setFolder(event.currentTarget.value)}
        />
        {current === '' ? null : (
          <Checkbox
            mt="xs"
            label="Đổi mã khôi phục (mã cũ không mở được bản sao nữa)"
            checked={newCode}
            onChange={(event) => setNewCode(event.currentTarget.checked)}
          />
        )}
        <Problems problems={choose.problems} title="Chưa lưu được" />
        <Group mt="sm">
          <Button type="submit" loading={choose.pending} disabled={folder.trim() === ''}>
            Lưu nơi chép
          </Button>
          {current === '' ? null : (
            <Button variant="default" onClick={() => void save('')}>
              Ngừng chép
            </Button>
          )}
        </Group>
      </form>
      <RecoveryCode code={code} />
    </SettingsCard>
  );
}

function RecoveryCode({ code }: { readonly code: string }) {
  if (code === '') return null;
  return (
    <Alert mt="sm" color="yellow" variant="outline" title="Mã khôi phục: chỉ hiện một lần này">
      <Code block>{code}</Code>
      <Text size="sm" mt="xs">
        Hãy chép ra giấy và cất trong két của đơn vị. Không có mã này thì không ai mở được bản sao.
      </Text>
    </Alert>
  );
}
