import { existsSync } from 'node:fs';
import path from 'node:path';
import { databaseKey, officeSecrets } from '#main/compose.ts';
import { problem } from '#shared/kernel/problem.ts';
import { err, type Result } from '#shared/kernel/result.ts';
import type { HostConfig } from '../host-config.ts';

/** Where the key of this data folder rests. */
export type KeyBackend = 'file' | 'os-key-store' | 'none';

export function keyBackend({ dataDir }: HostConfig): KeyBackend {
  if (existsSync(path.join(dataDir, 'office.key'))) return 'file';
  return existsSync(path.join(dataDir, 'key.wrapped')) ? 'os-key-store' : 'none';
}

/** The key that is there; a missing one is never made, for it would fit nothing. */
export function officeKey(config: HostConfig): Result<Buffer> {
  switch (keyBackend(config)) {
    case 'file':
      return databaseKey(officeSecrets(config));
    case 'os-key-store':
      return refuse(
        'Khóa nằm trong kho khóa của Windows hoặc Linux: chỉ ứng dụng của đúng người dùng mở được. Hãy dùng màn hình Cài đặt trong ứng dụng.',
      );
    case 'none':
      return refuse(`Không có khóa trong ${config.dataDir}. Hãy kiểm tra MOT_CUA_DATA_DIR.`);
  }
}

function refuse(message: string): Result<never> {
  return err([problem('store/wrong-key', 'error', message)]);
}
