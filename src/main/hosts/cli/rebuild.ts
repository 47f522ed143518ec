import { officeFiles } from '#main/compose.ts';
import { openStore } from '#main/store/open.ts';
import { systemClock } from '#main/system-clock.ts';
import { systemNewId } from '#main/system-new-id.ts';
import { ok } from '#shared/kernel/result.ts';
import type { Command } from './command.ts';
import { officeKey } from './office-key.ts';

export const rebuild: Command = {
  takes: [],
  about: 'dựng lại danh sách, sổ và tìm kiếm từ nhật ký nghiệp vụ; phải đóng ứng dụng trước',
  async run(config) {
    const key = officeKey(config);
    if (!key.ok) return key;
    const { database, backups } = officeFiles(config.dataDir);
    // No event is written, so no device is named.
    const options = { file: database, key: key.value, backupsDir: backups, deviceId: '' };
    const store = openStore({ ...options, newId: systemNewId(systemClock) });
    if (!store.ok) return store;
    try {
      const { streams } = store.value.rebuildProjections();
      return ok({ lines: [`Đã dựng lại từ ${streams} hồ sơ và sổ.`] });
    } finally {
      store.value.close();
    }
  },
};
