/** Routes `/so` and `/so/$bookId`. */
export function RegisterScreen() {
  return null;
}
