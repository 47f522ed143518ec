import { Checkbox, Group, NativeSelect, Stack, Text, TextInput, Title } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import type { ChecklistItem, ComponentForm, ReceivedComponent } from '#shared/procedures/define-procedure.ts';
import classes from './declaration-form.module.css';

export const formLabels = {
  original: 'Bản chính',
  copy: 'Bản sao',
  electronic: 'Bản điện tử',
} as const satisfies Record<ComponentForm, string>;

type ComponentChecklistProps = {
  readonly number: number;
  readonly checklist: readonly ChecklistItem[];
  /** Ids needed for the facts typed so far. */
  readonly needed: readonly string[];
  readonly received: readonly ReceivedComponent[];
  readonly onChange: (received: readonly ReceivedComponent[]) => void;
  /** Marks the needed ones not ticked yet. */
  readonly showMissing: boolean;
};

/** Thành phần hồ sơ: only what these facts need is asked for (rule G04); what was ticked before stays in sight. */
export function ComponentChecklist(props: ComponentChecklistProps) {
  const { checklist, needed, received } = props;
  const shown = checklist.filter(
    ({ id }) => needed.includes(id) || received.some((component) => component.id === id),
  );
  return (
    <section id="section-components" className={classes.checklist} aria-labelledby="components-title">
      <Title order={2} size="h5" id="components-title" mb="xs">
        {props.number}. Thành phần hồ sơ
      </Title>
      <Stack gap={6}>
        {shown.map((item) => (
          <ComponentRow
            key={item.id}
            item={item}
            needed={needed.includes(item.id)}
            received={received.find(({ id }) => id === item.id)}
            showMissing={props.showMissing}
            onChange={(next) =>
              props.onChange([...received.filter(({ id }) => id !== item.id), ...(next ? [next] : [])])
            }
          />
        ))}
      </Stack>
    </section>
  );
}

type ComponentRowProps = {
  readonly item: ChecklistItem;
  readonly needed: boolean;
  readonly received: ReceivedComponent | undefined;
  readonly showMissing: boolean;
  readonly onChange: (received: ReceivedComponent | undefined) => void;
};

function ComponentRow({ item, needed, received, showMissing, onChange }: ComponentRowProps) {
  const missing = showMissing && needed && item.optional !== true && received === undefined;
  return (
    <Group gap="md" wrap="nowrap" align="flex-start" justify="space-between" mih={36}>
      <Checkbox
        id={`component-${item.id}`}
        checked={received !== undefined}
        onChange={(event) =>
          onChange(
            event.currentTarget.checked
              ? { id: item.id, form: item.forms[0] ?? 'original', count: 1 }
              : undefined,
          )
        }
        label={
          <>
            {item.name} <small>({item.handling === 'submit' ? 'nộp' : 'xuất trình, trả lại ngay'})</small>
          </>
        }
        description={
          <>
            {missing ? (
              <Text component="span" size="xs" c="var(--mantine-color-error)" fw={600}>
                <IconAlertCircle size={14} aria-hidden /> Còn thiếu.{' '}
              </Text>
            ) : null}
            {needed ? null : 'Không cần với nội dung khai hiện tại; hãy bỏ chọn nếu không nhận. '}
            {item.optional ? 'Không bắt buộc: có thể tra cứu dữ liệu thay giấy tờ. ' : null}
            {item.note}
          </>
        }
      />
      {received === undefined ? null : (
        <Group gap="xs" wrap="nowrap">
          <NativeSelect
            aria-label={`Hình thức: ${item.name}`}
            size="xs"
            value={received.form}
            data={item.forms.map((form) => ({ value: form, label: formLabels[form] }))}
            onChange={(event) => onChange({ ...received, form: event.currentTarget.value as ComponentForm })}
          />
          <CountInput
            label={`Số lượng: ${item.name}`}
            count={received.count}
            onChange={(count) => onChange({ ...received, count })}
          />
        </Group>
      )}
    </Group>
  );
}

type CountInputProps = {
  readonly label: string;
  readonly count: number;
  readonly onChange: (count: number) => void;
};

/** A small number, 1–99; what is not one is put back on leaving. */
function CountInput({ label, count, onChange }: CountInputProps) {
  const [text, setText] = useState(String(count));
  useEffect(() => setText(String(count)), [count]);
  return (
    <TextInput
      aria-label={label}
      size="xs"
      w="3.5rem"
      inputMode="numeric"
      maxLength={2}
      value={text}
      onChange={(event) => {
        const typed = event.currentTarget.value;
        setText(typed);
        if (/^[1-9]\d?$/.test(typed)) onChange(Number(typed));
      }}
      onBlur={() => setText(String(count))}
    />
  );
}
