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

  it.each([
    [{ MOT_CUA_MODE: 'test' }, 'MOT_CUA_MODE'],
    [{ MOT_CUA_PORT: 'http' }, 'MOT_CUA_PORT'],
    [{ MOT_CUA_PORT: '70000' }, 'MOT_CUA_PORT'],
  ])('names the variable that makes no sense: %j', (environment, name) => {
    expect(() => readHostConfig(environment)).toThrow(name);
  });
});
