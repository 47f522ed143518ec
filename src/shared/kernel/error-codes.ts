/**
 * Every expected error, once. A code is never reused and never changes its meaning; the text is what a clerk
 * sees when the place that found the error has nothing more exact to say. Listed for people in docs/errors.md.
 */
export const errorCodes = {
  // Form language: one field against its own kind.
  'field/required': 'Chưa nhập trường bắt buộc. Hãy nhập trước khi tiếp nhận.',
  'field/format': 'Giá trị không đúng định dạng. Hãy sửa theo gợi ý của trường.',
  'field/not-a-choice': 'Giá trị không có trong danh mục. Hãy chọn lại.',
  'field/too-long': 'Nội dung quá dài cho biểu mẫu. Hãy rút gọn.',
  'field/unknown': 'Dữ liệu có trường không thuộc biểu mẫu này. Hãy mở lại bằng phiên bản mới.',
  // People.
  'person/id-digits': 'Số định danh cá nhân phải có đúng 12 chữ số. Hãy kiểm tra lại trên thẻ.',
  'person/id-mismatch': 'Số định danh không khớp giới tính hoặc năm sinh. Hãy đối chiếu giấy tờ.',
  'person/id-province': 'Mã tỉnh trong số định danh không có trong danh mục. Hãy đối chiếu giấy tờ.',
  'person/name-characters': 'Họ tên có ký tự không hợp lệ. Hãy nhập lại chỉ gồm chữ cái.',
  'person/name-long': 'Họ tên dài hơn 25 chữ. Hãy xác nhận lại với công dân.',
  'person/name-telex': 'Họ tên có dấu hiệu gõ sót dấu. Hãy kiểm tra bộ gõ.',
  'qr/unreadable': 'Không đọc được mã QR. Hãy quét lại hoặc nhập tay.',
  'qr/damaged': 'Nội dung QR bị bộ gõ tiếng Việt làm hỏng. Hãy tắt bộ gõ rồi quét lại.',
  // Rules common to all procedures (domain catalogue G01–G07).
  'rule/G01': 'Số định danh cá nhân không hợp lệ.',
  'rule/G02': 'Số định danh không khớp với giới tính hoặc ngày sinh.',
  'rule/G03': 'Phải nhập nơi cư trú vì thiếu số định danh hoặc ngày sinh đầy đủ.',
  'rule/G04': 'Không được yêu cầu giấy tờ ngoài danh mục của thủ tục.',
  'rule/G05': 'Người ký là người được đăng ký hoặc người thân. Hãy chọn người ký khác.',
  'rule/G06': 'Có hồ sơ hoặc bản đăng ký trùng. Hãy mở ra đối chiếu.',
  'rule/G07': 'Sổ của năm này chưa mở hoặc đã khóa.',
  // A rule of one procedure: the message carries the rule's own number (B01, D02 …).
  'rule/procedure': 'Nội dung khai chưa phù hợp với quy định của thủ tục.',
  'rule/missing-component': 'Thiếu giấy tờ trong thành phần hồ sơ.',
  // Dossier life.
  'dossier/not-found': 'Không tìm thấy hồ sơ. Hãy tìm lại theo mã hoặc họ tên.',
  'dossier/not-allowed': 'Thao tác không được phép ở trạng thái hiện tại của hồ sơ.',
  'dossier/role': 'Tài khoản của bạn không có quyền làm thao tác này.',
  'dossier/changed': 'Hồ sơ vừa được người khác thay đổi. Hãy xem lại rồi thực hiện.',
  'dossier/conflict': 'Trường này đã được máy khác sửa thành nội dung khác. Hãy so sánh hai bản rồi chọn.',
  'dossier/invalid': 'Hồ sơ còn lỗi. Hãy sửa các trường được đánh dấu.',
  'dossier/extension-limit': 'Hồ sơ đã được hẹn lại một lần. Không được hẹn lại lần nữa.',
  'dossier/extension-late': 'Đã quá hạn trả. Phải xin lỗi và hẹn lại trước khi hết hạn.',
  'dossier/fee-open': 'Chưa thu phí, lệ phí của hồ sơ. Hãy thu hoặc ghi lý do miễn.',
  'draft/not-found': 'Không tìm thấy bản nháp. Có thể bản nháp đã được tiếp nhận.',
  'draft/stale': 'Bản nháp đã được sửa ở cửa sổ khác. Hãy tải lại để xem bản mới hơn.',
  // Register.
  'register/no-book': 'Chưa mở sổ cho năm này. Hãy mở sổ trước khi vào sổ.',
  'register/book-exists': 'Sổ này đã được mở.',
  'register/book-closed': 'Sổ đã khóa, không thể vào sổ.',
  'register/not-holder': 'Máy này không giữ sổ. Hãy nhận bàn giao sổ trước khi cấp số.',
  'register/already-holder': 'Máy này đang giữ sổ.',
  'register/number-taken': 'Số này đã có trong sổ.',
  'register/stale-epoch': 'Sổ đã được bàn giao cho máy khác; số này cần người giải quyết.',
  // Documents.
  'document/not-found': 'Không có giấy tờ này trong thủ tục.',
  'document/not-ready': 'Chưa đủ điều kiện in giấy tờ này.',
  'print/not-found': 'Không tìm thấy lượt in.',
  'print/failed': 'Không tạo được bản in. Hãy thử lại hoặc lưu PDF.',
  // Files attached to a dossier.
  'file/not-found': 'Không tìm thấy tệp đính kèm.',
  'file/type': 'Chỉ nhận tệp PDF, JPEG hoặc PNG. Hãy quét hoặc chụp lại giấy tờ ở dạng đó.',
  'file/too-large': 'Tệp lớn hơn 50 MB. Hãy quét lại ở độ phân giải thấp hơn hoặc chia nhỏ.',
  'file/too-many': 'Hồ sơ đã có đủ số tệp cho phép. Hãy gộp các trang vào một tệp.',
  'file/incomplete': 'Tệp chưa được nhận đủ. Hãy đính kèm lại.',
  'file/not-here': 'Nội dung tệp chưa có trên máy này. Hãy tải về khi có mạng.',
  'file/damaged': 'Nội dung tệp trên máy này bị hỏng hoặc bị mất. Hãy đính kèm lại bản gốc.',
  'file/hash-mismatch': 'Nội dung tệp thành phố nhận được khác với tệp đã gửi. Hãy gửi lại.',
  'file/already-sent': 'Thành phố đã nhận tệp này nên không gỡ được nữa.',
  'file/not-arrived': 'Thành phố chưa có nội dung tệp này; máy đính kèm tệp chưa gửi xong.',
  // Accounts and session.
  'session/required': 'Phiên làm việc đã kết thúc. Hãy đăng nhập lại; bản nháp vẫn còn.',
  'session/locked': 'Màn hình đang khóa. Hãy nhập mật khẩu để tiếp tục.',
  'session/wrong-password': 'Tên đăng nhập hoặc mật khẩu không đúng.',
  'session/too-many-tries': 'Nhập sai nhiều lần. Hãy đợi rồi thử lại.',
  'session/disabled': 'Tài khoản đã bị khóa. Hãy liên hệ cán bộ CNTT.',
  'session/must-change-password': 'Phải đổi mật khẩu lần đầu trước khi làm việc.',
  'password/weak': 'Mật khẩu quá yếu. Cần ít nhất 10 ký tự, có chữ và số, khác tên đăng nhập.',
  'password/same': 'Mật khẩu mới phải khác mật khẩu cũ.',
  'account/exists': 'Tên đăng nhập đã có. Hãy chọn tên khác.',
  'account/not-found': 'Không tìm thấy tài khoản.',
  'account/last-administrator': 'Phải còn ít nhất một cán bộ CNTT hoạt động.',
  // Store.
  'store/locked-by-other': 'Dữ liệu đang được một tiến trình khác sử dụng.',
  'store/from-newer-app': 'Dữ liệu do phiên bản mới hơn ghi. Hãy cập nhật ứng dụng.',
  'store/from-older-app': 'Dữ liệu do phiên bản cũ ghi. Hãy mở ứng dụng một lần để nâng cấp.',
  'store/wrong-key': 'Không mở được dữ liệu: sai khóa mã hóa.',
  'store/damaged': 'Tệp dữ liệu bị hỏng. Tệp được giữ nguyên; hãy khôi phục từ bản sao lưu.',
  'store/disk-full': 'Ổ đĩa đầy. Nội dung chưa được lưu; hãy giải phóng dung lượng.',
  'store/read-only':
    'Không ghi được vào ổ đĩa: tệp hoặc ổ đĩa chỉ cho đọc. Nội dung chưa được lưu; hãy liên hệ cán bộ CNTT.',
  'store/disk-failing':
    'Ổ đĩa báo lỗi khi ghi. Nội dung chưa được lưu; hãy sao lưu ngay và liên hệ cán bộ CNTT.',
  'backup/failed': 'Không sao lưu được. Hãy kiểm tra ổ đĩa.',
  'audit/broken-chain': 'Nhật ký truy cập không còn nguyên vẹn.',
  // Sync, as seen on the device.
  'sync/unreachable': 'Chưa liên lạc được với máy chủ thành phố. Hồ sơ vẫn an toàn trên máy này.',
  'sync/not-our-server': 'Trang trả lời không phải máy chủ thành phố (có thể là trang đăng nhập Wi-Fi).',
  'sync/server-error': 'Máy chủ thành phố đang lỗi. Ứng dụng sẽ tự gửi lại.',
  'sync/server-busy': 'Máy chủ thành phố đang bận. Ứng dụng sẽ tự gửi lại; hồ sơ vẫn an toàn trên máy này.',
  'sync/not-enrolled': 'Máy này chưa được ghi danh với thành phố.',
  'sync/revoked': 'Máy này đã bị thu hồi quyền gửi. Hồ sơ vẫn an toàn; hãy liên hệ cán bộ CNTT.',
  'sync/wrong-server': 'Máy chủ trả lời không phải máy chủ đã ghi danh.',
  'sync/plain-http':
    'Địa chỉ máy chủ thành phố phải bắt đầu bằng https://. Không gửi hồ sơ qua đường truyền không mã hóa.',
  'sync/version-skew': 'Phiên bản giao thức không còn được máy chủ hỗ trợ. Hãy cập nhật ứng dụng.',
  'sync/server-behind':
    'Máy chủ thành phố có ít dữ liệu hơn lần trước. Đã dừng đồng bộ; hãy liên hệ cán bộ CNTT.',
  'sync/unknown-device':
    'Máy chủ thành phố không nhận ra máy này (có thể máy chủ vừa được phục hồi). Hồ sơ vẫn an toàn; hãy ghi danh lại.',
  'sync/mass-change':
    'Lượt nhận này làm mất hiệu lực quá nhiều việc đã có trên máy. Đã dừng để kiểm tra; hãy liên hệ cán bộ CNTT.',
  'sync/no-loss': 'Máy chủ thành phố vẫn có đủ những gì máy này biết; không có gì phải gửi lại.',
  'sync/not-found': 'Không tìm thấy mục cần gửi.',
  'sync/no-conflict': 'Hồ sơ này không còn khác biệt cần giải quyết.',
  'sync/number-conflict': 'Nhánh này có số trong sổ cần giải quyết trước. Hãy mở màn hình Sổ hộ tịch.',
  // The city's answers for an event.
  'city/malformed': 'Thành phố không đọc được nội dung gửi lên.',
  'city/wrong-office': 'Bản ghi thuộc đơn vị khác với đơn vị của máy.',
  'city/out-of-order': 'Bản ghi đến trước bản ghi đứng trước nó.',
  'city/transition': 'Thành phố từ chối vì thao tác không hợp lệ ở trạng thái của hồ sơ.',
  'city/stale-base': 'Hồ sơ đã được thay đổi ở máy khác; cần người giải quyết.',
  'city/number-taken': 'Số trong sổ đã được cấp cho bản đăng ký khác.',
  'city/code-taken': 'Mã hồ sơ này đã cấp cho hồ sơ khác. Hãy báo cán bộ CNTT.',
  'city/stale-epoch': 'Quyền giữ sổ đã chuyển cho máy khác.',
  'city/unknown-procedure': 'Thành phố chưa có thủ tục này.',
  'city/invalid-facts': 'Nội dung khai không hợp lệ theo quy định của thủ tục.',
  'city/bad-code': 'Mã ghi danh không đúng hoặc đã hết hạn.',
  'city/unauthorised': 'Máy chưa được phép.',
  // Files that carry work past a line that stays down, and the second copy.
  'export/no-key': 'Máy này chưa nhận khóa niêm phong của thành phố. Hãy nối mạng một lần rồi xuất lại.',
  'export/nothing': 'Không có việc nào chờ gửi để xuất.',
  'export/unknown-device': 'Thành phố chưa có khóa của máy đã lập tệp này.',
  'export/forged': 'Chữ ký của tệp không khớp máy đã lập. Không nhận tệp này.',
  'export/unreadable': 'Không mở được tệp: tệp hỏng hoặc được niêm phong cho nơi khác.',
  'export/not-ours': 'Tệp biên nhận này không dành cho máy này.',
  'copy/unreachable': 'Không ghi được bản sao thứ hai. Hãy kiểm tra ổ đĩa hoặc thư mục chia sẻ.',
  'copy/not-found': 'Không tìm thấy bản sao thứ hai trong thư mục này.',
  'copy/wrong-code': 'Mã khôi phục không đúng với bản sao này.',
  'copy/not-empty': 'Thư mục dữ liệu đã có dữ liệu. Hãy dùng một thư mục dữ liệu mới.',
  // Starting the application on a machine whose core is a service.
  'host/not-allowed':
    'Máy này chạy Một Cửa Hộ Tịch dạng dịch vụ, nhưng tài khoản đăng nhập máy tính này chưa được phép mở cửa sổ. Hãy báo cán bộ CNTT.',
  'host/service-away':
    'Dịch vụ Một Cửa Hộ Tịch trên máy này không chạy. Hãy đợi một phút rồi mở lại; nếu vẫn vậy, báo cán bộ CNTT.',
  // Calendar.
  'calendar/no-data': 'Chưa có lịch làm việc của năm này. Hãy cập nhật lịch.',
  // Anything the window asks that the contract does not allow.
  'request/invalid': 'Yêu cầu không hợp lệ.',
  'request/no-core':
    'Ứng dụng nền trên máy này không trả lời. Hãy giữ nguyên màn hình; ứng dụng sẽ tự nối lại.',
  'request/window-ended':
    'Ứng dụng đã khởi động lại nên cửa sổ này không nối tiếp được. Hãy chép lại phần chưa lưu rồi mở lại Một Cửa Hộ Tịch.',
  'request/internal': 'Có lỗi trong ứng dụng. Dữ liệu đã lưu vẫn an toàn; hãy gửi mã lỗi cho cán bộ CNTT.',
} as const satisfies Record<string, string>;

export type ErrorCode = keyof typeof errorCodes;

export function isErrorCode(text: string): text is ErrorCode {
  return Object.hasOwn(errorCodes, text);
}
