import { openStore } from '#main/store/open.ts';
import { at, clerk, received } from './store-events.ts';
import { newTestId, testDevice, testKey, testOfficeId } from './test-store.ts';

/** A core that saves one dossier after another, tells each saved sequence to its parent, and waits to be killed. */
const file = process.argv[2] ?? '';
const store = openStore({
  file,
  key: testKey,
  deviceId: testDevice,
  officeId: testOfficeId,
  newId: newTestId,
});
if (!store.ok) throw new Error(JSON.stringify(store.error));
const { read, write } = store.value;
let count = read((reader) => reader.outboxCounts().waiting);

function saveNext(): void {
  count += 1;
  const [event] = write((writer) => writer.append([received(count)], { actor: clerk, at: at(1) }));
  process.send?.(event?.deviceSeq ?? 0);
  setImmediate(saveNext);
}

saveNext();
