import type { Writer } from './types.ts';

/** Setting: number of the last local reference given by this device. */
export const LOCAL_REFERENCE = 'local-ref';

type Settings = Pick<Writer, 'setting' | 'saveSetting'>;

/** The next number of this device's local references. Never given twice: it stands on a slip. */
export function nextLocalNumber(writer: Settings): number {
  return skipLocalNumbers(writer, 1);
}

/** Numbers a lost file may have given are not given again. @returns the last one that is spent */
export function skipLocalNumbers(writer: Settings, count: number): number {
  const last = (writer.setting<number>(LOCAL_REFERENCE) ?? 0) + count;
  writer.saveSetting(LOCAL_REFERENCE, last);
  return last;
}
