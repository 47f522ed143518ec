import { foldForSearch } from '../fold.ts';

export type Ethnicity = {
  /** Two digits, the order of the statistical list. */
  readonly code: string;
  readonly name: string;
  /** Other spellings and common group names met on papers; the paper's own spelling is what is kept. */
  readonly aliases: readonly string[];
};

/** The 54 ethnic groups in official order (QĐ 121-TCTK/PPCĐ, 1979), then foreigners and unknown. */
export const ethnicities: readonly Ethnicity[] = [
  ['Kinh', 'Việt'],
  ['Tày'],
  ['Thái'],
  ['Hoa', 'Hán'],
  ['Khơ-me', 'Khmer'],
  ['Mường'],
  ['Nùng'],
  ['Mông', 'HMông', "H'Mông", 'Mèo'],
  ['Dao', 'Mán'],
  ['Gia-rai', 'Jrai'],
  ['Ngái'],
  ['Ê-đê', 'Rađê'],
  ['Ba-na', 'Bahnar'],
  ['Xơ-đăng', 'Xê-đăng'],
  ['Sán Chay', 'Cao Lan', 'Sán Chỉ'],
  ['Cơ-ho', "K'Ho", 'Cil', 'Cill', 'Chil', 'Lạch'],
  ['Chăm', 'Chàm'],
  ['Sán Dìu'],
  ['Hrê', "H'rê"],
  ['Mnông', "M'Nông"],
  ['Ra-glai', 'Raglai', 'Raglay'],
  ['Xtiêng', "X'Tiêng", "S'Tiêng", 'Stiêng'],
  ['Bru-Vân Kiều', 'Bru', 'Vân Kiều'],
  ['Thổ'],
  ['Giáy'],
  ['Cơ-tu', 'Ca-tu', 'Katu'],
  ['Gié-Triêng', 'Gié', 'Triêng'],
  ['Mạ', 'Châu Mạ'],
  ['Khơ-mú', 'Khmu'],
  ['Co', 'Cor', 'Cùa'],
  ['Tà-ôi', 'Pa-cô'],
  ['Chơ-ro', 'Châu Ro'],
  ['Kháng'],
  ['Xinh-mun'],
  ['Hà Nhì'],
  ['Chu-ru'],
  ['Lào'],
  ['La Chí'],
  ['La Ha'],
  ['Phù Lá', 'Xá Phó'],
  ['La Hủ'],
  ['Lự', 'Lừ'],
  ['Lô Lô'],
  ['Chứt', 'Rục'],
  ['Mảng'],
  ['Pà Thẻn'],
  ['Cơ Lao', 'Cờ Lao'],
  ['Cống'],
  ['Bố Y', 'Tu Dí'],
  ['Si La'],
  ['Pu Péo'],
  ['Brâu'],
  ['Ơ Đu'],
  ['Rơ-măm'],
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
