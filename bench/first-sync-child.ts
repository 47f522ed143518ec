import { statSync } from 'node:fs';
import { officeFiles } from '#main/compose.ts';
import { DEMO_ENROLMENT_CODE } from '#shared/dossiers/demo-office.ts';
import { openCore } from './bench-core.ts';
import { peakMiB } from './peak-memory.ts';

/** A new machine of an office, `<folder> <city>`: enrols, starts and tells when it shows the whole office. */
export type FirstSyncRun = {
  readonly seconds: number;
  readonly peakMiB: number;
  readonly dossiers: number;
  readonly databaseMB: number;
};

const [dataDir = '', cityUrl = ''] = process.argv.slice(2);
const core = await openCore(dataDir);
const enrolled = await core.sync.enrol(cityUrl, DEMO_ENROLMENT_CODE);
if (!enrolled.ok) throw new Error(JSON.stringify(enrolled.error));
const started = performance.now();
const done = new Promise<void>((resolve) =>
  core.sync.onChange(() => {
    const progress = core.sync.safety.status().firstSync;
    if (progress?.phase === 'building' && progress.done === progress.total) resolve();
  }),
);
core.sync.start();
await done;
const ended = performance.now();
const run: FirstSyncRun = {
  seconds: (ended - started) / 1000,
  peakMiB: peakMiB(),
  dossiers: core.store.read((reader) => reader.dossierRows({ limit: 1, offset: 0 }).total),
  databaseMB: statSync(officeFiles(dataDir).database).size / 1e6,
};
process.send?.(run);
await core.sync.stop();
process.disconnect?.();
core.store.close();
