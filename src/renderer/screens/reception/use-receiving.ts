import { useState } from 'react';
import { useCore, useCoreMutation } from '#renderer/host-client/core.ts';
import { problemsOf } from '#renderer/host-client/problems-of.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import type { Draft, DraftContent, DraftSaver } from './draft-saver.ts';
import type { ReturnBy } from './receive-dialog.tsx';
import type { Received } from './received-dialog.tsx';
import type { Check } from './use-check.ts';

export type Receiving = {
  /** Whether the clerk has asked to receive once: from then on what is missing is shown. */
  readonly asked: boolean;
  readonly checking: boolean;
  /** What stopped the last attempt before its dialog opened. */
  readonly stopped: readonly Problem[];
  /** The judgement the open dialog shows. */
  readonly confirming: Check | undefined;
  readonly pending: boolean;
  readonly refused: readonly Problem[];
  readonly received: Received | undefined;
  readonly ask: () => Promise<readonly Problem[]>;
  readonly confirm: (returnBy: ReturnBy) => Promise<void>;
  readonly cancel: () => void;
};

/**
 * Receiving in two steps: judge what stands on the disk, then let the clerk confirm what was found. The core
 * judges again when it receives; a warning that came up in between is refused and shown.
 */
export function useReceiving(draft: Draft, content: DraftContent, saver: DraftSaver): Receiving {
  const core = useCore();
  const [asked, setAsked] = useState(false);
  const [checking, setChecking] = useState(false);
  const [stopped, setStopped] = useState<readonly Problem[]>([]);
  const [confirming, setConfirming] = useState<Check>();
  const [received, setReceived] = useState<Received>();
  const receive = useCoreMutation(
    (client, input: Parameters<typeof client.dossiers.receive>[0]) => client.dossiers.receive(input),
    ['dossiers', 'drafts', 'sync'],
  );
  const { draftId, procedure } = draft;

  async function judge(): Promise<readonly Problem[]> {
    if (!(await saver.flush())) {
      const state = saver.state();
      return 'problems' in state ? state.problems : [];
    }
    try {
      const check = await core.dossiers.check({ procedure, draftId, ...content });
      const errors = check.problems.filter((each) => each.severity === 'error');
      if (errors.length === 0) setConfirming(check);
      return errors as readonly Problem[];
    } catch (error) {
      return problemsOf(error);
    }
  }

  return {
    asked,
    checking,
    stopped,
    confirming,
    pending: receive.pending,
    refused: receive.problems,
    received,
    async ask() {
      setAsked(true);
      setChecking(true);
      const found = await judge();
      setStopped(found);
      setChecking(false);
      return found;
    },
    async confirm(returnBy) {
      const acknowledged = (confirming?.problems ?? [])
        .filter((each) => each.severity === 'warning')
        .map(({ code, field }) => (field === undefined ? { code } : { code, field }));
      const result = await receive.run({ draftId, acknowledged, returnBy, channel: 'counter', setCount: 1 });
      if (result.ok) setReceived(result.value);
    },
    cancel() {
      receive.reset();
      setConfirming(undefined);
    },
  };
}
