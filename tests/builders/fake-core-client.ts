import type { CoreClient } from '#renderer/host-client/core-client.ts';
import type { SessionStatus } from '#renderer/shell/session.ts';
import type { SafetyStatus } from '#renderer/shell/use-safety-status.ts';
import type { SyncStatus } from '#renderer/shell/use-sync-status.ts';
import { testOffice } from './offices.ts';

/** The calls a test answers itself, topic by topic. */
export type FakeCalls = { readonly [Topic in keyof CoreClient]?: Partial<CoreClient[Topic]> };

export const testMe: NonNullable<SessionStatus['me']> = {
  accountId: '00000000-0000-7000-8000-0000000000a1',
  username: 'tiepnhan',
  fullName: 'Lê Thử Nghiệm',
  roles: ['reception-clerk'],
  mustChangePassword: false,
  textSize: 'medium',
  colourScheme: 'light',
};

export const testStatus: SessionStatus = {
  office: { ...testOffice, signers: [...testOffice.signers] },
  deviceName: 'Quầy 1',
  mode: 'real',
  demoAccounts: [],
  me: testMe,
  run: 'first',
  locked: false,
  autoLockMinutes: 15,
  today: '2026-10-01',
};

export const testSyncStatus: SyncStatus = {
  connection: 'online',
  message: '',
  lastContactAt: '2026-10-01T01:00:00.000Z',
  lastTriedAt: '2026-10-01T01:00:00.000Z',
  nextTryAt: '',
  counts: { waiting: 0, sending: 0, 'needs-you': 0, accepted: 0, refused: 0, resolved: 0 },
  oldestWaitingAt: '',
  city: 'https://thanhpho.example.vn',
};

export const testSafetyStatus: SafetyStatus = {
  ...{ stop: '', clock: 'checked', stalledSince: '' },
  missing: [],
  offers: { waiting: 0, taken: 0, stopped: 0 },
  secondCopy: { folder: '', behind: 0, missing: { files: 0, bytes: 0 }, lastWrittenAt: '', failed: false },
};

const defaults: FakeCalls = {
  session: { status: async () => testStatus },
  sync: { status: async () => testSyncStatus },
  safety: { status: async () => testSafetyStatus },
  drafts: { list: async () => [] },
  files: {
    list: async () => ({ files: [], total: 0, sent: 0 }),
    progress: async () => ({ waiting: 0, waitingBytes: 0, needsYou: 0 }),
  },
  changes: { watch: () => new Promise(() => {}) },
};

/** A core for component tests: answers what the test gives, plain defaults, and says which call it was not given. */
export function fakeCoreClient(calls: FakeCalls = {}): CoreClient {
  return new Proxy({} as CoreClient, {
    get: (_client, topic: keyof CoreClient) =>
      new Proxy(
        {},
        {
          get: (_topic, call: string) => {
            const answers = { ...defaults[topic], ...calls[topic] } as Record<string, unknown>;
            return (
              answers[call] ??
              (() => Promise.reject(new Error(`the test gives no answer to ${topic}.${call}`)))
            );
          },
        },
      ),
  });
}
