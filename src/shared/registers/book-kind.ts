import { z } from 'zod';

/** The word a procedure gives its book. Open: a new procedure may bring a new book without touching the platform. */
export const bookKindSchema = z.string().regex(/^[a-z][a-z-]{0,39}$/);
