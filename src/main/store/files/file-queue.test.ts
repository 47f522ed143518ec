import { expect, test } from 'vitest';
import { at, clerk, next, received } from '#tests/builders/store-events.ts';
import { testFolder } from '#tests/builders/test-store.ts';

const content = (digit: string, size: number) => ({
  ...{ sha256: digit.repeat(64), size, mime: 'image/jpeg' as const },
});

test('bytes wait for their event, small pictures go first, and a city that lost events is asked again', () => {
  using folder = testFolder();
  const store = folder.open();
  const [big, small] = [content('a', 900), content('b', 90)];
  const payload = { fileId: '00000000-0000-7000-8000-00000000f001', component: '', label: 'Trang 1', ...big };
  const by = { actor: clerk, at: at(1) };
  store.write((writer) => {
    writer.append([received(1)], by);
    writer.files.keepContent({ ...big, wrappedKey: 'k' }, 1);
    writer.files.keepContent({ ...small, wrappedKey: 'k' }, 0);
    writer.append([next(1, 'file-attached', 1, { ...payload, preview: small })], by);
  });
  const nextToSend = () => store.read((reader) => reader.files.nextToSend([])?.sha256);
  expect(nextToSend()).toBeUndefined();
  store.write((writer) =>
    writer.settle(
      writer.nextToSend(at(2), 10).map(({ id }, index) => ({
        ...{ id, outcome: 'accepted', feedSeq: index + 1, receipt: `R${index + 1}`, acceptedAt: at(2) },
      })) as Parameters<typeof writer.settle>[0],
      at(2),
    ),
  );
  expect(nextToSend()).toBe(small.sha256);
  store.write((writer) => writer.files.saveUpload(small.sha256, { state: 'accepted' }));
  expect(nextToSend()).toBe(big.sha256);
  store.write((writer) => writer.files.saveUpload(big.sha256, { state: 'accepted' }));
  expect(nextToSend()).toBeUndefined();
  expect(store.read((reader) => reader.dossierRows({ limit: 1, offset: 0 }).rows[0]?.files)).toEqual({
    total: 1,
    sent: 1,
  });
  store.write((writer) => writer.safety.loseFeedAfter(1));
  expect(store.read((reader) => reader.files.queue())).toEqual({
    waiting: 2,
    needsYou: 0,
    waitingBytes: 990,
  });
});
