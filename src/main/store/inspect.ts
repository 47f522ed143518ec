import { existsSync } from 'node:fs';
import { problem } from '#shared/kernel/problem.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { auditReader } from './audit.ts';
import { backUp, quickCheck } from './backup.ts';
import { type Connection, connect } from './connection.ts';
import { deviceMigrations, readMigrationSteps } from './migration-steps.ts';
import { createReader } from './reader.ts';
import type { Reader, Store } from './types.ts';
import { type ReceiptCheck, verifyReceipts } from './verify-receipts.ts';

/** A database looked at without owning it: a core may run at the same time and notices nothing. */
export type InspectedStore = Pick<Store, 'verifyAudit' | 'quickCheck' | 'backup' | 'close'> & {
  /** One consistent moment for every question asked inside. */
  read<T>(query: (reader: Reader) => T): T;
  /** @param publicKey the city's, pinned at enrolment */
  verifyReceipts(publicKey: string): ReceiptCheck;
  /** Number of the last schema step. */
  readonly schema: number;
};

/** @returns `store/damaged`, `store/wrong-key`, or that the schema is another app's */
export function inspectStore(options: {
  readonly file: string;
  readonly key: Buffer;
}): Result<InspectedStore> {
  const { file, key } = options;
  if (!existsSync(file)) return refuse('store/damaged', `Không có tệp dữ liệu ${file}.`);
  let connection: Connection;
  try {
    connection = connect(file, key, { readonly: true });
  } catch {
    return refuse('store/wrong-key', `Không đọc được ${file}: sai khóa hoặc tệp hỏng.`);
  }
  const { sqlite } = connection;
  const schema = Number(sqlite.pragma('user_version', { simple: true }));
  const newest = readMigrationSteps(deviceMigrations).at(-1)?.version ?? 0;
  if (schema !== newest) {
    sqlite.close();
    const message = `Dữ liệu ở bước ${schema}, ứng dụng này ở bước ${newest}. Hãy dùng đúng phiên bản hoặc mở ứng dụng để nâng cấp.`;
    return refuse(schema > newest ? 'store/from-newer-app' : 'store/from-older-app', message);
  }
  const reader = createReader(connection);
  const audit = auditReader(connection);
  const atOnce = <T>(question: () => T): T => sqlite.transaction(question).deferred();
  return ok({
    schema,
    read: (query) => atOnce(() => query(reader)),
    verifyAudit: () => atOnce(audit.verifyAudit),
    verifyReceipts: (publicKey) => atOnce(() => verifyReceipts(connection, publicKey)),
    quickCheck: () => quickCheck(connection),
    backup: (to) => backUp(connection, to, key),
    close: () => sqlite.close(),
  });
}

function refuse(code: Parameters<typeof problem>[0], message: string): Result<never> {
  return err([problem(code, 'error', message)]);
}
