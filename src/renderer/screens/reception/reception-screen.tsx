/** Route `/tiep-nhan`. */
export function ReceptionScreen() {
  return null;
}
