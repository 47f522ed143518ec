/** The bytes of a file cannot be had from this machine's disk. */
export class FileDamaged extends Error {
  override readonly name = 'FileDamaged';
}
