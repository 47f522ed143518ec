/** Every text of the rules; a rule of the domain catalogue ends with its number. */
export const messages = {
  'death-registration/death-in-future': 'Ngày chết sau ngày hôm nay. Hãy kiểm tra lại ngày chết (D01)',
  'death-registration/late':
    'Đã quá 15 ngày kể từ ngày chết: vẫn đăng ký, ghi “Quá hạn” trong sổ và thu lệ phí theo quy định (D01)',
  'death-registration/death-before-birth': 'Ngày chết trước ngày sinh. Hãy kiểm tra lại hai ngày này (D02)',
  'death-registration/age-box-open':
    'Ngày sinh hoặc ngày chết chưa đủ để đánh dấu ô “Trẻ dưới 01 tuổi”, “Trẻ từ 01 đến dưới 5 tuổi”. Hãy bổ sung ngày, tháng (D03)',
  'death-registration/other-entries':
    'Khi vào sổ, hãy kiểm tra đăng ký kết hôn, giám hộ còn hiệu lực của người chết và khóa thông tin trong Cơ sở dữ liệu (D04)',
  'death-registration/infant':
    'Trẻ dưới 01 tuổi: nếu sống từ 24 giờ trở lên thì phải đăng ký khai sinh trước. Hãy kiểm tra sổ khai sinh.',
  'death-registration/very-old': 'Tuổi của người chết trên 120. Hãy kiểm tra năm sinh.',
  'death-registration/notice-in-future': 'Ngày cấp Giấy báo tử sau ngày hôm nay. Hãy kiểm tra lại.',
  'death-registration/notice-before-death': 'Ngày cấp Giấy báo tử trước ngày chết. Hãy đối chiếu bản giấy.',
  'death-registration/statement-alone':
    'Chỉ có lời người làm chứng hoặc cam đoan thì chưa đủ căn cứ; có thể từ chối đăng ký (TT 04/2020/TT-BTP, Điều 13).',
  'death-registration/residence-elsewhere':
    'Nơi cư trú cuối cùng không thuộc địa bàn này. Hãy kiểm tra thẩm quyền đăng ký (Luật Hộ tịch, Điều 32).',
  'death-registration/died-elsewhere':
    'Nơi chết không thuộc địa bàn này và không rõ nơi cư trú cuối cùng. Hãy kiểm tra thẩm quyền đăng ký (Luật Hộ tịch, Điều 32).',
  'death-registration/requester-is-deceased':
    'Số định danh của người yêu cầu trùng với người đã chết. Hãy nhập lại giấy tờ của người yêu cầu.',
} as const;
