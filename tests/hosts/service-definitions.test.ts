// @vitest-environment jsdom
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { coreNodeFlags } from '#main/hosts/core-node-flags.ts';

const root = path.resolve(import.meta.dirname, '../..');

describe('the definitions of the service', () => {
  it('start what is there, by variables that exist, again after every end', () => {
    const known = readFileSync(path.join(root, 'src/main/hosts/host-config.ts'), 'utf8');
    const unit = readFileSync(path.join(root, 'build/service/motcua.service'), 'utf8');
    const [, flags, script] = /^ExecStart=\S+ (.+) \/opt\/motcua\/(\S+)$/m.exec(unit) ?? [];
    expect(flags).toBe(coreNodeFlags.join(' '));
    expect(script).toBe('src/main/hosts/service/entry.ts');
    expect(unit).toMatch(/^Restart=always$/m);
    const windows = readFileSync(path.join(root, 'build/service/motcua-service.xml'), 'utf8');
    const xml = new DOMParser().parseFromString(windows, 'text/xml');
    const texts = (name: string): readonly string[] =>
      [...xml.querySelectorAll(`service > ${name}`)].map((each) => each.textContent ?? '');
    const atBase = (text = ''): string =>
      path.join(root, 'build/service', text.replace('%BASE%', '').replaceAll('\\', '/'));
    const [entry, ...itsFlags] = texts('argument').toReversed();
    expect(path.relative(root, atBase(entry))).toBe(script);
    expect(existsSync(atBase(entry))).toBe(true);
    expect(itsFlags.toReversed()).toEqual(coreNodeFlags);
    const { optionalDependencies } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
    const [modules, runtime = ''] = path.relative(root, atBase(texts('executable')[0])).split(path.sep);
    expect([modules, Object.keys(optionalDependencies).includes(runtime)]).toEqual(['node_modules', true]);
    expect(xml.querySelector('onfailure')?.getAttribute('action')).toBe('restart');
    const variables = [...xml.querySelectorAll('env')].map((each) => each.getAttribute('name'));
    expect(variables).toEqual(['MOT_CUA_DATA_DIR', 'MOT_CUA_RUN_DIR']);
    for (const [name] of (unit + windows).matchAll(/MOT_CUA_[A-Z_]+/g)) expect(known).toContain(name);
    // The folder that windows look into when nobody told them one.
    const folder = xml.querySelector('env[name=MOT_CUA_RUN_DIR]')?.getAttribute('value')?.split('\\').at(-1);
    expect(known).toContain(`'${folder}'`);
    const [, runtimeFolder] = /^RuntimeDirectory=(\S+)$/m.exec(unit) ?? [];
    expect(known).toContain(`'/run/${runtimeFolder}'`);
  });
});
