/** Route `/cai-dat`. */
export function SettingsScreen() {
  return null;
}
