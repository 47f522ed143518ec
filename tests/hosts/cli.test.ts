import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { auditVerify } from '#main/hosts/cli/audit-verify.ts';
import { backup } from '#main/hosts/cli/backup.ts';
import type { Command } from '#main/hosts/cli/command.ts';
import { diagnose } from '#main/hosts/cli/diagnose.ts';
import { enrol } from '#main/hosts/cli/enrol.ts';
import { officeKey } from '#main/hosts/cli/office-key.ts';
import { rebuild } from '#main/hosts/cli/rebuild.ts';
import { restore } from '#main/hosts/cli/restore.ts';
import { type HostConfig, readHostConfig } from '#main/hosts/host-config.ts';
import { connect } from '#main/store/connection.ts';
import { runEntry } from './office-process.ts';
import { openTestCore, type TestCore } from './test-core.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'mot-cua-cli-'));
const copy = path.join(folder, 'copy.db');
const nowhere = 'http://127.0.0.1:1';
let office: TestCore;
let config: HostConfig;

beforeAll(async () => {
  office = await openTestCore();
  config = configOf(office.config.dataDir);
});
afterAll(async () => {
  await office.remove();
  rmSync(folder, { recursive: true, force: true });
});

describe('the command line', () => {
  it('tells its commands in Vietnamese when it is asked something else', async () => {
    const { code, errors } = await runEntry('cli', {}, 'format-disk');
    expect(code).toBe(2);
    expect(errors).toContain('sao lưu dữ liệu');
  });

  it('ends with 1 when somebody must look', async () => {
    const { code, out } = await runEntry('cli', {}, 'diagnose', '--data-dir', path.join(folder, 'none'));
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({ key: 'none', running: null, store: null });
  });

  it('makes no key and no database by looking', async () => {
    const dataDir = path.join(folder, 'none');
    for (const command of [auditVerify, rebuild, diagnose]) await command.run(configOf(dataDir), []);
    expect(await codesOf(backup, [copy], configOf(dataDir))).toEqual(['store/wrong-key']);
    expect(existsSync(dataDir) || existsSync(copy)).toBe(false);
  });

  it('never makes a second key beside one that rests in a key store of the system', async () => {
    const dataDir = mkdtempSync(path.join(folder, 'installed-'));
    writeFileSync(path.join(dataDir, 'key.wrapped'), 'wrapped');
    expect(await codesOf(auditVerify, [], configOf(dataDir))).toEqual(['store/wrong-key']);
    expect(await codesOf(enrol, [nowhere, 'MA-THU'], configOf(dataDir))).toEqual(['store/wrong-key']);
    expect(readdirSync(dataDir)).toEqual(['key.wrapped']);
  });
});

describe('beside a running core, the command line', () => {
  it('diagnoses without stopping it and without naming anybody', async () => {
    const { lines, attention } = await outcomeOf(diagnose);
    expect(attention).toBe(false);
    const report = lines.join('\n');
    expect(JSON.parse(report)).toMatchObject({
      faults: [],
      key: 'file',
      running: { pid: process.pid },
      store: { quickCheck: [], audit: { intact: true }, outbox: { waiting: expect.any(Number) } },
    });
    expect(report).not.toMatch(/Nguyễn|Phạm|Trần|tiepnhan/);
  });

  it('verifies the audit log and copies the live database, never over another file', async () => {
    expect((await outcomeOf(auditVerify)).lines.join()).toContain('nguyên vẹn');
    expect((await outcomeOf(backup, [copy])).lines.join()).toContain(copy);
    expect(await codesOf(backup, [copy])).toEqual(['backup/failed']);
  });

  it.each<{ name: string; command: Command; args: readonly string[] }>([
    { name: 'restore', command: restore, args: [copy] },
    { name: 'rebuild', command: rebuild, args: [] },
    { name: 'enrol', command: enrol, args: [nowhere, 'MA-THU'] },
  ])('refuses to $name under its feet and says who holds the data', async ({ command, args }) => {
    const outcome = await command.run(config, args);
    expect(outcome).toMatchObject({ ok: false, error: [{ code: 'store/locked-by-other' }] });
    expect(JSON.stringify(outcome)).toContain(String(process.pid));
  });
});

describe('over a closed office, the command line', () => {
  beforeAll(() => office.core.close());

  it('restores a copy, keeps what was there, and says what to do next', async () => {
    expect((await outcomeOf(restore, [copy])).lines.join()).toContain('đồng bộ');
    expect(readdirSync(config.dataDir).some((name) => name.includes('.damaged-'))).toBe(true);
    expect((await outcomeOf(diagnose)).attention).toBe(false);
  });

  it('refuses a copy that is none, and moves nothing', async () => {
    const before = readdirSync(config.dataDir);
    const broken = path.join(folder, 'broken.db');
    writeFileSync(broken, 'not a database'.repeat(1000));
    expect(await codesOf(restore, [broken])).toEqual(['backup/failed']);
    expect(await codesOf(restore, [path.join(folder, 'missing.db')])).toEqual(['backup/failed']);
    expect(readdirSync(config.dataDir)).toEqual(before);
  });

  it('rebuilds lists and search from the log', async () => {
    expect((await outcomeOf(rebuild)).lines.join()).toMatch(/Đã dựng lại từ [1-9]/);
  });

  it('tells why it cannot enrol', async () => {
    expect(await codesOf(enrol, [nowhere, 'MA-THU'])).toEqual(['sync/unreachable']);
    expect(await codesOf(enrol, ['ftp://city', 'MA-THU'])).toEqual(['request/invalid']);
  });

  it('sees a row of the audit log that somebody changed', async () => {
    const key = officeKey(config);
    if (!key.ok) throw new Error('no key');
    const { sqlite } = connect(path.join(config.dataDir, 'office.db'), key.value);
    const guards = sqlite.prepare<[], string>(`SELECT name FROM sqlite_schema WHERE type = 'trigger'`);
    for (const name of guards.pluck().all()) sqlite.exec(`DROP TRIGGER "${name}"`);
    sqlite.prepare(`UPDATE audit_log SET actor = 'somebody else' WHERE seq = 1`).run();
    sqlite.close();
    const { lines, attention } = await outcomeOf(auditVerify);
    expect(attention).toBe(true);
    expect(lines.join()).toContain('KHÔNG');
    expect((await outcomeOf(diagnose)).attention).toBe(true);
  });
});

function configOf(dataDir: string): HostConfig {
  return readHostConfig({ MOT_CUA_DATA_DIR: dataDir, MOT_CUA_MODE: 'demo' });
}

async function outcomeOf(command: Command, args: readonly string[] = []) {
  const outcome = await command.run(config, args);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.error));
  return outcome.value;
}

async function codesOf(command: Command, args: readonly string[], over: HostConfig = config) {
  const outcome = await command.run(over, args);
  return outcome.ok ? [] : outcome.error.map((each) => each.code);
}
