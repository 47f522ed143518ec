import { readCodeBook, saveCodeBook } from '#main/store/code-book.ts';
import type { Writer } from '#main/store/types.ts';
import { takeCode } from '#shared/dossiers/code-lease.ts';
import { asId } from '#shared/kernel/ids.ts';
import { localDate } from '#shared/kernel/instant.ts';
import type { App } from '../app.ts';

/** Dossiers of one turn: a window's calls come in between. */
const AT_ONCE = 20;

/** Gives official codes to dossiers received without one, as soon as there are codes: they keep their local reference. */
export function assignCodes(app: App, writer: Writer): void {
  const at = app.clock.now();
  for (const dossierId of writer.dossiersWithoutCode(app.deviceId, AT_ONCE)) {
    const state = writer.dossier(dossierId);
    const taken = takeCode(readCodeBook(writer), localDate(at));
    if (!taken) return;
    if (!state) continue;
    saveCodeBook(writer, taken.book);
    writer.append(
      [{ kind: 'code-assigned', payload: { code: taken.code }, stream: dossierId, base: state.version }],
      { actor: asId(state.receivedBy), at },
    );
  }
}
