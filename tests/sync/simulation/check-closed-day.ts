import { checkBooks } from './check-books.ts';
import { checkCodes } from './check-codes.ts';
import { checkFiles } from './check-files.ts';
import type { Model } from './model.ts';
import type { CityContents } from './simulated-city.ts';
import type { SimulatedDevice } from './simulated-device.ts';

/** What must hold the next morning, when nothing waits for anybody any more. */
export async function checkClosedDay(
  devices: readonly SimulatedDevice[],
  city: CityContents,
  model: Model,
): Promise<void> {
  checkBooks(devices, city);
  checkCodes(devices, city, model);
  await checkFiles(devices, city, model);
}
