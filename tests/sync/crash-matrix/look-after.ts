import { scryptPasswords } from '#main/app/session/password.ts';
import { composeCore, connectInProcess } from '#main/compose.ts';
import { missingWork } from '#main/store/safety/missing-work.ts';
import type { Store } from '#main/store/types.ts';
import { systemClock } from '#main/system-clock.ts';
import { asId, type DossierId, type DraftId } from '#shared/kernel/ids.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { demoPassword } from '#tests/builders/office-core.ts';
import type { Proof } from './messages.ts';

/** What the next start finds. */
export type Found =
  | { readonly opens: false; readonly problem: Problem | undefined }
  | {
      readonly opens: true;
      readonly missing: readonly Proof[];
      /** Missing, and not told to the clerk by name. */
      readonly untold: readonly Proof[];
      /** What the clerk reads of it. */
      readonly told: readonly string[];
      readonly faults: readonly string[];
    };

/** Starts a core again on the same folder and looks for what was acknowledged. */
export async function lookAfter(dataDir: string, proofs: readonly Proof[]): Promise<Found> {
  const config = { dataDir, mode: 'demo', deviceName: 'Máy thử', cityUrl: '', enrolmentCode: '' } as const;
  const composed = await composeCore(config, { clock: systemClock, passwords: scryptPasswords(4) });
  if (!composed.ok) return { opens: false, problem: composed.error[0] };
  const core = composed.value;
  try {
    const desk = connectInProcess(core, 'desk');
    await desk.session.signIn({ username: 'tiepnhan', password: demoPassword });
    const missing: Proof[] = [];
    for (const proof of proofs) {
      const kept =
        proof.kind === 'file'
          ? await desk.files
              .list({ owner: { dossierId: proof.dossierId } })
              .then(({ files }) => files.some(({ fileId }) => fileId === proof.fileId))
          : isKept(core.store, proof);
      if (!kept) missing.push(proof);
    }
    const told = await desk.safety.status({});
    const noted = core.store.read(missingWork);
    const isTold = (proof: Proof): boolean =>
      noted.some((step) =>
        proof.kind === 'draft'
          ? step.id === proof.draftId
          : step.what === 'event' && step.stream === proof.dossierId,
      );
    return {
      ...{ opens: true, missing, untold: missing.filter((proof) => !isTold(proof)) },
      told: told.missing.map(({ text, reference }) => `${text} ${reference}`.trim()),
      faults: faultsOf(core.store),
    };
  } finally {
    await core.close();
  }
}

function isKept(store: Store, proof: Exclude<Proof, { readonly kind: 'file' }>): boolean {
  return store.read((reader) => {
    if (proof.kind === 'dossier') {
      return (reader.dossier(asId<DossierId>(proof.dossierId))?.version ?? 0) >= proof.version;
    }
    const note = reader.draft(asId<DraftId>(proof.draftId))?.facts['requester.note'];
    return typeof note === 'string' && note.length >= proof.note.length;
  });
}

function faultsOf(store: Store): readonly string[] {
  const { intact, brokenAt } = store.verifyAudit();
  return [...store.quickCheck(), ...(intact ? [] : [`the audit log breaks at ${brokenAt}`])];
}
