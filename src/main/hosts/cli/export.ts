import { createWriteStream, existsSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { exportUnsent, knownDevice, officeFiles } from '#main/compose.ts';
import type { ExportFile } from '#main/ports/export-file.ts';
import { keptBytes } from '#main/store/files/kept-bytes.ts';
import { systemClock } from '#main/system-clock.ts';
import { problem } from '#shared/kernel/problem.ts';
import { err, ok } from '#shared/kernel/result.ts';
import type { Command } from './command.ts';
import { inspected } from './inspected.ts';

const PIECE = 1024 * 1024;

export const exportSealed: Command = {
  takes: ['<tệp>'],
  about: 'niêm phong việc chưa gửi vào một tệp mang đến thành phố; chạy được cả khi ứng dụng đang mở',
  async run(config, [name = '']) {
    const file = path.resolve(name);
    if (existsSync(file)) {
      return err([problem('backup/failed', 'error', `Đã có tệp ${file}. Hãy chọn tên khác.`)]);
    }
    const made = inspected(config, (store, key) => {
      const about = { device: knownDevice(config.dataDir) ?? '', now: systemClock.now() };
      const bytes = keptBytes(officeFiles(config.dataDir).files, key);
      return store.read((reader) => exportUnsent(reader, bytes, about));
    });
    if (!made.ok) return made;
    await writeWhole(file, made.value);
    const { events, files } = made.value;
    return ok({
      lines: [
        `Đã niêm phong ${events} việc, ${files} tệp đính kèm: ${file}.`,
        'Ở thành phố: npm run city -- --import <tệp>, rồi mang tệp .bien-nhan về và dùng lệnh import-receipts.',
      ],
    });
  },
};

/** Under its name only once it is whole and on the medium. */
async function writeWhole(file: string, source: ExportFile): Promise<void> {
  const part = `${file}.part`;
  await pipeline(pieces(source), createWriteStream(part, { mode: 0o600, flush: true }));
  await rename(part, file);
}

async function* pieces(source: ExportFile): AsyncGenerator<Buffer> {
  let told = 0;
  for (let offset = 0; offset < source.size; ) {
    const bytes = await source.read(offset, PIECE);
    yield bytes;
    offset += bytes.length;
    const percent = Math.floor((offset / source.size) * 10) * 10;
    if (percent > told) console.error(`Đã ghi ${percent} %`);
    told = percent;
  }
}
