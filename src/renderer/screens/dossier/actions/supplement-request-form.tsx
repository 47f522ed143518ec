import { ActionIcon, Autocomplete, Button, Fieldset, Stack, Textarea, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { type FormEvent, useRef, useState } from 'react';
import { DateInput } from '#renderer/fields/date-input.tsx';
import { useSession } from '#renderer/shell/session.ts';
import { parsePlainDate } from '#shared/kernel/plain-date.ts';
import { findProcedure } from '#shared/procedures/procedures.generated.ts';
import type { ActionFormProps } from './action-form.ts';
import classes from './supplement-request-form.module.css';

type Item = {
  readonly id: number;
  readonly document: string;
  readonly content: string;
  readonly basis: string;
};

const texts = { document: 'Giấy tờ', content: 'Nội dung cần bổ sung', basis: 'Căn cứ' } as const;

/** Form 02: every paper and content to supplement, named once and in writing. */
export function SupplementRequestForm({ formId, view, onSubmit }: ActionFormProps) {
  const nextId = useRef(1);
  const [items, setItems] = useState<readonly Item[]>([{ id: 0, document: '', content: '', basis: '' }]);
  const [reason, setReason] = useState('');
  const { status } = useSession();
  const [dueBy, setDueBy] = useState<string>();
  const [tried, setTried] = useState(false);
  const papers = findProcedure(view.procedure)?.checklist.map((item) => item.name) ?? [];
  const change = (id: number, part: keyof typeof texts, value: string): void =>
    setItems((before) => before.map((item) => (item.id === id ? { ...item, [part]: value } : item)));
  const errorOf = (value: string, what: string): string | undefined =>
    tried && value.trim() === '' ? `Chưa nhập ${what}.` : undefined;
  const due = parsePlainDate(dueBy ?? '');
  const dueError =
    dueBy === undefined || (due !== undefined && due >= status.today)
      ? undefined
      : 'Nhập đủ ngày, tháng, năm, từ hôm nay trở đi; hoặc để trống.';
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    const complete = items.every((item) => item.document.trim() !== '' && item.content.trim() !== '');
    if (!complete || reason.trim() === '' || dueError !== undefined) return;
    onSubmit({
      kind: 'supplement-requested',
      reason: clean(reason),
      ...(due === undefined ? {} : { dueBy: due }),
      items: items.map(({ document, content, basis }) => ({
        document: clean(document),
        content: clean(content),
        basis: clean(basis),
      })),
    });
  };
  return (
    <form id={formId} onSubmit={submit} noValidate>
      <Stack gap="sm">
        {items.map((item, index) => (
          <Fieldset key={item.id} legend={`Mục ${index + 1}`} className={classes.item}>
            <Autocomplete
              label={texts.document}
              withAsterisk
              data={papers}
              openOnFocus={false}
              data-autofocus={index === 0 || undefined}
              error={errorOf(item.document, 'giấy tờ')}
              value={item.document}
              onChange={(value) => change(item.id, 'document', value)}
            />
            <TextInput
              label={texts.content}
              withAsterisk
              error={errorOf(item.content, 'nội dung cần bổ sung')}
              value={item.content}
              onChange={(event) => change(item.id, 'content', event.currentTarget.value)}
            />
            <TextInput
              label={texts.basis}
              placeholder="Điều, khoản"
              value={item.basis}
              onChange={(event) => change(item.id, 'basis', event.currentTarget.value)}
            />
            <ActionIcon
              variant="subtle"
              color="red"
              size="lg"
              aria-label={`Bỏ mục ${index + 1}`}
              disabled={items.length === 1}
              onClick={() => setItems((before) => before.filter((each) => each.id !== item.id))}
            >
              <IconTrash size={18} aria-hidden />
            </ActionIcon>
          </Fieldset>
        ))}
        <Button
          variant="default"
          leftSection={<IconPlus size={16} aria-hidden />}
          style={{ alignSelf: 'flex-start' }}
          onClick={() => {
            const id = nextId.current;
            nextId.current += 1;
            setItems((before) => [...before, { id, document: '', content: '', basis: '' }]);
          }}
        >
          Thêm mục
        </Button>
        <Textarea
          label="Lý do"
          withAsterisk
          autosize
          minRows={2}
          error={errorOf(reason, 'lý do')}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <DateInput
          id={`${formId}-due`}
          label="Hạn bổ sung (nếu có)"
          error={tried ? dueError : undefined}
          value={dueBy}
          onChange={setDueBy}
        />
      </Stack>
    </form>
  );
}

function clean(text: string): string {
  return text.trim().normalize('NFC');
}
