import { existsSync } from 'node:fs';
import path from 'node:path';
import { problem } from '#shared/kernel/problem.ts';
import { err, ok } from '#shared/kernel/result.ts';
import type { Command } from './command.ts';
import { inspected } from './inspected.ts';

export const backup: Command = {
  takes: ['<tệp>'],
  about: 'sao lưu dữ liệu ra một tệp (vẫn mã hóa, cùng khóa); chạy được cả khi ứng dụng đang mở',
  async run(config, [name = '']) {
    const file = path.resolve(name);
    if (existsSync(file)) {
      return err([problem('backup/failed', 'error', `Đã có tệp ${file}. Hãy chọn tên khác.`)]);
    }
    return inspected(config, (store) => {
      try {
        const bytes = store.backup(file);
        return ok({ lines: [`Đã sao lưu và đọc lại: ${file} (${megabytes(bytes)}).`] });
      } catch (error) {
        const why = error instanceof Error ? error.message : String(error);
        return err([problem('backup/failed', 'error', `Không sao lưu được ra ${file}: ${why}.`)]);
      }
    });
  },
};

function megabytes(bytes: number): string {
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
