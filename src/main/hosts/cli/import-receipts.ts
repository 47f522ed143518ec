import { readFileSync } from 'node:fs';
import path from 'node:path';
import { composeCore } from '#main/compose.ts';
import { errorCodes } from '#shared/kernel/error-codes.ts';
import { problem } from '#shared/kernel/problem.ts';
import { err, ok } from '#shared/kernel/result.ts';
import type { Command } from './command.ts';
import { officeKey } from './office-key.ts';

export const importReceipts: Command = {
  takes: ['<tệp>'],
  about: 'nhập tệp biên nhận của thành phố cho tệp đã niêm phong; phải đóng ứng dụng trước',
  async run(config, [name = '']) {
    const key = officeKey(config);
    if (!key.ok) return key;
    const text = readText(path.resolve(name));
    if (text === undefined) {
      return err([problem('export/unreadable', 'error', errorCodes['export/unreadable'])]);
    }
    const core = await composeCore(config);
    if (!core.ok) return core;
    try {
      const taken = core.value.sync.safety.importReceipts(text);
      if (!taken.ok) return taken;
      const { accepted, held, refused, files } = taken.value;
      const line = `Thành phố đã nhận ${accepted} việc và ${files} tệp đính kèm, giữ lại ${held}, từ chối ${refused}.`;
      return ok({ lines: [line], attention: held + refused > 0 });
    } finally {
      await core.value.close();
    }
  },
};

function readText(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
