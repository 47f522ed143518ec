import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  copyFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { rendererDir } from '#scripts/window-build.ts';

const root = path.resolve(import.meta.dirname, '../../..');

export type Platform = 'linux' | 'win';

/** A folder with what a release packs, built anew. The window itself is not under test: a page stands for it. */
export type Project = { readonly dir: string; remove(): void };

export function bundledProject(): Project {
  const dir = mkdtempSync(path.join(tmpdir(), 'mot-cua-pack-'));
  const window = path.join(dir, path.relative(root, rendererDir));
  mkdirSync(window, { recursive: true });
  writeFileSync(path.join(window, 'index.html'), '<title>Một Cửa Hộ Tịch</title>');
  writeFileSync(path.join(dir, 'private-notes.txt'), 'must not be packed');
  copyFileSync(path.join(root, 'package.json'), path.join(dir, 'package.json'));
  for (const folder of ['migrations', 'build'])
    cpSync(path.join(root, folder), path.join(dir, folder), { recursive: true });
  symlinkSync(path.join(root, 'node_modules'), path.join(dir, 'node_modules'));
  run('scripts/build-electron.ts', ['--outDir', path.join(dir, 'dist/electron')]);
  return { dir, remove: () => rmSync(dir, { recursive: true, force: true }) };
}

/**
 * Packs the project as a release does, around a stand-in for Electron: its real binary is not needed to prove
 * what goes into the archive and which fuses are set.
 * @returns the folder that an installer would install
 */
export function pack(project: Project, platform: Platform): string {
  const output = path.join(project.dir, `release-${platform}`);
  run('node_modules/electron-builder/cli.js', [
    ...['--projectDir', project.dir, '--config', path.join(root, 'build/electron-builder.yml')],
    ...[`--${platform}`, '--x64', '--dir', `-c.electronDist=${fakeElectron(project, platform)}`],
    `-c.directories.output=${output}`,
  ]);
  return path.join(output, `${platform}-unpacked`);
}

/** The files of an archive, as `/package.json`. */
export function archived(archive: string): readonly string[] {
  return run('node_modules/@electron/asar/bin/asar.js', ['list', archive]).trim().split('\n');
}

export function extract(archive: string, folder: string): void {
  run('node_modules/@electron/asar/bin/asar.js', ['extract', archive, folder]);
}

/** Any program of the platform, with the fuse wire that Electron carries in its own. */
function fakeElectron(project: Project, platform: Platform): string {
  const dist = path.join(project.dir, `electron-${platform}`);
  mkdirSync(path.join(dist, 'resources'), { recursive: true });
  mkdirSync(path.join(dist, 'locales'));
  for (const language of ['vi', 'en-US', 'fr'])
    writeFileSync(path.join(dist, 'locales', `${language}.pak`), '');
  const binary = path.join(dist, platform === 'win' ? 'electron.exe' : 'electron');
  const program = path.join(root, 'node_modules/electron-winstaller/vendor/Setup.exe');
  if (platform === 'win') copyFileSync(program, binary);
  else writeFileSync(binary, '#!/bin/sh\n', { mode: 0o755 });
  // Sentinel, version 1, nine fuses, as in @electron/fuses.
  appendFileSync(binary, 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX\u0001\u0009101100010', 'latin1');
  return dist;
}

function run(script: string, args: readonly string[]): string {
  const bin = path.join(root, 'node_modules/.bin');
  return execFileSync(process.execPath, [path.join(root, script), ...args], {
    cwd: root,
    env: { ...process.env, PATH: `${bin}${path.delimiter}${process.env.PATH ?? ''}` },
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}
