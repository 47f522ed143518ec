import { foldForSearch } from '../fold.ts';

export type Ethnicity = {
  /** Two digits, the order of the statistical list. */
  readonly code: string;
  readonly name: string;
  /** Other spellings and group names met on papers. */
  readonly aliases: readonly string[];
};

/** The 54 ethnic groups in official order (QĐ 121-TCTK/PPCĐ, 1979), then foreigners and unknown. */
export const ethnicities: readonly Ethnicity[] = [
  ['Kinh', 'Việt'],
  ['Tày', 'Thổ Tày', 'Ngạn', 'Phén', 'Thù Lao', 'Pa Dí'],
  ['Thái', 'Tày Thanh', 'Man Thanh', 'Tày Mường', 'Pu Thay', 'Hàng Tổng', 'Phu Thay'],
  ['Hoa', 'Hán', 'Triều Châu', 'Phúc Kiến', 'Quảng Đông', 'Hải Nam', 'Hạ', 'Xạ Phạng'],
  ['Khơ-me', 'Khmer', 'Khơ Me', 'Cur', 'Cul', 'Krôm', 'Việt gốc Miên'],
  ['Mường', 'Mol', 'Mual', 'Mọi Bi', 'Ao Tá', 'Ậu Tá'],
  ['Nùng', 'Xuồng', 'Nùng An', 'Nùng Cháo', 'Nùng Inh', 'Nùng Phàn Slình', 'Quý Rịn'],
  ['Mông', 'HMông', "H'Mông", 'Hmông', 'Mèo', 'Mẹo', 'Ná Miẻo', 'Mán Trắng'],
  ['Dao', 'Mán', 'Động', 'Trại', 'Dìu Miền', 'Kiềm Miền', 'Kìm Mùn', 'Lù Gang'],
  ['Gia-rai', 'Gia Rai', 'Jrai', 'Giơ-rai', 'Chơ-rai', 'Tơ-buăn', 'Hơ-bau', 'Hđrung'],
  ['Ngái', 'Xín', 'Lê', 'Đản', 'Khách Gia'],
  ['Ê-đê', 'Ê Đê', 'Rađê', 'Ra-đê', 'Đê', 'Kpạ', 'A-đham', 'Krung', 'Ktul', 'Đliê Ruê', 'Blô', 'Epan'],
  ['Ba-na', 'Ba Na', 'Bahnar', 'Gơ-lar', 'Tơ-lô', 'Giơ-lâng', 'Rơ-ngao', 'Krem', 'Roh', 'Kon Kđe'],
  ['Xơ-đăng', 'Xơ Đăng', 'Xơ-teng', 'Hđang', 'Tơ-đra', 'Mơ-nâm', 'Ha-lăng', 'Ca-dong', 'Châu', 'Ta Trẽ'],
  ['Sán Chay', 'Cao Lan', 'Sán Chỉ', 'Mán Cao Lan', 'Hờn Bạn', 'Sơn Tử'],
  ['Cơ-ho', 'Cơ Ho', "K'Ho", 'Xrê', 'Nốp', 'Tu-lốp', 'Chil', 'Cil', 'Cill', 'Lát', 'Lạch', 'Tơ-ring'],
  ['Chăm', 'Chàm', 'Chiêm Thành', 'Hroi'],
  ['Sán Dìu', 'Sán Dẻo', 'Trại Đất', 'Mán Quần Cộc'],
  ['Hrê', 'Chăm Rê', 'Chom', 'Krẹ', 'Lũy'],
  ['Mnông', "M'Nông", 'Pnông', 'Nông', 'Bu-đâng', 'Đi-pri', 'Biat', 'Gar', 'Rơ-lam'],
  ['Ra-glai', 'Ra Glai', 'Raglay', 'Ra-clây', 'Rai', 'Noang', 'La-oang'],
  ['Xtiêng', 'X’Tiêng', 'Stiêng', 'Xa-điêng'],
  ['Bru-Vân Kiều', 'Bru Vân Kiều', 'Bru', 'Vân Kiều', 'Măng Coong', 'Tri Khùa'],
  ['Thổ', 'Kẹo', 'Mọn', 'Cuối', 'Họ', 'Đan Lai', 'Ly Hà', 'Tày Pọng', 'Con Kha', 'Xá Lá Vàng'],
  ['Giáy', 'Nhắng', 'Dẩng', 'Pầu Thìn', 'Pu Nà', 'Cùi Chu', 'Xa'],
  ['Cơ-tu', 'Cơ Tu', 'Ca-tu', 'Cao', 'Phương', 'Ca-tang'],
  ['Gié-Triêng', 'Giẻ Triêng', 'Gié Triêng', 'Đgiéh', 'Ta-riêng', 'Ve', 'Veh', 'La-ve'],
  ['Mạ', 'Châu Mạ', 'Mạ Ngăn', 'Mạ Xóp', 'Mạ Tô', 'Mạ Krung'],
  ['Khơ-mú', 'Khơ Mú', 'Xá Cẩu', 'Mứn Xen', 'Pu Thênh', 'Tềnh', 'Tày Hay'],
  ['Co', 'Cor', 'Col', 'Cùa', 'Trầu'],
  ['Tà-ôi', 'Tà Ôi', 'Tôi-ôi', 'Pa-co', 'Pa-hi', 'Ba-hi'],
  ['Chơ-ro', 'Chơ Ro', 'Chrau', 'Dơ-ro'],
  ['Kháng', 'Xá Khao', 'Xá Súa', 'Xá Dón', 'Xá Dẩng', 'Xá Hốc', 'Xá Ái', 'Xá Bung', 'Quảng Lâm'],
  ['Xinh-mun', 'Xinh Mun', 'Puộc', 'Pụa'],
  ['Hà Nhì', 'U Ní', 'Xá U Ní'],
  ['Chu-ru', 'Chu Ru', 'Chơ-ru', 'Chu'],
  ['Lào', 'Lào Bốc', 'Lào Nọi'],
  ['La Chí', 'Cù Tê', 'La Quả'],
  ['La Ha', 'Xá Khắc', 'Phlắc', 'Khlá'],
  ['Phù Lá', 'Bồ Khô Pạ', 'Mu Di Pạ', 'Xá Phó', 'Phổ', 'Va Xơ Lao', 'Pu Dang'],
  ['La Hủ', 'Lao', 'Pu Đang', 'Khù Xung', 'Cò Xung', 'Khả Quy'],
  ['Lự', 'Lừ', 'Nhuồn', 'Duôn', 'Mun Di'],
  ['Lô Lô', 'Mun Di Lô Lô'],
  ['Chứt', 'Sách', 'Mày', 'Rục', 'Mã Liềng', 'A-rem', 'Tu Vang', 'Pa Leng', 'Xơ-lang', 'Tơ-hung', 'Chà-củi'],
  ['Mảng', 'Mảng Ư', 'Xá Lá Vàng Mảng'],
  ['Pà Thẻn', 'Pà Hưng', 'Tống'],
  ['Cơ Lao', 'Cờ Lao'],
  ['Cống', 'Xắm Khống', 'Mấng Nhé', 'Xá Xeng'],
  ['Bố Y', 'Chủng Chá', 'Trọng Gia', 'Tu Dí', 'Tu Dìn'],
  ['Si La', 'Cù Dề Xừ', 'Khả Pẻ'],
  ['Pu Péo', 'Ka Pèo', 'Pen Ti Lô Lô'],
  ['Brâu', 'Brao'],
  ['Ơ Đu', 'Ơ-đu', 'Tày Hạt'],
  ['Rơ-măm', 'Rơ Măm'],
  ['Người nước ngoài'],
  ['Không rõ'],
].map(([name = '', ...aliases], index) => ({ code: String(index + 1).padStart(2, '0'), name, aliases }));

/** Finds a group by its name or by another spelling of it; undefined for what the list does not hold. */
export function findEthnicity(text: string): Ethnicity | undefined {
  const wanted = text.normalize('NFC').trim().toLocaleLowerCase('vi');
  const folded = foldForSearch(text);
  const named = (name: string): boolean => name.toLocaleLowerCase('vi') === wanted;
  return (
    ethnicities.find((each) => named(each.name)) ??
    ethnicities.find((each) => each.aliases.some(named)) ??
    ethnicities.find((each) => foldForSearch(each.name) === folded)
  );
}
