/** The application alone, without a city server: set MOT_CUA_DATA_DIR, MOT_CUA_CITY_URL, MOT_CUA_MODE as needed. */
import { startApp } from './application.ts';
import { ensureWindow } from './window-build.ts';

ensureWindow();
const app = await startApp({});
process.once('SIGINT', () => app.kill('SIGTERM'));
process.once('SIGTERM', () => app.kill('SIGTERM'));
app.once('exit', (code) => process.exit(code ?? 0));
