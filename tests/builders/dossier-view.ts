import type { CoreClient } from '#renderer/host-client/core-client.ts';

export type DossierView = Awaited<ReturnType<CoreClient['dossiers']['get']>>;

export const testDossierId = '00000000-0000-7000-8000-0000000000d9';

/** A birth dossier in the officer's hands as the core shows it; override what a test is about. */
export function dossierView(override: Partial<DossierView> = {}): DossierView {
  return {
    dossierId: testDossierId,
    code: '',
    localRef: 'T-Q1-7',
    procedure: 'birth-registration',
    subject: 'Nguyễn Thử Nghiệm',
    applicant: 'Trần Thị Thử',
    status: 'under-review',
    receivedAt: '2026-10-01T01:30:00.000Z',
    dueAt: '2026-10-01T10:00:00.000Z',
    dueDate: '2026-10-01',
    lateness: 'due-today',
    sync: 'waiting',
    files: { total: 0, sent: 0 },
    version: 2,
    nationalCode: 4,
    channel: 'counter',
    facts: {},
    components: [],
    due: {
      at: '2026-10-01T10:00:00.000Z',
      date: '2026-10-01',
      rule: { kind: 'same-day', cutOffMinutes: 900 },
      legalBasis: 'Luật Hộ tịch 2014, Điều 16',
      calendarVersion: 'test',
    },
    extensions: 0,
    money: 'due',
    fees: [
      {
        code: 'birth-late',
        label: 'Đăng ký khai sinh quá hạn',
        unitAmount: 5000,
        quantity: 1,
        amount: 5000,
        legalBasis: 'Nghị quyết thử',
      },
    ],
    holder: 'officer',
    personalId: '',
    supplement: [],
    refusalProposed: '',
    timeline: [
      {
        eventId: '00000000-0000-7000-8000-0000000000e1',
        kind: 'dossier-received',
        text: 'Tiếp nhận hồ sơ',
        detail: '',
        actor: 'Lê Thử Nghiệm',
        at: '2026-10-01T01:30:00.000Z',
        sync: 'accepted',
        receipt: 'BN-1',
        reason: '',
      },
    ],
    actions: [],
    documents: [],
    ...override,
  };
}
