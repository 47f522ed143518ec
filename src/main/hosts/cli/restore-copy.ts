import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { composeCore, takeIdentity } from '#main/compose.ts';
import type { FileVault } from '#main/store/files/file-vault.ts';
import { adoptBytes } from '#main/store/second-copy/copied-bytes.ts';
import { type CopyContent, readCopy } from '#main/store/second-copy/read-copy.ts';
import { type AdoptedFile, TAKEN_UP_FROM, takeUpCopy } from '#main/store/second-copy/take-up.ts';
import { systemClock } from '#main/system-clock.ts';
import { type ErrorCode, errorCodes } from '#shared/kernel/error-codes.ts';
import { problem } from '#shared/kernel/problem.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { HostConfig } from '../host-config.ts';
import type { Command } from './command.ts';

const TELL_EVERY = 20;

/** On a spare PC: unsent work, drafts and accounts from the second copy, and the enrolment in one go. */
export const restoreCopy: Command = {
  takes: ['<thư mục bản sao>', '<mã khôi phục>', '<mã ghi danh>', '<may-cu|may-moi>'],
  about:
    'dựng máy thay thế từ bản sao thứ hai rồi ghi danh; may-cu: máy hỏng không bao giờ dùng lại (giữ quyền giữ sổ), may-moi: máy kia có thể còn dùng',
  async run(config, [folder = '', code = '', enrolment = '', identity = '']) {
    if (identity !== 'may-cu' && identity !== 'may-moi') return refuse('request/invalid');
    const copy = await readCopy(path.resolve(folder), code);
    if (!copy.ok) return copy;
    const { device } = copy.value;
    mkdirSync(config.dataDir, { recursive: true, mode: 0o700 });
    if (identity === 'may-cu' && !takeIdentity(config.dataDir, device)) return refuse('copy/not-empty');
    return takeUp(config, copy.value, enrolment);
  },
};

async function takeUp(config: HostConfig, copy: CopyContent, enrolment: string): ReturnType<Command['run']> {
  const composed = await composeCore(config);
  if (!composed.ok) return composed;
  const { store, sync, vault, close } = composed.value;
  try {
    const { isTaken, isUsed } = store.read((reader) => ({
      isTaken: reader.setting(TAKEN_UP_FROM) !== undefined,
      isUsed: reader.safety.logExtent().last > 0,
    }));
    if (isUsed && !isTaken) return refuse('copy/not-empty');
    // Taken up before and cut short while enrolling: only that is left to do.
    const files = isTaken ? [] : await adoptFiles(copy, vault);
    if (!isTaken) store.write((writer) => takeUpCopy(writer, copy, files, { at: systemClock.now() }));
    const lost = isTaken ? 0 : (copy.files?.length ?? 0) - files.length;
    const enrolled = await sync.enrol(config.cityUrl || copy.cityUrl, enrolment);
    const lines = [
      `Đã lấy lại ${copy.events.length} việc chưa gửi, ${files.length} tệp đính kèm, ${copy.drafts.length} bản nháp, ${copy.accounts.length} tài khoản (bản sao ghi lúc ${copy.writtenAt}).`,
      ...(lost > 0 ? [`Không lấy lại được ${lost} tệp đính kèm: hãy quét lại từ giấy.`] : []),
      ...copy.unreadable.map((name) => `Không đọc được ${name} trong bản sao.`),
      enrolled.ok
        ? 'Đã ghi danh. Mở ứng dụng: hồ sơ của đơn vị sẽ tải về, việc chưa gửi sẽ tự gửi.'
        : `Chưa ghi danh được (${enrolled.error.map((each) => each.message).join(' ')}). Ghi danh lại bằng lệnh enrol.`,
    ];
    return ok({ lines, attention: !enrolled.ok || copy.unreadable.length + lost > 0 });
  } finally {
    await close();
  }
}

async function adoptFiles(copy: CopyContent, vault: FileVault): Promise<readonly AdoptedFile[]> {
  const { files = [], folder } = copy;
  const adopted: AdoptedFile[] = [];
  for (const [index, file] of files.entries()) {
    const wrappedKey = await adoptBytes(folder, file, vault);
    const { key: _key, ...content } = file;
    if (wrappedKey !== undefined) adopted.push({ ...content, wrappedKey });
    if ((index + 1) % TELL_EVERY === 0) console.error(`Đã lấy ${index + 1}/${files.length} tệp đính kèm`);
  }
  return adopted;
}

function refuse(code: ErrorCode): Result<never> {
  return err([problem(code, 'error', errorCodes[code])]);
}
