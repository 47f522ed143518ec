import { List, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { SyncBadge, syncLooks } from '#renderer/ui/sync-badge.tsx';
import { syncStateSchema } from '#shared/contract/base.ts';

/** The short guide: the day's work in order, the day without a line, what each sync state means. */
export function Guide() {
  return (
    <Stack gap="lg" maw="60rem">
      <Part title="Từ tiếp nhận đến trả kết quả">
        <List type="ordered" spacing={4}>
          <List.Item>
            <b>Tiếp nhận:</b> nhấn Ctrl+N, gõ tên thủ tục không cần dấu, quét căn cước bằng F4, nhập tờ khai,
            đánh dấu giấy tờ đã nhận, nhấn Ctrl+Enter. Mỗi chữ gõ được lưu trên máy này trong vòng một giây.
          </List.Item>
          <List.Item>
            <b>Giấy hẹn:</b> in giấy tiếp nhận và hẹn trả kết quả giao cho công dân. Hạn trả tính theo lịch
            làm việc và giờ chốt 15:00.
          </List.Item>
          <List.Item>
            <b>Bàn giao:</b> chuyển hồ sơ cho công chức tư pháp – hộ tịch trong ngày.
          </List.Item>
          <List.Item>
            <b>Thẩm tra:</b> kiểm tra, yêu cầu bổ sung một lần bằng văn bản, xác minh khi cần.
          </List.Item>
          <List.Item>
            <b>Vào sổ:</b> xem dự thảo và số dự kiến rồi xác nhận. Số được cấp một lần, kể cả khi mất kết nối.
          </List.Item>
          <List.Item>
            <b>In và trình ký:</b> in giấy tờ kết quả, trình lãnh đạo ký, ghi người đã ký.
          </List.Item>
          <List.Item>
            <b>Trả kết quả:</b> thu phí (nếu có), kiểm tra giấy tờ tùy thân người nhận, ghi nhận đã trả.
          </List.Item>
        </List>
      </Part>
      <Part title="Khi mất kết nối">
        <List spacing={4}>
          <List.Item>Vẫn tiếp nhận, xử lý, vào sổ, in, ký và trả kết quả như bình thường.</List.Item>
          <List.Item>
            Mọi việc đã lưu trên máy này và tự gửi khi có kết nối trở lại, mỗi việc một lần, đúng thứ tự.
            Không cần nhập lại.
          </List.Item>
          <List.Item>Hồ sơ mang số tạm của máy; mã chính thức được cấp khi có kết nối.</List.Item>
          <List.Item>Không gỡ ứng dụng, không xóa thư mục dữ liệu khi còn “việc chưa gửi”.</List.Item>
          <List.Item>Màn hình Đồng bộ (Alt+5) cho biết từng việc đang ở đâu và nút xử lý.</List.Item>
        </List>
      </Part>
      <Part title="Trạng thái gửi thành phố">
        <Text size="sm" mb="xs">
          Trạng thái gửi khác với trạng thái hồ sơ: hồ sơ có thể đã trả kết quả mà chưa gửi được thành phố.
        </Text>
        <List spacing={4} listStyleType="none" withPadding={false}>
          {syncStateSchema.options.map((state) => (
            <List.Item key={state}>
              <SyncBadge state={state} /> {syncLooks[state].explanation}
            </List.Item>
          ))}
        </List>
      </Part>
      <Part title="Khi làm nhầm">
        <Text>
          Trước khi vào sổ: mở hồ sơ, nhấn F2 để sửa nội dung khai và ghi lý do. Sau khi vào sổ: không sửa
          trực tiếp; phải ghi cải chính theo quy định. Việc đã ký, đã trả không hoàn tác được; mọi lần sửa đều
          giữ cả bản cũ.
        </Text>
      </Part>
    </Stack>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section aria-label={title}>
      <Title order={2} size="h4" mb="xs">
        {title}
      </Title>
      {children}
    </section>
  );
}
