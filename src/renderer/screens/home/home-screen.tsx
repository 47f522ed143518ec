/** Route `/`. */
export function HomeScreen() {
  return null;
}
