import { useState } from 'react';
import { useCoreMutation, useHost } from '#renderer/host-client/core.ts';
import { errorCodes } from '#shared/kernel/error-codes.ts';
import { type Problem, problem } from '#shared/kernel/problem.ts';
import { type PrintTarget, targetInput } from './print-target.ts';

type PrintOrder = { readonly copies: number; readonly stockSerial: string };
export type PrintOutcome = 'printed' | 'spoilt' | 'cancelled';

/** One sheet's way: journalled by the core, printed by the host, settled by the person who saw what came out. */
export type Printing = {
  /** A print whose outcome nobody has said yet, with what the host believes. */
  readonly unsettled: { readonly printId: string; readonly guess: PrintOutcome } | undefined;
  readonly pending: boolean;
  readonly problems: readonly Problem[];
  readonly print: (order: PrintOrder) => Promise<void>;
  readonly settle: (outcome: PrintOutcome, reason: string) => Promise<boolean>;
};

export function usePrinting(target: PrintTarget): Printing {
  const host = useHost();
  const [unsettled, setUnsettled] = useState<Printing['unsettled']>();
  const [atPrinter, setAtPrinter] = useState(false);
  const [failure, setFailure] = useState<readonly Problem[]>([]);
  const journal = useCoreMutation(
    (client, order: PrintOrder) => client.documents.print({ ...targetInput(target), ...order }),
    ['dossiers'],
  );
  const settlement = useCoreMutation(
    (client, settled: { printId: string; outcome: PrintOutcome; reason: string }) =>
      client.documents.settle(settled),
    ['dossiers'],
  );
  const print = async (order: PrintOrder): Promise<void> => {
    setFailure([]);
    const page = await journal.run(order);
    if (!page.ok) return;
    setAtPrinter(true);
    const guess = await sendToPrinter(page.value.html, order.copies);
    setAtPrinter(false);
    setUnsettled({ printId: page.value.printId, guess });
  };
  const sendToPrinter = async (html: string, copies: number): Promise<PrintOutcome> => {
    try {
      return (await host.print(html, { copies })) === 'cancelled' ? 'cancelled' : 'printed';
    } catch {
      // The journal already holds the attempt: the person says what came out, most likely nothing.
      setFailure([problem('print/failed', 'error', errorCodes['print/failed'])]);
      return 'cancelled';
    }
  };
  const settle = async (outcome: PrintOutcome, reason: string): Promise<boolean> => {
    if (!unsettled) return true;
    const result = await settlement.run({ printId: unsettled.printId, outcome, reason });
    if (result.ok) setUnsettled(undefined);
    return result.ok;
  };
  return {
    unsettled,
    pending: journal.pending || atPrinter || settlement.pending,
    problems: [...journal.problems, ...settlement.problems, ...failure],
    print,
    settle,
  };
}
