import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { _electron } from 'playwright-core';
import { expect, it } from 'vitest';
import { electronBinary } from '#scripts/electron-binary.ts';
import { ensureElectronBundle, ensureWindow } from '#scripts/window-build.ts';

const root = path.resolve(import.meta.dirname, '../../..');
const executablePath = electronBinary();

/** Electron wants a screen, and on Linux an unlocked key store, which a build machine seldom has. */
const missing =
  executablePath === undefined
    ? 'Không có Electron trên máy này'
    : process.platform === 'linux' && !(process.env.DISPLAY && process.env.DBUS_SESSION_BUS_ADDRESS)
      ? 'Có Electron nhưng máy này không có màn hình và kho khóa'
      : undefined;

it('Electron opens one sandboxed window on our own page, when it is installed', async () => {
  if (missing !== undefined) {
    console.log(`${missing}: KHÔNG kiểm tra được cửa sổ Electron.`);
    return;
  }
  ensureWindow();
  ensureElectronBundle();
  const dataDir = mkdtempSync(path.join(tmpdir(), 'mot-cua-electron-'));
  const app = await _electron.launch({
    ...(executablePath !== undefined && { executablePath }),
    args: [root],
    env: { ...process.env, MOT_CUA_MODE: 'demo', MOT_CUA_DATA_DIR: dataDir },
  });
  try {
    const page = await app.firstWindow();
    expect(page.url()).toMatch(/^app:\/\/mot-cua\//);
    await page.getByRole('button', { name: 'Đăng nhập' }).waitFor();
    const seen = await page.evaluate(() => ({
      bridge: Object.keys(window.motCua ?? {}).sort(),
      node: ['require', 'process', 'module'].filter((name) => name in window),
    }));
    expect(seen).toEqual({ bridge: ['print', 'savePdf'], node: [] });
    expect(app.windows()).toHaveLength(1);
  } finally {
    await app.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}, 180_000);
