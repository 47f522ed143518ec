/** Every text of the rules; a rule of the domain catalogue ends with its number. */
export const messages = {
  'birth-registration/birth-in-future': 'Ngày sinh sau ngày hôm nay. Hãy kiểm tra lại ngày sinh (B01)',
  'birth-registration/late':
    'Đã quá 60 ngày kể từ ngày sinh: vẫn đăng ký, ghi “Quá hạn” trong sổ và thu lệ phí theo quy định (B01)',
  'birth-registration/father-needs-recognition':
    'Cha, mẹ không đăng ký kết hôn mà khai phần về cha: phải làm cùng thủ tục nhận cha, mẹ, con (1.000689), hoặc để trống phần về cha và chọn “Chưa xác định được cha” (B02)',
  'birth-registration/mother-needs-recognition':
    'Chưa xác định được mẹ mà cha yêu cầu đăng ký: phải làm cùng thủ tục nhận cha, mẹ, con (1.000689) (B02)',
  'birth-registration/married-without-father':
    'Cha, mẹ có đăng ký kết hôn nên phải khai phần về cha. Hãy nhập họ tên cha (B03)',
  'birth-registration/unmarried-without-father':
    'Chưa khai phần về cha. Hãy chọn trường hợp “Chưa xác định được cha” nếu không khai.',
  'birth-registration/ethnicity-of-neither':
    'Dân tộc của trẻ không phải dân tộc của cha hoặc mẹ. Hãy hỏi lại người yêu cầu (B04)',
  'birth-registration/origin-of-neither':
    'Quê quán của trẻ không phải quê quán của cha hoặc mẹ. Hãy hỏi lại người yêu cầu (B05)',
  'birth-registration/origin-not-birth-place':
    'Trẻ không xác định được cha, mẹ: quê quán ghi theo nơi sinh. Hãy kiểm tra lại (B05)',
  'birth-registration/paper-mother-differs':
    'Họ tên mẹ khác với Giấy chứng sinh. Hãy đối chiếu bản giấy (B06)',
  'birth-registration/paper-date-differs': 'Ngày sinh khác với Giấy chứng sinh. Hãy đối chiếu bản giấy (B06)',
  'birth-registration/paper-gender-differs':
    'Giới tính khác với Giấy chứng sinh. Hãy đối chiếu bản giấy (B06)',
  'birth-registration/paper-code-format':
    'Mã số Giấy chứng sinh không đúng dạng 00123.GCS.01009.26. Hãy nhập lại, hoặc để trống nếu giấy không có mã.',
  'birth-registration/family-name-of-neither':
    'Họ của trẻ không phải họ của cha hoặc mẹ. Hãy hỏi lại người yêu cầu (đặt họ theo tập quán).',
  'birth-registration/mother-age':
    'Tuổi của mẹ khi sinh con ngoài khoảng 10 đến 60. Hãy kiểm tra năm sinh của mẹ và ngày sinh của trẻ.',
  'birth-registration/father-age':
    'Năm sinh của cha không hợp lý so với ngày sinh của trẻ. Hãy kiểm tra lại.',
  'birth-registration/marriage-in-future': 'Ngày đăng ký kết hôn sau ngày hôm nay. Hãy kiểm tra lại.',
  'birth-registration/marriage-after-birth':
    'Cha, mẹ đăng ký kết hôn sau ngày sinh của trẻ. Hãy đánh dấu “Con sinh trước ngày đăng ký kết hôn” và nhận văn bản thừa nhận con chung.',
  'birth-registration/residence-elsewhere':
    'Không có cha hoặc mẹ nào cư trú tại địa bàn này. Hãy kiểm tra thẩm quyền đăng ký (Luật Hộ tịch, Điều 13).',
  'birth-registration/found-elsewhere':
    'Nơi sinh (nơi phát hiện trẻ) không thuộc địa bàn này. Hãy kiểm tra thẩm quyền đăng ký.',
  'birth-registration/requester-is-not-mother':
    'Người yêu cầu khai là mẹ nhưng họ tên khác phần khai về mẹ. Hãy kiểm tra lại.',
  'birth-registration/requester-is-not-father':
    'Người yêu cầu khai là cha nhưng họ tên khác phần khai về cha. Hãy kiểm tra lại.',
} as const;
