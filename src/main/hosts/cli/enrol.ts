import { mkdirSync } from 'node:fs';
import { composeCore } from '#main/compose.ts';
import { ok } from '#shared/kernel/result.ts';
import type { Command } from './command.ts';
import { keyBackend, officeKey } from './office-key.ts';

export const enrol: Command = {
  takes: ['<địa chỉ>', '<mã>'],
  about: 'ghi danh máy này với máy chủ thành phố; phải đóng ứng dụng trước',
  async run(config, [cityUrl = '', code = '']) {
    // A folder whose key is in a key store must not get a second key.
    if (keyBackend(config) === 'os-key-store') {
      const key = officeKey(config);
      if (!key.ok) return key;
    }
    mkdirSync(config.dataDir, { recursive: true, mode: 0o700 });
    const core = await composeCore(config);
    if (!core.ok) return core;
    try {
      const enrolled = await core.value.sync.enrol(cityUrl, code);
      if (!enrolled.ok) return enrolled;
      return ok({ lines: [`Đã ghi danh: ${enrolled.value.office.name}.`] });
    } finally {
      await core.value.close();
    }
  },
};
