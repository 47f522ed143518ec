import { readHostConfig } from '../host-config.ts';
import { runHost, stopOnSignals } from '../loopback/run-host.ts';
import { startWatchdog } from './watchdog.ts';

/**
 * The core without a window, for an operating-system service: it syncs when nobody is signed in, and windows attach
 * to it. It prints no address: its log must not hold a secret.
 */

const host = await runHost(readHostConfig(process.env), 'group');
if (host.ok) {
  stopOnSignals(host.value);
  startWatchdog(() => host.value.isWell());
  console.log(`Dịch vụ Một Cửa Hộ Tịch đang chạy, cổng ${host.value.port}.`);
} else {
  for (const problem of host.error) console.error(`${problem.message} [${problem.code}]`);
  process.exitCode = 1;
}
