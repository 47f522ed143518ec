import { createReadStream } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { DEMO_ENROLMENT_CODE } from '#shared/dossiers/demo-office.ts';
import { errorCodes } from '#shared/kernel/error-codes.ts';
import { err } from '#shared/kernel/result.ts';
import { officeOf } from '#shared/sync/office-of.ts';
import { officeProfileSchema } from '#shared/sync/protocol.ts';
import { ByteSource } from './app/byte-source.ts';
import { feedLines } from './app/feed-lines.ts';
import { readSealed } from './app/read-sealed.ts';
import { type City, composeCity } from './compose.ts';
import { readConfig } from './config.ts';
import { seedDemo } from './demo.ts';

/**
 * `npm run city`: serves until SIGTERM or SIGINT. `-- --demo` adds the demo commune; `-- --commune file.json` adds
 * or renews a commune, `-- --new-code HN-CAUGIAY` prints an enrolment code, `-- --feed HN-CAUGIAY` prints what its events
 * say, one a line, and `-- --import file` takes a sealed export and writes its receipts beside it, each without serving.
 */
const { values: flags } = parseArgs({
  options: {
    demo: { type: 'boolean', default: false },
    commune: { type: 'string' },
    'new-code': { type: 'string' },
    feed: { type: 'string' },
    import: { type: 'string' },
  },
});

const SHUTDOWN_MS = 10_000;
const DAY_MS = 24 * 60 * 60 * 1000;

const city = await composeCity(readConfig(process.env));
if ([flags.commune, flags['new-code'], flags.feed, flags.import].some((flag) => flag !== undefined)) {
  await administer(city);
  await city.close();
} else {
  await serve(city);
}

async function administer(city: City): Promise<void> {
  if (flags.commune !== undefined) {
    const profile = officeOf(officeProfileSchema.parse(JSON.parse(await readFile(flags.commune, 'utf8'))));
    await city.saveCommune(profile);
    console.log(`Đã lưu đơn vị ${profile.id}.`);
  }
  if (flags['new-code'] !== undefined) {
    const expiresAt = new Date(Date.now() + 7 * DAY_MS);
    const code = await city.issueCode({ office: flags['new-code'], expiresAt, uses: 1 });
    console.log(`Mã ghi danh (dùng một lần, hết hạn sau 7 ngày): ${code}`);
  }
  if (flags.feed !== undefined) {
    for await (const line of feedLines(city.database, flags.feed)) console.log(line);
  }
  if (flags.import !== undefined) await importExport(city, flags.import);
}

async function importExport(city: City, name: string): Promise<void> {
  const source = new ByteSource(createReadStream(name));
  const file = await readSealed(source);
  const taken = file
    ? await city.takeExport(file, { source, onProgress: tellTenths() })
    : err('export/unreadable' as const);
  if (!taken.ok) {
    console.error(`${errorCodes[taken.error]} [${taken.error}]`);
    process.exitCode = 1;
    return;
  }
  const receipts = `${name}.bien-nhan`;
  await writeFile(receipts, JSON.stringify(taken.value), { flag: 'w', flush: true });
  console.log(`Đã nhận tệp của máy ${taken.value.device}. Biên nhận mang về máy đó: ${receipts}`);
}

/** Files of some weeks take minutes: one line for each tenth. */
function tellTenths(): (part: number) => void {
  let told = 0;
  return (part) => {
    const tenths = Math.floor(part * 10);
    if (tenths > told) console.log(`Đã đọc ${tenths * 10} % tệp đính kèm`);
    told = tenths;
  };
}

async function serve(city: City): Promise<void> {
  if (flags.demo) await seedDemo(city);
  const address = await city.listen();
  const hint = flags.demo ? ` – mã ghi danh thử: ${DEMO_ENROLMENT_CODE}` : '';
  console.log(`Máy chủ thành phố: ${address} – tài liệu API: ${address}/docs${hint}`);
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      // A device on a dead line may hold its request open; what it sent is sent again.
      setTimeout(() => process.exit(1), SHUTDOWN_MS).unref();
      void city.close();
    });
  }
}
