/** A sealed file to carry to the city, read where it is wanted: it is as large as what is attached. */
export type ExportFile = {
  readonly id: string;
  readonly office: string;
  readonly events: number;
  /** Attached files whose bytes it carries. */
  readonly files: number;
  /** Bytes of the whole. */
  readonly size: number;
  /** At most `length` bytes from `offset`, fewer at a seam or at the end. */
  read(offset: number, length: number): Promise<Buffer>;
};
