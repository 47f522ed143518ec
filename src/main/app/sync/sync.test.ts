import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CoreClient } from '#main/compose.ts';
import { type OfficeCore, officeCore } from '#tests/builders/office-core.ts';
import { receiveExample } from '#tests/builders/receive-example.ts';
import { refusalOf } from '#tests/builders/refusals.ts';

let office: OfficeCore;
let desk: CoreClient;
beforeEach(async () => {
  office = await officeCore();
  desk = await office.signedIn('tiepnhan');
});
afterEach(() => office[Symbol.asyncDispose]());

describe('the queue, as people see it', () => {
  it('shows a clerk own items, a leader all, an IT administrator all without names', async () => {
    await receiveExample(desk, 'birth-registration');
    const own = await desk.sync.items({});
    expect(own.rows).toMatchObject([
      { text: 'Tiếp nhận hồ sơ', subject: 'Nguyễn Minh Anh', state: 'waiting', actor: 'Nguyễn Thu Mẫu' },
    ]);
    const officer = await office.signedIn('hotich');
    expect((await officer.sync.items({})).total).toBe(0);
    const leader = await office.signedIn('lanhdao');
    const all = await leader.sync.items({ states: ['waiting'] });
    expect(all.rows.map((row) => row.text)).toContain('Mở sổ hộ tịch');
    const administrator = await office.signedIn('cntt');
    const bare = await administrator.sync.items({});
    expect(bare.total).toBe(all.total);
    expect(bare.rows.every((row) => row.subject === '')).toBe(true);
  });

  it('says that a machine that is not enrolled still works', async () => {
    await receiveExample(desk, 'birth-registration');
    const status = await desk.sync.status({});
    expect(status).toMatchObject({ connection: 'not-enrolled', counts: { waiting: 1 } });
    expect(status.message).not.toBe('');
  });

  it('retries an own item and not somebody else’s', async () => {
    await receiveExample(desk, 'birth-registration');
    const [item] = (await desk.sync.items({})).rows;
    const eventId = item?.eventId ?? '';
    expect(await desk.sync.retry({ eventId })).toMatchObject({ counts: { waiting: 1 } });
    const officer = await office.signedIn('hotich');
    expect(await refusalOf(officer.sync.retry({ eventId }))).toEqual(['sync/not-found']);
  });
});
