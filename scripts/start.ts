/**
 * The demo office in one command: a city server that can be taken down, a core with demo accounts, and a window.
 * Electron when its binary is there, otherwise the same application in a browser.
 */
import path from 'node:path';
import readline from 'node:readline';
import { DEMO_ENROLMENT_CODE } from '#shared/dossiers/demo-office.ts';
import { startApp } from './application.ts';
import { DemoCity } from './demo-city.ts';
import { ensureWindow } from './window-build.ts';

const dataDir = path.resolve(process.env.MOT_CUA_DEMO_DIR ?? '.data/demo');
const city = new DemoCity({
  port: Number(process.env.MOT_CUA_DEMO_CITY_PORT ?? 4870),
  dataDir: path.join(dataDir, 'city'),
});

ensureWindow();
console.log('Đang khởi động máy chủ thành phố thử nghiệm…');
await city.start();
const app = await startApp({
  MOT_CUA_MODE: 'demo',
  MOT_CUA_DATA_DIR: path.join(dataDir, 'office'),
  MOT_CUA_CITY_URL: city.url,
  MOT_CUA_ENROLMENT_CODE: DEMO_ENROLMENT_CODE,
});
console.log(`
Máy chủ thành phố: ${city.url} (API: ${city.url}/docs)
Gõ m rồi Enter để tắt hoặc bật lại máy chủ thành phố (thử khi mất mạng). Gõ q rồi Enter để thoát.`);

readline
  .createInterface({ input: process.stdin })
  .on('line', (line) => void command(line.trim().toLowerCase()));
process.once('SIGINT', () => void quit());
process.once('SIGTERM', () => void quit());
app.once('exit', () => void quit());

async function command(key: string): Promise<void> {
  if (key === 'q') return quit();
  if (key !== 'm') return;
  if (city.running) {
    await city.stop();
    console.log(
      'Máy chủ thành phố đã TẮT. Cứ tiếp nhận hồ sơ như thường; việc chưa gửi nằm an toàn trên máy.',
    );
  } else {
    await city.start();
    console.log('Máy chủ thành phố đã BẬT. Hàng chờ sẽ tự gửi.');
  }
}

async function quit(): Promise<void> {
  if (app.exitCode === null) app.kill('SIGTERM');
  await city.stop();
  process.exit(0);
}
