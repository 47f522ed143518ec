import { problem } from '#shared/kernel/problem.ts';
import { err, ok } from '#shared/kernel/result.ts';
import type { Command } from './command.ts';
import { inspected } from './inspected.ts';

/** Where the sync loop keeps what the city gave this machine. */
const ENROLMENT = 'enrolment';

export const receiptsVerify: Command = {
  takes: [],
  about: 'kiểm tra biên nhận của thành phố bằng khóa công khai đã ghim; không cần mạng',
  async run(config) {
    return inspected(config, (store) => {
      const enrolment = store.read((reader) => reader.setting<{ receiptKey?: string }>(ENROLMENT));
      if (enrolment?.receiptKey === undefined) {
        return err([problem('sync/not-enrolled', 'error', 'Máy này chưa ghim khóa của thành phố.')]);
      }
      const { own, proved, broken } = store.verifyReceipts(enrolment.receiptKey);
      const lines = [`Thành phố đã ký nhận ${proved} trên ${own} bản ghi lập tại máy này.`];
      if (broken.length === 0) return ok({ lines, attention: proved < own });
      lines.push(`Biên nhận KHÔNG khớp tại số: ${broken.slice(0, 20).join(', ')} (${broken.length} chỗ).`);
      lines.push('Hãy giữ nguyên tệp dữ liệu, sao lưu sang nơi khác và báo Sở Tư pháp.');
      return ok({ lines, attention: true });
    });
  },
};
