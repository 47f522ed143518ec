import fc from 'fast-check';
import { expect, test } from 'vitest';
import { twoDevices } from '#tests/builders/two-devices.ts';

const step = fc.record({
  device: fc.integer({ min: 0, max: 1 }),
  what: fc.constantFrom('receive', 'act', 'act', 'register', 'push', 'push-reply-lost', 'pull'),
  pick: fc.nat(1_000),
});

test('projections made anew from the log equal the live ones, whatever two devices did and the city answered', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 10, maxLength: 60 }), (steps) => {
      using devices = twoDevices();
      for (const { device, what, pick } of steps) devices.take(device, what, pick);
      for (const device of [0, 1]) {
        const live = devices.projections(device);
        devices.store(device).rebuildProjections();
        expect(devices.projections(device)).toEqual(live);
      }
    }),
    { numRuns: 25 },
  );
});

test('two devices that have heard everything agree on every dossier without a held item', () => {
  let compared = 0;
  fc.assert(
    fc.property(fc.array(step, { minLength: 10, maxLength: 60 }), (steps) => {
      using devices = twoDevices();
      for (const { device, what, pick } of steps) devices.take(device, what, pick);
      devices.drain();
      const [here, there] = [0, 1].map((device) => devices.acceptedDossiers(device));
      compared += here?.size ?? 0;
      expect(here).toEqual(there);
    }),
    { numRuns: 25 },
  );
  expect(compared).toBeGreaterThan(0);
});
