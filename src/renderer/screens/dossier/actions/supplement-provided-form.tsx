import { Checkbox, Group, List, NativeSelect, NumberInput, Stack, Text, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { formLabels } from '#renderer/screens/reception/component-checklist.tsx';
import type { ComponentForm, ReceivedComponent } from '#shared/procedures/define-procedure.ts';
import { findProcedure } from '#shared/procedures/procedures.generated.ts';
import type { ActionFormProps } from './action-form.ts';

/** What was handed in now; papers received before stay as they were. */
export function SupplementProvidedForm({ formId, view, onSubmit }: ActionFormProps) {
  const checklist = findProcedure(view.procedure)?.checklist ?? [];
  const [received, setReceived] = useState<readonly ReceivedComponent[]>([]);
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const nothing = received.length === 0 && note.trim() === '';
  const change = (component: ReceivedComponent): void =>
    setReceived((before) => before.map((each) => (each.id === component.id ? component : each)));
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (!nothing) {
      onSubmit({
        kind: 'supplement-provided',
        components: [...received],
        note: note.trim().normalize('NFC'),
      });
    }
  };
  return (
    <form id={formId} onSubmit={submit} noValidate>
      <Stack gap="sm">
        <div>
          <Text size="sm" fw={600}>
            Đã yêu cầu bổ sung
          </Text>
          <List size="sm">
            {view.supplement.map((item) => (
              <List.Item key={`${item.document}|${item.content}`}>
                {item.document}: {item.content}
              </List.Item>
            ))}
          </List>
        </div>
        <Stack gap={6} role="group" aria-label="Giấy tờ vừa nhận">
          {checklist.map((item) => {
            const component = received.find((each) => each.id === item.id);
            return (
              <Group key={item.id} gap="sm" wrap="nowrap" justify="space-between">
                <Checkbox
                  label={item.name}
                  checked={component !== undefined}
                  onChange={(event) =>
                    setReceived(
                      event.currentTarget.checked
                        ? [...received, { id: item.id, form: item.forms[0] ?? 'original', count: 1 }]
                        : received.filter((each) => each.id !== item.id),
                    )
                  }
                />
                {component === undefined ? null : (
                  <Group gap={4} wrap="nowrap">
                    <NativeSelect
                      aria-label={`Hình thức: ${item.name}`}
                      size="xs"
                      value={component.form}
                      data={item.forms.map((value) => ({ value, label: formLabels[value] }))}
                      onChange={(event) =>
                        change({ ...component, form: event.currentTarget.value as ComponentForm })
                      }
                    />
                    <NumberInput
                      aria-label={`Số lượng: ${item.name}`}
                      size="xs"
                      w="4.5rem"
                      min={1}
                      max={99}
                      value={component.count}
                      onChange={(value) => change({ ...component, count: Math.max(1, Number(value) || 1) })}
                    />
                  </Group>
                )}
              </Group>
            );
          })}
        </Stack>
        <Textarea
          label="Ghi chú"
          description="Nội dung đã sửa trên tờ khai, giấy tờ ngoài danh sách trên"
          autosize
          minRows={2}
          error={tried && nothing ? 'Hãy đánh dấu giấy tờ đã nhận hoặc ghi nội dung đã bổ sung.' : undefined}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
      </Stack>
    </form>
  );
}
