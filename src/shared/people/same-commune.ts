type Located = { readonly commune: string; readonly province: string };

const kind = /^(phường|xã|đặc khu|thị trấn)\s+/u;

/** Whether two places lie in one commune; `Phường Cầu Giấy` and `Cầu Giấy` are the same, `Xã` and `Phường` are not. */
export function sameCommune(a: Located, b: Located): boolean {
  if (fold(a.province) !== fold(b.province)) return false;
  const [first, second] = [fold(a.commune), fold(b.commune)];
  if (kind.test(first) && kind.test(second)) return first === second;
  return first.replace(kind, '') === second.replace(kind, '');
}

function fold(name: string): string {
  return name.normalize('NFC').trim().toLowerCase();
}
