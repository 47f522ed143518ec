import type { z } from 'zod';
import type { ActionKind, actionSchema, dossierViewSchema } from '#shared/contract/dossiers.ts';

export type DossierView = z.infer<typeof dossierViewSchema>;
export type Action = z.infer<typeof actionSchema>;
export type { ActionKind };
