import type { z } from 'zod';
import type { hitSchema } from '#shared/contract/search.ts';

export type Hit = z.infer<typeof hitSchema>;
