import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { ORPCError } from '@orpc/client';
import { scryptPasswords } from '#main/app/session/password.ts';
import { type CoreClient, composeCore, connectInProcess } from '#main/compose.ts';
import { type Connection, connect } from '#main/store/connection.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { demoPassword, thursdayMorning } from '#tests/builders/office-core.ts';
import { receiveExample, typeExample } from '#tests/builders/receive-example.ts';
import type { Asked, CoreSetup, Proof, Told } from './messages.ts';

/** A real core that does one kind of work without end, tells each step it acknowledged, and is killed at it. */
const setup = JSON.parse(process.argv[2] ?? '') as CoreSetup;
const birth = 'birth-registration';
/** Enough dossiers for a kill to come before the last one. */
const PREPARED = 12;

let connection: Connection | undefined;
const composed = await composeCore(
  { dataDir: setup.dataDir, mode: 'demo', deviceName: 'Máy thử', cityUrl: '', enrolmentCode: '' },
  {
    ...{ clock: { now: () => thursdayMorning }, passwords: scryptPasswords(4), onBug: () => {} },
    openDatabase: (...args) => {
      connection = connect(...args);
      return connection;
    },
  },
);
if (!composed.ok) throw new Error(JSON.stringify(composed.error));
const core = composed.value;
const desk = await signedIn('tiepnhan');
const officer = await signedIn('hotich');
const step = await prepare();
if (setup.sparePages !== undefined) fillUp(setup.sparePages);
process.on('message', (asked: Asked) => void (asked === 'go' && work()));
process.on('disconnect', () => process.exit());
tell({ told: 'ready' });

async function work(): Promise<void> {
  for (;;) {
    try {
      const proof = await step();
      tell({ told: 'done', proof, at: Date.now() });
    } catch (error) {
      const [problem] = problemsOf(error);
      tell({ told: 'refused', code: problem?.code ?? '', message: problem?.message ?? '' });
      await sleep(5);
    }
  }
}

/** Where no small disk can be mounted, SQLite says itself that there is no more space. */
function fillUp(sparePages: number): void {
  const pages = Number(connection?.sqlite.pragma('page_count', { simple: true }));
  connection?.sqlite.pragma(`max_page_count = ${pages + sparePages}`);
}

async function prepare(): Promise<() => Promise<Proof>> {
  switch (setup.work) {
    case 'new':
      return async () => ({ kind: 'dossier', ...(await received()), version: 1 });
    case 'draft':
      return typing();
    case 'correction':
      return correcting(await received());
    case 'entry':
      return entering();
    case 'print':
      return printing(await received());
    case 'upload':
      return uploading(await received());
  }
}

async function received(): Promise<{ dossierId: string }> {
  const { dossierId } = await receiveExample(desk, birth);
  return { dossierId };
}

/** A line more each time. */
async function typing(): Promise<() => Promise<Proof>> {
  const draftId = await typeExample(desk, birth);
  let note = '';
  return async () => {
    const { facts, components, revision } = await desk.drafts.get({ draftId });
    note = `${note}${'a'.repeat(60)}\n`;
    const home = { ...facts, 'requester.note': note };
    await desk.drafts.save({ draftId, revision, facts: home, components });
    return { kind: 'draft', draftId, note };
  };
}

function correcting({ dossierId }: { dossierId: string }): () => Promise<Proof> {
  let turn = 0;
  return async () => {
    const { facts, version } = await desk.dossiers.get({ dossierId });
    turn += 1;
    const name = { family: 'Nguyễn', middle: 'Minh', given: turn % 2 === 0 ? 'An' : 'Anh' };
    const action = {
      kind: 'declaration-corrected',
      facts: { ...facts, 'child.name': name },
      reason: 'Sai chính tả',
    } as const;
    const after = await desk.dossiers.act({ dossierId, seen: version, action });
    return { kind: 'dossier', dossierId, version: after.version };
  };
}

async function entering(): Promise<() => Promise<Proof>> {
  const ready: string[] = [];
  for (let index = 0; index < PREPARED; index += 1) {
    const { dossierId } = await received();
    await desk.dossiers.act({ dossierId, seen: 1, action: { kind: 'dossier-handed-over', note: '' } });
    ready.push(dossierId);
  }
  return async () => {
    const dossierId = ready[0];
    if (dossierId === undefined) return { kind: 'dossier', ...(await received()), version: 1 };
    const { version } = await officer.dossiers.act({
      dossierId,
      seen: 2,
      action: { kind: 'entry-registered' },
    });
    ready.shift();
    return { kind: 'dossier', dossierId, version };
  };
}

function printing({ dossierId }: { dossierId: string }): () => Promise<Proof> {
  return async () => {
    await desk.documents.print({ dossierId, document: 'receipt-slip', copies: 1 });
    const { version } = await desk.dossiers.get({ dossierId });
    return { kind: 'dossier', dossierId, version };
  };
}

/** A small page of its own each time, in one call. */
function uploading({ dossierId }: { dossierId: string }): () => Promise<Proof> {
  let turn = 0;
  return async () => {
    turn += 1;
    const bytes = Buffer.concat([Buffer.from('%PDF-1.7\n'), createHash('sha512').update(`${turn}`).digest()]);
    const { transferId } = await desk.files.begin({
      owner: { dossierId },
      component: '',
      label: `Trang ${turn}`,
      size: bytes.length,
    });
    await desk.files.put({ transferId, offset: 0, bytes: bytes.toString('base64') });
    const { fileId } = await desk.files.finish({ transferId });
    return { kind: 'file', dossierId, fileId };
  };
}

async function signedIn(username: string): Promise<CoreClient> {
  const client = connectInProcess(core, username);
  await client.session.signIn({ username, password: demoPassword });
  return client;
}

function problemsOf(error: unknown): readonly Problem[] {
  if (!(error instanceof ORPCError) || error.code !== 'REFUSED') throw error;
  return (error.data as { problems: Problem[] }).problems;
}

function tell(told: Told): void {
  process.send?.(told);
}
