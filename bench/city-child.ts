import { composeCity } from '#city/compose.ts';
import { defaultLimits } from '#city/config.ts';
import { seedDemo } from '#city/demo.ts';
import { answerUse } from './sync/serve.ts';

/**
 * A city in a process of its own, with the demo commune: on PGlite in the folder named first, or on PostgreSQL when
 * that is an address. Says its own address, and when asked what it has taken; `end` ends it.
 */
const [where = '', host = '127.0.0.1'] = process.argv.slice(2);
const city = await composeCity({
  host,
  port: 0,
  database: where.startsWith('postgres:')
    ? { kind: 'postgres', url: where }
    : { kind: 'pglite', folder: where },
  logLevel: 'silent',
  limits: { ...defaultLimits, requestsPerMinute: 100_000 },
});
await seedDemo(city);
answerUse(city.app.server, () => city.close());
process.send?.(await city.listen());
