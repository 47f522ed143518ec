import { createHash } from 'node:crypto';
import { composeCore, connectInProcess } from '#main/compose.ts';
import { attachFile } from './attach-file.ts';
import { pdfOf } from './file-bytes.ts';
import { demoPassword } from './office-core.ts';

/**
 * A core over an existing data folder that waits to be killed. `send`: sends what waits. `attach <dossierId>`: attaches
 * one file after another and tells its parent the hash of each once it was told that the file is attached.
 */
const [dataDir = '', work = '', dossierId = ''] = process.argv.slice(2);
const composed = await composeCore({
  ...{ dataDir, mode: 'demo', deviceName: 'Máy thử', cityUrl: '', enrolmentCode: '' },
});
if (!composed.ok) throw new Error(JSON.stringify(composed.error));
const core = composed.value;
if (work === 'send') core.start();
else await attachForEver();
process.send?.('ready');

async function attachForEver(): Promise<void> {
  const desk = connectInProcess(core, 'window');
  await desk.session.signIn({ username: 'tiepnhan', password: demoPassword });
  for (let count = 0; ; count += 1) {
    const bytes = pdfOf(100_000 + ((count * 77_777) % 600_000));
    await attachFile(desk, { dossierId }, bytes, { label: `Trang ${count + 1}` });
    process.send?.(createHash('sha256').update(bytes).digest('hex'));
  }
}
