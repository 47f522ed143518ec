import type { Reader } from '#main/store/types.ts';
import type { Contract } from '#shared/contract/index.ts';
import type { Calibration } from '#shared/documents/model.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import type { App } from '../app.ts';
import type { InputOf, OutputOf } from '../contract-types.ts';
import type { Caller } from '../session/caller.ts';

const exact: Calibration = { dx: 0, dy: 0, scaleX: 1, scaleY: 1 };

const keyOf = (document: string): string => `calibration:${document}`;

/** The measured error of this machine's printer on a document's stock; none until it was measured. */
export function calibrationOf(reader: Reader, document: string): Calibration {
  return reader.setting<Calibration>(keyOf(document)) ?? exact;
}

export function getCalibration(
  app: App,
  _caller: Caller,
  input: InputOf<Contract['documents']['calibration']>,
): Result<OutputOf<Contract['documents']['calibration']>> {
  return ok({ ...app.store.read((reader) => calibrationOf(reader, input.document)) });
}

export function setCalibration(
  app: App,
  _caller: Caller,
  input: InputOf<Contract['documents']['setCalibration']>,
): Result<Record<string, never>> {
  app.store.write((writer) => writer.saveSetting(keyOf(input.document), input.calibration));
  return ok({});
}
