import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { exportUnsent, knownDevice } from '#main/compose.ts';
import { systemClock } from '#main/system-clock.ts';
import { problem } from '#shared/kernel/problem.ts';
import { err, ok } from '#shared/kernel/result.ts';
import type { Command } from './command.ts';
import { inspected } from './inspected.ts';

export const exportSealed: Command = {
  takes: ['<tệp>'],
  about: 'niêm phong việc chưa gửi vào một tệp mang đến thành phố; chạy được cả khi ứng dụng đang mở',
  async run(config, [name = '']) {
    const file = path.resolve(name);
    if (existsSync(file)) {
      return err([problem('backup/failed', 'error', `Đã có tệp ${file}. Hãy chọn tên khác.`)]);
    }
    return inspected(config, (store) => {
      const about = { device: knownDevice(config.dataDir) ?? '', now: systemClock.now() };
      const made = store.read((reader) => exportUnsent(reader, about));
      if (!made.ok) return made;
      writeFileSync(file, JSON.stringify(made.value.file), { mode: 0o600, flush: true });
      return ok({
        lines: [
          `Đã niêm phong ${made.value.events} việc: ${file}.`,
          'Ở thành phố: npm run city -- --import <tệp>, rồi mang tệp .bien-nhan về và dùng lệnh import-receipts.',
        ],
      });
    });
  },
};
