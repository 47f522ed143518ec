import { existsSync } from 'node:fs';
import path from 'node:path';
import { officeFiles } from '#main/compose.ts';
import { restoreFile } from '#main/store/restore.ts';
import { systemClock } from '#main/system-clock.ts';
import { ok } from '#shared/kernel/result.ts';
import type { Command } from './command.ts';
import { officeKey } from './office-key.ts';

export const restore: Command = {
  takes: ['<tệp>'],
  about: 'thay dữ liệu bằng một bản sao lưu; tệp cũ được giữ lại; phải đóng ứng dụng trước',
  async run(config, [name = '']) {
    const key = officeKey(config);
    if (!key.ok) return key;
    const restored = restoreFile({
      file: officeFiles(config.dataDir).database,
      key: key.value,
      backup: path.resolve(name),
      name: systemClock.now().slice(0, 19).replaceAll(':', '-'),
    });
    if (!restored.ok) return restored;
    const { kept, lostEvents = 0 } = restored.value;
    const lines = [
      `Đã phục hồi từ ${restored.value.backup}.`,
      ...(existsSync(kept) ? [`Tệp trước đó được giữ ở ${kept}.`] : []),
      'Mở ứng dụng và nối mạng: những gì đã gửi về thành phố sẽ tự trở lại khi đồng bộ.',
    ];
    if (lostEvents <= 0) return ok({ lines });
    const warning = `Tệp cũ còn ${lostEvents} thao tác ghi sau bản sao lưu này; lần mở ứng dụng tới sẽ lấy lại những thao tác đọc được. ĐỪNG xóa tệp cũ trước khi đối chiếu.`;
    return ok({ lines: [...lines, warning], attention: true });
  },
};
