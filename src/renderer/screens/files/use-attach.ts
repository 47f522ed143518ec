import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { invalidateTopic, useCore } from '#renderer/host-client/core.ts';
import { problemsOf } from '#renderer/host-client/problems-of.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import type { FileOwner } from './file-view.ts';
import { sendFile } from './send-file.ts';

export type Attaching = {
  readonly attach: (files: readonly Blob[], component: string, label: string) => Promise<void>;
  /** Share of the files at hand that came, 0 to 1; undefined when none is on its way. */
  readonly share: number | undefined;
  readonly problems: readonly Problem[];
};

/** Attaches files one after another; one that is refused does not stop the others. */
export function useAttach(owner: FileOwner): Attaching {
  const client = useCore();
  const queries = useQueryClient();
  const [share, setShare] = useState<number | undefined>();
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const attach = useCallback(
    async (files: readonly Blob[], component: string, label: string): Promise<void> => {
      setProblems([]);
      for (const [index, file] of files.entries()) {
        setShare(index / files.length);
        try {
          await sendFile(client, { owner, component, label }, file, (part) =>
            setShare((index + part) / files.length),
          );
        } catch (error) {
          setProblems((before) => [...before, ...problemsOf(error)]);
        }
      }
      setShare(undefined);
      await invalidateTopic(queries, 'files');
    },
    [client, owner, queries],
  );
  return { attach, share, problems };
}
