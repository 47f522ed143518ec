import type { Reader, Writer } from '#main/store/types.ts';

/** Prints whose outcome nobody has told yet, by print id: the dossier they belong to, empty for a draft's. */
type OpenPrints = Readonly<Record<string, string>>;

const KEY = 'open-prints';
/** More than an office leaves open in months; the oldest are forgotten first, their journal entry stays. */
const LIMIT = 500;

export function rememberPrint(writer: Writer, printId: string, dossierId: string): void {
  const kept = Object.entries(openPrints(writer)).slice(1 - LIMIT);
  writer.saveSetting(KEY, { ...Object.fromEntries(kept), [printId]: dossierId });
}

export function forgetPrint(writer: Writer, printId: string): void {
  const { [printId]: _, ...others } = openPrints(writer);
  writer.saveSetting(KEY, others);
}

/** The dossier of a print that is still open; undefined when it is not known or settled already. */
export function dossierOfPrint(reader: Reader, printId: string): string | undefined {
  return openPrints(reader)[printId];
}

function openPrints(reader: Reader): OpenPrints {
  return reader.setting<OpenPrints>(KEY) ?? {};
}
