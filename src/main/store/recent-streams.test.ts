import { expect, test } from 'vitest';
import {
  at,
  bookOpened,
  clerk,
  dossierStream,
  received,
  throughRegister,
} from '#tests/builders/store-events.ts';
import { testFolder } from '#tests/builders/test-store.ts';

const by = { actor: clerk, at: at(1) };

test('a stream read again shows what was added to it, and where the city put it', () => {
  using folder = testFolder();
  const store = folder.open();
  const stream = dossierStream(1);
  const read = () => store.read((reader) => reader.streamEvents(stream));
  store.write((writer) => writer.append([bookOpened(), ...throughRegister(1, 1, 'Trần Đức Quý')], by));
  const before = read();
  const [first] = before;
  store.write((writer) =>
    writer.settle(
      [{ id: first?.id ?? '', outcome: 'accepted', feedSeq: 7, receipt: 'r', acceptedAt: at(2) }],
      at(2),
    ),
  );
  expect(read()).toEqual(before.map((event) => (event === first ? { ...event, feedSeq: 7 } : event)));
});

test('an event of a transaction that was undone is not remembered', () => {
  using folder = testFolder();
  const store = folder.open();
  const write = (subject: string, fails: boolean) =>
    store.write((writer) => {
      writer.append([received(1, subject)], by);
      writer.streamEvents(dossierStream(1));
      if (fails) throw new Error('undone');
    });
  expect(() => write('Nguyễn Thị Hoa', true)).toThrow('undone');
  expect(store.read((reader) => reader.streamEvents(dossierStream(1)))).toEqual([]);
  write('Lê Thị Cúc', false);
  const subjects = store.read((reader) =>
    reader.dossierRows({ limit: 5, offset: 0 }).rows.map((row) => row.subject),
  );
  expect(subjects).toEqual(['Lê Thị Cúc']);
});

test('streams beyond those remembered are read from the log', () => {
  using folder = testFolder();
  const store = folder.open();
  const numbers = Array.from({ length: 40 }, (_, index) => index + 1);
  store.write((writer) =>
    writer.append(
      numbers.map((n) => received(n, `Phạm Văn ${n}`)),
      by,
    ),
  );
  const counts = store.read((reader) => numbers.map((n) => reader.streamEvents(dossierStream(n)).length));
  expect(counts).toEqual(numbers.map(() => 1));
});
