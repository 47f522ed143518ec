import { findRunning } from '#main/hosts/attachment.ts';

/** The address that opens one more window of the host that runs; undefined when none does. */
export async function launchUrlOfRunning(runDir: string): Promise<string | undefined> {
  const found = await findRunning(runDir);
  return found.kind === 'running' ? found.launchUrl : undefined;
}
