import { createHash, randomBytes } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { scryptPasswords } from '#main/app/session/password.ts';
import { composeCore, connectInProcess } from '#main/compose.ts';
import { DEMO_ENROLMENT_CODE } from '#shared/dossiers/demo-office.ts';
import { attachFile } from '#tests/builders/attach-file.ts';
import { demoPassword } from '#tests/builders/office-core.ts';
import { receiveExample } from '#tests/builders/receive-example.ts';
import { startChild } from './child.ts';
import { beside, figure, type Subject } from './figure.ts';

const FILES = 10;
const FILE_BYTES = 10 * 1024 * 1024;
const MEGABYTES = (FILES * FILE_BYTES) / 1e6;

/**
 * Files of 10 MB from the encrypted folder of a core to a city in a process of its own, over loopback: read,
 * decrypted, sent, hashed and flushed there. Beside them one plain request per file that writes the same bytes.
 */
export const filesUpload: Subject = {
  ids: ['files.upload'],
  async measure(workshop) {
    const files = Array.from({ length: FILES }, () =>
      Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(FILE_BYTES - 9)]),
    );
    const sent = await throughCore(workshop.folder(), 'city-child.ts', workshop.folder(), files);
    const raw = await throughFetch(workshop.folder(), files);
    return beside(
      figure('files.upload', MEGABYTES / sent, 'MB/s'),
      figure('files.upload.raw', MEGABYTES / raw, 'MB/s'),
    );
  },
};

/** @returns seconds */
async function throughCore(
  dataDir: string,
  cityProgram: string,
  cityFolder: string,
  files: readonly Buffer[],
): Promise<number> {
  const city = startChild(cityProgram, cityFolder);
  const cityUrl = await city.answer<string>();
  const composed = await composeCore(
    { dataDir, mode: 'demo', deviceName: 'Đo', cityUrl: '', enrolmentCode: '' },
    { passwords: scryptPasswords(4) },
  );
  if (!composed.ok) throw new Error(JSON.stringify(composed.error));
  const core = composed.value;
  await core.sync.enrol(cityUrl, DEMO_ENROLMENT_CODE);
  const desk = connectInProcess(core, 'bench');
  await desk.session.signIn({ username: 'tiepnhan', password: demoPassword });
  const { dossierId } = await receiveExample(desk, 'birth-registration');
  for (const bytes of files) await attachFile(desk, { dossierId }, bytes);
  const started = performance.now();
  core.start();
  while ((await desk.files.list({ owner: { dossierId } })).sent < files.length) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  const seconds = (performance.now() - started) / 1000;
  await core.close();
  await city.ask('end');
  await city.ended();
  return seconds;
}

/** @returns seconds */
async function throughFetch(folder: string, files: readonly Buffer[]): Promise<number> {
  const server = createServer(async (request, response) => {
    const name = path.basename(request.url ?? 'none');
    await pipeline(request, createWriteStream(path.join(folder, name), { flush: true }));
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const started = performance.now();
  for (const bytes of files) {
    const name = createHash('sha256').update(bytes).digest('hex');
    await fetch(`http://127.0.0.1:${port}/${name}`, { method: 'PUT', body: new Uint8Array(bytes) });
  }
  const seconds = (performance.now() - started) / 1000;
  server.close();
  return seconds;
}
