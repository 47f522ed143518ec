import { afterAll, expect, it } from 'vitest';
import { testFolder } from '#tests/builders/test-store.ts';
import { defaultTimeouts } from './city-client.ts';
import { enrolDevice } from './enrol-device.ts';
import type { Exchange } from './exchange.ts';

const folder = testFolder();
const store = folder.open();
afterAll(() => folder[Symbol.dispose]());

/** Notes where a request would go; there is no line. */
function deadLine() {
  const asked: string[] = [];
  const exchange: Exchange = {
    async send({ url }) {
      asked.push(url);
      throw new Error('there is no line');
    },
    close() {},
  };
  return { asked, exchange };
}

function enrolAt(cityUrl: string, exchange: Exchange, allowPlainHttp?: boolean) {
  const request = { cityUrl, code: 'MA-THU', device: 'device-1', deviceName: 'Máy thử', allowPlainHttp };
  return enrolDevice(store, exchange, defaultTimeouts, request);
}

it.each([
  'http://hotich.example.vn',
  'http://10.0.0.7:4310',
  'http://127.example.vn',
  'http://localhost.example.vn',
])('sends nothing in the clear to %s', async (address) => {
  const { asked, exchange } = deadLine();
  expect(await enrolAt(address, exchange)).toMatchObject({ error: [{ code: 'sync/plain-http' }] });
  expect(asked).toEqual([]);
});

it.each([
  'https://hotich.example.vn',
  'http://127.0.0.1:4310',
  'http://127.1.2.3',
  'http://localhost:4310',
  'http://[::1]:4310',
])('enrols at %s, where nobody reads along', async (address) => {
  const { asked, exchange } = deadLine();
  expect(await enrolAt(address, exchange)).toMatchObject({ error: [{ code: 'sync/unreachable' }] });
  expect(asked).toEqual([`${address}/v1/enrol`]);
});

it('enrols in the clear where the administrator of the machine allows it', async () => {
  const { asked, exchange } = deadLine();
  await enrolAt('http://10.0.0.7:4310', exchange, true);
  expect(asked).toEqual(['http://10.0.0.7:4310/v1/enrol']);
});
