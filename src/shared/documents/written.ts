/** A value as it stands on a paper; nothing where none was declared. */
export function written<T>(value: T | undefined, display: (value: T) => string): string {
  return value === undefined ? '' : display(value);
}
