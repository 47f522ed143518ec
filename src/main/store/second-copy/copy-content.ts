import { createHash } from 'node:crypto';
import type { OfficeProfile } from '#shared/dossiers/office.ts';
import type { KeptBytes } from '../files/kept-bytes.ts';
import type { DraftFile, RankedContent } from '../files/types.ts';
import { LOCAL_REFERENCE } from '../local-references.ts';
import type { Account, Draft, Reader } from '../types.ts';

/** What a spare PC needs beside the events: who it stands for, its people, and what is typed but not received. */
export type OfficeContent = {
  readonly office: OfficeProfile | undefined;
  readonly deviceName: string;
  readonly cityUrl: string;
  /** The last sequence this device used, so that the spare PC uses none twice. */
  readonly lastDeviceSeq: number;
  readonly accounts: readonly Account[];
  readonly drafts: readonly Draft[];
  readonly settings: Readonly<Record<string, unknown>>;
  /** Attached files the city does not have, drafts' too; their bytes lie beside under their hashes. */
  readonly files?: readonly CopiedFile[];
  readonly draftFiles?: readonly DraftFile[];
};

/** One attached file and what opens its bytes. */
export type CopiedFile = Pick<RankedContent, 'sha256' | 'size' | 'mime' | 'rank'> & {
  /** Of this file alone, base64. */
  readonly key: string;
};

/** Settings that belong to the office's work; keys and tokens do not leave the machine. */
const kept = ['administration', LOCAL_REFERENCE];

export function officeContent(
  reader: Reader,
  about: { readonly device: string; readonly deviceName: string },
  bytes: KeptBytes,
): OfficeContent {
  const settings = kept.flatMap((key) => {
    const value = reader.setting<unknown>(key);
    return value === undefined ? [] : [[key, value] as const];
  });
  return {
    office: reader.setting<OfficeProfile>('office'),
    deviceName: about.deviceName,
    cityUrl: reader.setting<{ readonly cityUrl: string }>('enrolment')?.cityUrl ?? '',
    lastDeviceSeq: reader.safety.lastDeviceSeq(about.device),
    accounts: reader.accounts(),
    drafts: reader.safety.allDrafts(),
    settings: Object.fromEntries(settings),
    files: copiedFiles(reader, bytes),
    draftFiles: reader.safety.draftFiles(),
  };
}

function copiedFiles(reader: Reader, bytes: KeptBytes): readonly CopiedFile[] {
  return reader.safety
    .unsentFiles()
    .filter((content) => bytes.has(content))
    .map((content) => {
      const { sha256, size, mime, rank } = content;
      return { sha256, size, mime, rank, key: bytes.keyOf(content).toString('base64') };
    });
}

/** Tells whether the content changed since it was last written. */
export function markOf(content: OfficeContent): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('hex');
}
