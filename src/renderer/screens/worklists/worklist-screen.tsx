/** Route `/danh-sach/$worklist`. */
export function WorklistScreen() {
  return null;
}
