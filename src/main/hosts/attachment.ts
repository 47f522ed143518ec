import { randomBytes } from 'node:crypto';
import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** How a second start finds the core that already runs: a file that only those who may attach can read. */
export type Attachment = { readonly port: number; readonly token: string };

const FILE = 'running-host.json';

export function newAttachToken(): string {
  return randomBytes(32).toString('base64url');
}

/** @param readers `group` lets the clerks of a station attach to the service of another user */
export async function announce(
  runDir: string,
  attachment: Attachment,
  readers: 'owner' | 'group' = 'owner',
): Promise<void> {
  const file = path.join(runDir, FILE);
  await rm(file, { force: true });
  await writeFile(file, JSON.stringify(attachment), { mode: readers === 'group' ? 0o640 : 0o600 });
}

export async function withdraw(runDir: string): Promise<void> {
  await rm(path.join(runDir, FILE), { force: true });
}

/** What is found where a running host would say how to attach. */
export type Found =
  | { readonly kind: 'running' /** Opens one more window. */; readonly launchUrl: string }
  /** Nothing there, or only what a host that was killed left behind. */
  | { readonly kind: 'nobody' }
  /** A host runs here, and this user is not among those who may attach. */
  | { readonly kind: 'not-allowed' };

/** Asks the running host for an address that opens one more window. */
export async function findRunning(runDir: string): Promise<Found> {
  const attachment = await readAttachment(runDir);
  if ('kind' in attachment) return attachment;
  const origin = `http://127.0.0.1:${attachment.port}`;
  try {
    const answer = await fetch(`${origin}/attach`, {
      method: 'POST',
      headers: { origin, 'content-type': 'text/plain' },
      body: attachment.token,
      signal: AbortSignal.timeout(3000),
    });
    return answer.ok ? { kind: 'running', launchUrl: await answer.text() } : nobody;
  } catch {
    return nobody;
  }
}

const nobody = { kind: 'nobody' } as const;

async function readAttachment(runDir: string): Promise<Attachment | Found> {
  try {
    const value: unknown = JSON.parse(await readFile(path.join(runDir, FILE), 'utf8'));
    return isAttachment(value) ? value : nobody;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    return code === 'EACCES' || code === 'EPERM' ? { kind: 'not-allowed' } : nobody;
  }
}

function isAttachment(value: unknown): value is Attachment {
  return (
    typeof value === 'object' &&
    value !== null &&
    'port' in value &&
    typeof value.port === 'number' &&
    'token' in value &&
    typeof value.token === 'string'
  );
}
