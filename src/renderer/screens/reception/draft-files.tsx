import { Title } from '@mantine/core';
import { useMemo } from 'react';
import type { ChecklistItem } from '#shared/procedures/define-procedure.ts';
import { FilesPanel } from '../files/files-panel.tsx';
import classes from './declaration-form.module.css';

type DraftFilesProps = {
  readonly number: number;
  readonly draftId: string;
  readonly checklist: readonly ChecklistItem[];
};

/** Scans and photos of the papers, attached while the declaration is typed. */
export function DraftFiles({ number, draftId, checklist }: DraftFilesProps) {
  const owner = useMemo(() => ({ draftId }), [draftId]);
  return (
    <section id="section-files" className={classes.checklist} aria-labelledby="files-title">
      <Title order={2} size="h5" id="files-title" mb="xs">
        {number}. Tệp đính kèm
      </Title>
      <FilesPanel owner={owner} checklist={checklist} mayAttach />
    </section>
  );
}
