import { Paper, Title } from '@mantine/core';
import type { Conflict, Side } from './conflict.ts';
import classes from './conflict-screen.module.css';
import { factText } from './fact-text.ts';

type ResultPreviewProps = {
  readonly conflict: Conflict;
  readonly sideOf: (key: string) => Side | undefined;
};

/** What the dossier will say once the choice is saved. */
export function ResultPreview({ conflict, sideOf }: ResultPreviewProps) {
  return (
    <Paper withBorder p="sm" mb="sm" component="section" aria-label="Kết quả sau khi lưu" aria-live="polite">
      <Title order={2} size="h5" mb="xs">
        Kết quả sau khi lưu
      </Title>
      <ul className={classes.steps}>
        {conflict.fields.map((field) => {
          const side = sideOf(field.key);
          return (
            <li key={field.key}>
              {field.label}:{' '}
              {side === undefined ? (
                'chưa chọn'
              ) : (
                <strong>{factText(conflict.procedure, field.key, field[side])}</strong>
              )}
            </li>
          );
        })}
      </ul>
    </Paper>
  );
}
