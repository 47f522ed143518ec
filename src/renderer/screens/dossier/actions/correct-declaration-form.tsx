import { Text } from '@mantine/core';
import type { ActionFormProps } from './action-form.ts';

export function CorrectDeclarationForm({ formId }: ActionFormProps) {
  return <Text id={formId}>…</Text>;
}
