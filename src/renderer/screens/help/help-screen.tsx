/** Route `/tro-giup`. */
export function HelpScreen() {
  return null;
}
