import { NavLink, Text, VisuallyHidden } from '@mantine/core';
import { IconAlertCircle, IconCircleCheck } from '@tabler/icons-react';
import { useCallback } from 'react';
import { sectionElementId } from '#renderer/fields/form-renderer.tsx';
import { useHotkey } from '#renderer/shell/use-hotkey.ts';
import { INPUTS } from '#renderer/ui/focus-field.ts';

export type Step = {
  readonly id: string;
  readonly title: string;
  /** Errors to show; undefined while the section has not been judged. */
  readonly errors: number | undefined;
};

/** The parts of the declaration: where one is, what is done, what is wrong; Alt+↑/↓ walks them. */
export function StepList({ steps }: { readonly steps: readonly Step[] }) {
  const walk = useCallback(
    (by: 1 | -1) => {
      const here = steps.findIndex(({ id }) =>
        document.getElementById(sectionElementId(id))?.contains(document.activeElement),
      );
      const next = steps[here + by] ?? steps[here === -1 ? 0 : here];
      if (next) goToSection(next.id);
    },
    [steps],
  );
  useHotkey('next-step', () => walk(1));
  useHotkey('previous-step', () => walk(-1));
  return (
    <nav aria-label="Các phần của tờ khai">
      {steps.map(({ id, title, errors }, index) => (
        <NavLink
          key={id}
          component="button"
          type="button"
          p={6}
          styles={{ label: { fontSize: 'var(--mantine-font-size-xs)' } }}
          label={`${index + 1}. ${title}`}
          onClick={() => goToSection(id)}
          rightSection={
            errors === undefined ? null : errors === 0 ? (
              <IconCircleCheck size={16} aria-label="không có lỗi" color="var(--ok-ink)" />
            ) : (
              <Text size="xs" fw={700} c="var(--mantine-color-error)" component="span">
                <IconAlertCircle size={14} aria-hidden /> {errors}
                <VisuallyHidden> lỗi</VisuallyHidden>
              </Text>
            )
          }
        />
      ))}
    </nav>
  );
}

function goToSection(id: string): void {
  const section = document.getElementById(sectionElementId(id));
  section?.scrollIntoView({ block: 'start' });
  const first = section?.querySelector<HTMLElement>(INPUTS) ?? section?.querySelector<HTMLElement>('button');
  first?.focus({ preventScroll: true });
}
