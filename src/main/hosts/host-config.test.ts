import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readHostConfig } from './host-config.ts';

describe('the host configuration', () => {
  it('starts as a real office with a free port and no city', () => {
    const config = readHostConfig({}, '/somewhere');
    expect(config).toMatchObject({ mode: 'real', port: 0, cityUrl: '', enrolmentCode: '' });
    expect(path.isAbsolute(config.dataDir)).toBe(true);
  });

  it('takes what the environment says', () => {
    const config = readHostConfig({ MOT_CUA_MODE: 'demo', MOT_CUA_PORT: '4100', MOT_CUA_DATA_DIR: 'x' });
    expect(config).toMatchObject({ mode: 'demo', port: 4100, dataDir: path.resolve('x') });
  });

  it('lets nothing go in the clear unless told in so many words', () => {
    expect(readHostConfig({}).allowPlainHttp).toBe(false);
    expect(readHostConfig({ MOT_CUA_ALLOW_PLAIN_HTTP: 'yes' }).allowPlainHttp).toBe(true);
  });

  it.each([
    [{ MOT_CUA_MODE: 'test' }, 'MOT_CUA_MODE'],
    [{ MOT_CUA_PORT: 'http' }, 'MOT_CUA_PORT'],
    [{ MOT_CUA_PORT: '70000' }, 'MOT_CUA_PORT'],
    [{ MOT_CUA_ALLOW_PLAIN_HTTP: '1' }, 'MOT_CUA_ALLOW_PLAIN_HTTP'],
  ])('names the variable that makes no sense: %j', (environment, name) => {
    expect(() => readHostConfig(environment)).toThrow(name);
  });

  it.runIf(process.platform === 'linux')(
    'opens windows of the service where there is one, and no core of its own',
    () => {
      const withService = (environment: Record<string, string>) =>
        readHostConfig(environment, '/somewhere', (folder) => folder === '/run/motcua');
      expect(withService({})).toMatchObject({ runDir: '/run/motcua', ownsCore: false });
      expect(readHostConfig({}, '/somewhere', () => false).ownsCore).toBe(true);
      expect(withService({ MOT_CUA_DATA_DIR: '/data' })).toMatchObject({ runDir: '/data', ownsCore: true });
    },
  );

  it('knows the service, which has both folders, from a window that is told one', () => {
    const run = { MOT_CUA_RUN_DIR: '/run/elsewhere' };
    expect(readHostConfig(run)).toMatchObject({ runDir: path.resolve('/run/elsewhere'), ownsCore: false });
    expect(readHostConfig({ ...run, MOT_CUA_DATA_DIR: '/data' }).ownsCore).toBe(true);
  });
});
