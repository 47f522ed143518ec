import path from 'node:path';
import { z } from 'zod';
import { DEFAULT_CODE_SHAPE, isCodeShape } from '#shared/dossiers/dossier-code.ts';
import type { AdmissionLimits } from './routes/admission.ts';

/** Everything about a server that a deployment decides. */
export type CityConfig = {
  readonly host: string;
  /** 0 takes a free one. */
  readonly port: number;
  readonly database:
    | { readonly kind: 'postgres'; readonly url: string }
    /** In memory when the folder is undefined. */
    | { readonly kind: 'pglite'; readonly folder: string | undefined };
  /** Where the bytes of attached files lie; a temporary folder of this process when undefined. */
  readonly filesDir?: string | undefined;
  readonly logLevel: string;
  /** Of official dossier codes: `{agency}-{yyMMdd}-{serial:4}` unless told. */
  readonly codeShape?: string | undefined;
  readonly limits: {
    readonly requestsPerMinute: number;
    /** Per address: the only thing between a guesser and an enrolment code. */
    readonly enrolmentsPerMinute: number;
    /** Above this the server answers 503 and devices back off; 0 switches it off. */
    readonly eventLoopDelayMs: number;
    /** Of requests that move events; files and probes do not wait. */
    readonly admission: AdmissionLimits;
  };
};

export const defaultLimits: CityConfig['limits'] = {
  requestsPerMinute: 600,
  enrolmentsPerMinute: 10,
  eventLoopDelayMs: 2_000,
  admission: { atOnce: 4, waiting: 600, longestWaitMs: 30_000 },
};

const environmentSchema = z.object({
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(4310),
  DATABASE_URL: z.string().optional(),
  CITY_DATA_DIR: z.string().default('data/city'),
  CITY_FILES_DIR: z.string().optional(),
  CODE_SHAPE: z.string().refine(isCodeShape).default(DEFAULT_CODE_SHAPE),
  LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
});

/** Reads the environment, once. @throws ZodError naming the variable that is wrong */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): CityConfig {
  const { HOST, PORT, DATABASE_URL, CITY_DATA_DIR, CITY_FILES_DIR, CODE_SHAPE, LOG_LEVEL } =
    environmentSchema.parse(environment);
  return {
    host: HOST,
    port: PORT,
    database: DATABASE_URL
      ? { kind: 'postgres', url: DATABASE_URL }
      : { kind: 'pglite', folder: path.resolve(CITY_DATA_DIR) },
    filesDir: path.resolve(CITY_FILES_DIR ?? `${CITY_DATA_DIR}-files`),
    logLevel: LOG_LEVEL,
    codeShape: CODE_SHAPE,
    limits: defaultLimits,
  };
}
