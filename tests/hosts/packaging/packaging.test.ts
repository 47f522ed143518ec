import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ToCore } from '#main/hosts/electron/core-messages.ts';
import { books as procedureBooks } from '#shared/procedures/books.ts';
import { archived, bundledProject, extract, type Platform, type Project, pack } from './packed-app.ts';
import type { Told } from './utility-process.ts';

const timeout = 180_000;
let project: Project;

beforeAll(() => {
  project = bundledProject();
}, timeout);
afterAll(() => project.remove());

describe('the bundles for Electron', () => {
  it('are the main process, the core, and a preload that needs nothing but Electron', () => {
    const file = (name: string): string => path.join(project.dir, 'dist/electron', name);
    expect(existsSync(file('main.js')) && existsSync(file('core-process.js'))).toBe(true);
    const preload = readFileSync(file('preload.cjs'), 'utf8');
    expect([...preload.matchAll(/require\(["']([^"']+)["']\)/g)].map((match) => match[1])).toEqual([
      'electron',
    ]);
    expect(preload).not.toMatch(/^(import|export)\b/m);
  });
});

describe.each<{ platform: Platform; program: string; addon: string }>([
  { platform: 'linux', program: 'motcua', addon: 'linux-x64.node' },
  { platform: 'win', program: 'MotCua.exe', addon: 'win32-x64.node' },
])('the application packed for $platform', ({ platform, program, addon }) => {
  let folder: string;
  beforeAll(() => {
    folder = pack(project, platform);
  }, timeout);

  it('holds what it needs and nothing else', () => {
    const files = archived(path.join(folder, 'resources/app.asar'));
    for (const needed of [
      '/dist/electron/main.js',
      '/dist/electron/core-process.js',
      '/dist/electron/preload.cjs',
      '/dist/renderer/index.html',
      '/migrations/device/0010-initial.sql',
      '/build/icons/tray.png',
    ])
      expect(files).toContain(needed);
    const tops = new Set(files.map((file) => file.split('/')[1]));
    expect([...tops].sort()).toEqual(['build', 'dist', 'migrations', 'node_modules', 'package.json']);
    expect(files.filter((file) => /^\/(node_modules|migrations)\/[^/]+$/.test(file)).sort()).toEqual([
      '/migrations/device',
      '/node_modules/better-sqlite3',
    ]);
    expect(files.filter((file) => file.endsWith('.node'))).toEqual([
      `/node_modules/better-sqlite3/prebuilds/${addon}`,
    ]);
  });

  it('has its fuses set: no Node by the back door, only our own archive', async () => {
    const wire = await getCurrentFuseWire(path.join(folder, program));
    const set = (fuse: FuseV1Options): boolean => wire[fuse] === FuseState.ENABLE;
    expect(set(FuseV1Options.RunAsNode)).toBe(false);
    expect(set(FuseV1Options.EnableNodeOptionsEnvironmentVariable)).toBe(false);
    expect(set(FuseV1Options.EnableNodeCliInspectArguments)).toBe(false);
    expect(set(FuseV1Options.GrantFileProtocolExtraPrivileges)).toBe(false);
    expect(set(FuseV1Options.EnableCookieEncryption)).toBe(true);
    expect(set(FuseV1Options.EnableEmbeddedAsarIntegrityValidation)).toBe(true);
    expect(set(FuseV1Options.OnlyLoadAppFromAsar)).toBe(true);
  });

  it('carries only the languages of its clerks', () => {
    expect(existsSync(path.join(folder, 'locales/vi.pak'))).toBe(true);
    expect(existsSync(path.join(folder, 'locales/fr.pak'))).toBe(false);
  });
});

describe('the packed core', () => {
  it(
    'opens a database and answers a window from the archive alone',
    async () => {
      const folder = path.join(project.dir, 'extracted');
      extract(path.join(project.dir, 'release-linux/linux-unpacked/resources/app.asar'), folder);
      const child = fork(path.join(import.meta.dirname, 'utility-process.ts'), [
        path.join(folder, 'dist/electron/core-process.js'),
      ]);
      const config = {
        dataDir: path.join(project.dir, 'data'),
        mode: 'demo',
        deviceName: 'Máy thử',
        cityUrl: '',
        enrolmentCode: '',
        rendererDir: folder,
        runDir: folder,
        ownsCore: true,
        passphraseFile: '',
        allowPlainHttp: false,
        port: 0,
      } as const;
      child.send({ kind: 'start', config, keyHex: '07'.repeat(32) } satisfies ToCore);
      expect(await told(child)).toEqual({ kind: 'ready' });
      child.send({ kind: 'window', name: 'first' } satisfies ToCore);
      expect(await told(child)).toMatchObject({ kind: 'window-saw', books: procedureBooks().length });
      child.send({ kind: 'stop' } satisfies ToCore);
      expect(await told(child)).toEqual({ kind: 'stopped' });
      child.kill();
      await once(child, 'exit');
    },
    timeout,
  );
});

async function told(child: ChildProcess): Promise<Told> {
  const [message] = await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(([code]) => Promise.reject(new Error(`the core ended with ${code}`))),
  ]);
  return message;
}
