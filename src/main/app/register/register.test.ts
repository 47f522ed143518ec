import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CoreClient } from '#main/compose.ts';
import { type OfficeCore, officeCore } from '#tests/builders/office-core.ts';
import { receiveExample } from '#tests/builders/receive-example.ts';
import { refusalOf } from '#tests/builders/refusals.ts';

let office: OfficeCore;
let officer: CoreClient;
let desk: CoreClient;
beforeEach(async () => {
  office = await officeCore();
  officer = await office.signedIn('hotich');
  desk = await office.signedIn('tiepnhan');
});
afterEach(() => office[Symbol.asyncDispose]());

const next = { book: 'birth', year: 2027, volume: '01' } as const;

describe('the register', () => {
  it('has this year’s books open in a demo office', async () => {
    const books = await desk.register.books({});
    expect(books.map(({ book, year, title }) => [book, year, title])).toEqual(
      expect.arrayContaining([
        ['birth', 2026, 'Sổ đăng ký khai sinh'],
        ['death', 2026, 'Sổ đăng ký khai tử'],
      ]),
    );
  });

  it('opens each book once, and goes on from the paper book’s last number', async () => {
    const paper = { ...next, lastNumber: 37 };
    expect(await refusalOf(officer.register.open({ ...paper, startBasis: ' ' }))).toEqual([
      'request/invalid',
    ]);
    const startBasis = 'Trang 12 sổ giấy, Phạm Đức Thử đọc';
    expect(await officer.register.open({ ...paper, startBasis })).toMatchObject({
      lastNumber: 37,
      held: true,
    });
    expect(await refusalOf(officer.register.open({ ...paper, startBasis }))).toEqual([
      'register/book-exists',
    ]);
  });

  it('is opened and closed by officer or leader, not by the desk', async () => {
    const open = desk.register.open({ ...next, lastNumber: 0, startBasis: '' });
    expect(await refusalOf(open)).toEqual(['dossier/role']);
    const unknown = officer.register.open({ ...next, book: 'tennis', lastNumber: 0, startBasis: '' });
    expect(await refusalOf(unknown)).toEqual(['request/invalid']);
  });

  it('gives no number in a year whose book is not open', async () => {
    office.pass({ minutes: 93 * 24 * 60 });
    officer = await office.signedIn('hotich');
    desk = await office.signedIn('tiepnhan');
    const change = { 'child.birthDate': '2026-12-20', 'paper.birthDate': '2026-12-20' };
    const { dossierId } = await receiveExample(desk, 'birth-registration', change);
    await desk.dossiers.act({ dossierId, seen: 1, action: { kind: 'dossier-handed-over', note: '' } });
    const entering = officer.dossiers.act({ dossierId, seen: 2, action: { kind: 'entry-registered' } });
    expect(await refusalOf(entering)).toEqual(['register/no-book']);
    expect(await refusalOf(officer.register.proposal({ dossierId }))).toEqual(['register/no-book']);
  });

  it('shows its entries with their dossiers', async () => {
    const { dossierId } = await receiveExample(desk, 'birth-registration');
    await desk.dossiers.act({ dossierId, seen: 1, action: { kind: 'dossier-handed-over', note: '' } });
    const { entry } = await officer.dossiers.act({
      dossierId,
      seen: 2,
      action: { kind: 'entry-registered' },
    });
    const bookId = entry?.bookId ?? '';
    expect(await officer.register.entries({ bookId })).toMatchObject({
      total: 1,
      rows: [{ dossierId, number: 1, subject: 'Nguyễn Minh Anh' }],
    });
  });
});
