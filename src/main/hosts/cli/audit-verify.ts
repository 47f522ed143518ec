import { ok } from '#shared/kernel/result.ts';
import type { Command } from './command.ts';
import { inspected } from './inspected.ts';

export const auditVerify: Command = {
  takes: [],
  about: 'kiểm tra nhật ký truy cập hồ sơ còn nguyên vẹn; chạy được cả khi ứng dụng đang mở',
  async run(config) {
    return inspected(config, (store) => {
      const { intact, checked, brokenAt } = store.verifyAudit();
      if (intact) return ok({ lines: [`Nhật ký nguyên vẹn: đã kiểm tra ${checked} dòng.`] });
      const lines = [
        `Nhật ký KHÔNG còn nguyên vẹn từ dòng ${brokenAt} (${checked} dòng trước đó đúng).`,
        'Hãy giữ nguyên tệp dữ liệu, sao lưu sang nơi khác và báo Sở Tư pháp.',
      ];
      return ok({ lines, attention: true });
    });
  },
};
