import { implement } from '@orpc/server';
import { contract } from '#shared/contract/index.ts';
import { auditLog, verifyAudit } from './administration/audit-log.ts';
import { backUpNow } from './administration/back-up-now.ts';
import { createAccount } from './administration/create-account.ts';
import { enrol } from './administration/enrol.ts';
import { listAccounts } from './administration/list-accounts.ts';
import { readSettings, saveSettings } from './administration/office-settings.ts';
import { resetPassword } from './administration/reset-password.ts';
import { setActive } from './administration/set-active.ts';
import { adapter, type CallContext } from './answer.ts';
import type { App } from './app.ts';
import { getConflict } from './conflicts/get-conflict.ts';
import { listConflicts } from './conflicts/list-conflicts.ts';
import { resolveConflict } from './conflicts/resolve-conflict.ts';
import { getCalibration, setCalibration } from './documents/calibrations.ts';
import { previewDocument } from './documents/preview-document.ts';
import { printDocument } from './documents/print-document.ts';
import { settlePrint } from './documents/settle-print.ts';
import { actOnDossier } from './dossiers/act-on-dossier.ts';
import { checkDossier } from './dossiers/check-dossier.ts';
import { countDossiers } from './dossiers/count-dossiers.ts';
import { getDossier } from './dossiers/get-dossier.ts';
import { listDossiers } from './dossiers/list-dossiers.ts';
import { receiveDossier } from './dossiers/receive-dossier.ts';
import { discardDraft, restoreDraft } from './drafts/discard-draft.ts';
import { getDraft } from './drafts/get-draft.ts';
import { listDrafts } from './drafts/list-drafts.ts';
import { saveDraft } from './drafts/save-draft.ts';
import { startDraft } from './drafts/start-draft.ts';
import { beginFile } from './files/begin-file.ts';
import { fileProgress } from './files/file-progress.ts';
import { finishFile } from './files/finish-file.ts';
import { listFiles } from './files/list-files.ts';
import { cancelFile, putFile } from './files/put-file.ts';
import { fetchFile, readFile } from './files/read-file.ts';
import { putBackFile, takeOffFile } from './files/take-off-file.ts';
import { dayPaper } from './reconciliation/day-paper.ts';
import { daySheet } from './reconciliation/day-sheet.ts';
import { bookCustody } from './register/book-custody.ts';
import { closeBook } from './register/close-book.ts';
import { handOverBook, requestCustody, takeOverBook } from './register/custody-steps.ts';
import { entryProposal } from './register/entry-proposal.ts';
import { listBooks } from './register/list-books.ts';
import { listEntries } from './register/list-entries.ts';
import { dropStale, markNumber, reportLate, settleLate } from './register/number-steps.ts';
import { openBook } from './register/open-book.ts';
import { acknowledgeMissingWork } from './safety/acknowledge-missing-work.ts';
import { checkState } from './safety/check-state.ts';
import { chooseSecondCopy } from './safety/choose-second-copy.ts';
import { safetyStatus } from './safety/safety-status.ts';
import { exportUnsent, importReceipts, readExport } from './safety/sealed-files.ts';
import { acceptServerLoss, allowMassChange } from './safety/server-loss.ts';
import { find } from './search/find.ts';
import { changePassword } from './session/change-password.ts';
import { lock } from './session/lock.ts';
import { setAppearance } from './session/set-appearance.ts';
import { signIn } from './session/sign-in.ts';
import { signOut } from './session/sign-out.ts';
import { sessionStatus } from './session/status.ts';
import { unlock } from './session/unlock.ts';
import { retrySync } from './sync/retry-sync.ts';
import { syncItems } from './sync/sync-items.ts';
import { syncStatus } from './sync/sync-status.ts';
import { watchChanges } from './watch-changes.ts';

export type CoreRouter = ReturnType<typeof createRouter>;

/** The contract, answered. The same router serves every transport. */
export function createRouter(app: App) {
  const os = implement(contract).$context<CallContext>();
  const { open, signedIn, working } = adapter(app);
  return os.router({
    session: {
      status: os.session.status.handler(open(sessionStatus)),
      signIn: os.session.signIn.handler(open(signIn)),
      signOut: os.session.signOut.handler(open(signOut)),
      lock: os.session.lock.handler(open(lock)),
      unlock: os.session.unlock.handler(open(unlock)),
      changePassword: os.session.changePassword.handler(signedIn(changePassword)),
      setAppearance: os.session.setAppearance.handler(signedIn(setAppearance)),
    },
    drafts: {
      list: os.drafts.list.handler(working(listDrafts)),
      get: os.drafts.get.handler(working(getDraft)),
      start: os.drafts.start.handler(working(startDraft)),
      save: os.drafts.save.handler(working(saveDraft)),
      discard: os.drafts.discard.handler(working(discardDraft)),
      restore: os.drafts.restore.handler(working(restoreDraft)),
    },
    dossiers: {
      check: os.dossiers.check.handler(working(checkDossier)),
      receive: os.dossiers.receive.handler(working(receiveDossier)),
      list: os.dossiers.list.handler(working(listDossiers)),
      counts: os.dossiers.counts.handler(working(countDossiers)),
      get: os.dossiers.get.handler(working(getDossier)),
      act: os.dossiers.act.handler(working(actOnDossier)),
    },
    documents: {
      preview: os.documents.preview.handler(working(previewDocument)),
      print: os.documents.print.handler(working(printDocument)),
      settle: os.documents.settle.handler(working(settlePrint)),
      calibration: os.documents.calibration.handler(working(getCalibration)),
      setCalibration: os.documents.setCalibration.handler(working(setCalibration)),
    },
    reconciliation: {
      sheet: os.reconciliation.sheet.handler(working(daySheet)),
      paper: os.reconciliation.paper.handler(working(dayPaper)),
    },
    register: {
      books: os.register.books.handler(working(listBooks)),
      open: os.register.open.handler(working(openBook)),
      close: os.register.close.handler(working(closeBook)),
      custody: os.register.custody.handler(working(bookCustody)),
      requestCustody: os.register.requestCustody.handler(working(requestCustody)),
      handOver: os.register.handOver.handler(working(handOverBook)),
      takeOver: os.register.takeOver.handler(working(takeOverBook)),
      markNumber: os.register.markNumber.handler(working(markNumber)),
      reportLate: os.register.reportLate.handler(working(reportLate)),
      dropStale: os.register.dropStale.handler(working(dropStale)),
      settleLate: os.register.settleLate.handler(working(settleLate)),
      entries: os.register.entries.handler(working(listEntries)),
      proposal: os.register.proposal.handler(working(entryProposal)),
    },
    files: {
      list: os.files.list.handler(working(listFiles)),
      begin: os.files.begin.handler(working(beginFile)),
      put: os.files.put.handler(working(putFile)),
      finish: os.files.finish.handler(working(finishFile)),
      cancel: os.files.cancel.handler(working(cancelFile)),
      read: os.files.read.handler(working(readFile)),
      fetch: os.files.fetch.handler(working(fetchFile)),
      takeOff: os.files.takeOff.handler(working(takeOffFile)),
      putBack: os.files.putBack.handler(working(putBackFile)),
      progress: os.files.progress.handler(working(fileProgress)),
    },
    search: { find: os.search.find.handler(working(find)) },
    sync: {
      status: os.sync.status.handler(working(syncStatus)),
      items: os.sync.items.handler(working(syncItems)),
      retry: os.sync.retry.handler(working(retrySync)),
    },
    conflicts: {
      list: os.conflicts.list.handler(working(listConflicts)),
      get: os.conflicts.get.handler(working(getConflict)),
      resolve: os.conflicts.resolve.handler(working(resolveConflict)),
    },
    safety: {
      status: os.safety.status.handler(working(safetyStatus)),
      acceptServerLoss: os.safety.acceptServerLoss.handler(working(acceptServerLoss)),
      allowMassChange: os.safety.allowMassChange.handler(working(allowMassChange)),
      acknowledgeMissingWork: os.safety.acknowledgeMissingWork.handler(working(acknowledgeMissingWork)),
      checkState: os.safety.checkState.handler(working(checkState)),
      exportUnsent: os.safety.exportUnsent.handler(working(exportUnsent)),
      readExport: os.safety.readExport.handler(working(readExport)),
      importReceipts: os.safety.importReceipts.handler(working(importReceipts)),
      chooseSecondCopy: os.safety.chooseSecondCopy.handler(working(chooseSecondCopy)),
    },
    administration: {
      accounts: os.administration.accounts.handler(working(listAccounts)),
      createAccount: os.administration.createAccount.handler(working(createAccount)),
      setActive: os.administration.setActive.handler(working(setActive)),
      resetPassword: os.administration.resetPassword.handler(working(resetPassword)),
      settings: os.administration.settings.handler(working(readSettings)),
      saveSettings: os.administration.saveSettings.handler(working(saveSettings)),
      enrol: os.administration.enrol.handler(working(enrol)),
      backup: os.administration.backup.handler(working(backUpNow)),
      auditLog: os.administration.auditLog.handler(working(auditLog)),
      verifyAudit: os.administration.verifyAudit.handler(working(verifyAudit)),
    },
    changes: { watch: os.changes.watch.handler(({ signal }) => watchChanges(app, signal)) },
  });
}
