import type { Reader, Writer } from '#main/store/types.ts';

/** What the city gave this device, kept in the encrypted store. The token ends sync when it ends, never intake. */
export type Enrolment = {
  /** Without a slash at the end. */
  readonly cityUrl: string;
  readonly token: string;
  /** The pinned identity of the city. */
  readonly serverId: string;
  /** The city's pinned public key; a machine enrolled before receipts were signed pins it at its next contact. */
  readonly receiptKey?: string;
};

const ENROLMENT = 'enrolment';

export function readEnrolment(reader: Reader): Enrolment | undefined {
  return reader.setting<Enrolment>(ENROLMENT);
}

export function saveEnrolment(writer: Writer, enrolment: Enrolment): void {
  writer.saveSetting(ENROLMENT, enrolment);
}
