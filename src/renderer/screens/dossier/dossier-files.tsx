import { useMemo } from 'react';
import { useSession } from '#renderer/shell/session.ts';
import { mayDo } from '#shared/dossiers/permissions.ts';
import { findProcedure } from '#shared/procedures/procedures.generated.ts';
import { FilesPanel } from '../files/files-panel.tsx';
import type { DossierView } from './dossier-view.ts';

export function DossierFiles({ view }: { readonly view: DossierView }) {
  const { dossierId, procedure } = view;
  const { me } = useSession();
  const owner = useMemo(() => ({ dossierId }), [dossierId]);
  const mayAttach = mayDo(me.roles, 'file-attached');
  return (
    <FilesPanel owner={owner} checklist={findProcedure(procedure)?.checklist ?? []} mayAttach={mayAttach} />
  );
}
