/** Route `/dong-bo`. */
export function SyncScreen() {
  return null;
}
