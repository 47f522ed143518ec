import { nextLocalNumber } from '#main/store/local-references.ts';
import type { Writer } from '#main/store/types.ts';
import type { App } from '../app.ts';

/** Characters of the device id in a reference: enough to tell the counters of one office apart. */
const SHORT = 4;

/** The next local reference of this device, `T-9F3A-17`: on the slip until an official code comes. Never given twice. */
export function nextLocalReference(app: App, writer: Writer): string {
  return `T-${app.deviceId.slice(-SHORT).toUpperCase()}-${nextLocalNumber(writer)}`;
}
