import { existsSync, readFileSync, statfsSync, statSync } from 'node:fs';
import { officeFiles } from '#main/compose.ts';
import { shippedFile } from '#main/ports/shipped-files.ts';
import { listBackups } from '#main/store/backup.ts';
import { runningCore } from '#main/store/core-lock.ts';
import type { InspectedStore } from '#main/store/inspect.ts';
import type { OfficeProfile } from '#shared/dossiers/office.ts';
import { ok } from '#shared/kernel/result.ts';
import type { HostConfig } from '../host-config.ts';
import type { Command } from './command.ts';
import { inspected } from './inspected.ts';
import { keyBackend } from './office-key.ts';

const LOW_DISK_BYTES = 1024 ** 3;

/** For the IT officer and for remote tools: one JSON object without any citizen's data. */
export const diagnose: Command = {
  takes: [],
  about: 'in tình trạng máy dạng JSON; mã thoát 1 khi có việc phải xem; chạy được cả khi ứng dụng đang mở',
  async run(config) {
    const store = inspected(config, (open) => ok(storeReport(open)));
    const disk = diskReport(config.dataDir);
    const faults = [
      ...(store.ok ? store.value.faults : store.error.map((each) => each.message)),
      ...(disk && disk.freeBytes < LOW_DISK_BYTES ? ['Ổ đĩa còn dưới 1 GB.'] : []),
    ];
    const report = {
      faults,
      versions: versions(),
      dataDir: config.dataDir,
      mode: config.mode,
      key: keyBackend(config),
      running: runningCore(officeFiles(config.dataDir).database) ?? null,
      database: databaseReport(config),
      disk: disk ?? null,
      store: store.ok ? store.value.report : null,
    };
    return ok({ lines: [JSON.stringify(report, undefined, 2)], attention: faults.length > 0 });
  },
};

function storeReport(store: InspectedStore) {
  const quickCheck = store.quickCheck();
  const audit = store.verifyAudit();
  const report = store.read((reader) => ({
    schema: store.schema,
    quickCheck,
    audit,
    office: reader.setting<OfficeProfile>('office')?.id ?? '',
    outbox: reader.outboxCounts(),
    city: reader.syncCursor(),
  }));
  const { outbox } = report;
  const faults = [
    ...(quickCheck.length > 0 ? ['Tệp dữ liệu hỏng. Hãy phục hồi từ bản sao lưu.'] : []),
    ...(audit.intact ? [] : [`Nhật ký truy cập bị sửa từ dòng ${audit.brokenAt}.`]),
    ...(outbox.refused + outbox['needs-you'] > 0 ? ['Có mục đồng bộ cần người xử lý.'] : []),
  ];
  return { report, faults };
}

function versions() {
  const { version } = JSON.parse(readFileSync(shippedFile('package.json'), 'utf8')) as { version: string };
  return { app: version, node: process.versions.node, platform: `${process.platform}-${process.arch}` };
}

function databaseReport({ dataDir }: HostConfig) {
  const { database, backups } = officeFiles(dataDir);
  const size = (file: string): number => (existsSync(file) ? statSync(file).size : 0);
  const copies = existsSync(backups) ? listBackups(backups) : [];
  return {
    bytes: size(database),
    walBytes: size(`${database}-wal`),
    backups: copies.length,
    newestBackup: copies[0] ?? '',
  };
}

function diskReport(dataDir: string) {
  if (!existsSync(dataDir)) return undefined;
  const { bavail, blocks, bsize } = statfsSync(dataDir);
  return { freeBytes: bavail * bsize, totalBytes: blocks * bsize };
}
