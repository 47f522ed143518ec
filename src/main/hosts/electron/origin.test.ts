import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { appFile } from './app-protocol.ts';
import { APP_ORIGIN, isOwnUrl, mayOpenOutside, mayUse } from './origin.ts';

describe('what the window may reach', () => {
  it('is its own pages only', () => {
    expect(isOwnUrl(`${APP_ORIGIN}/index.html`)).toBe(true);
    expect(isOwnUrl(`${APP_ORIGIN}.evil.example/`)).toBe(false);
    expect(isOwnUrl('https://mot-cua/')).toBe(false);
    expect(isOwnUrl('file:///etc/passwd')).toBe(false);
  });

  it('opens only listed government sites outside, over https', () => {
    expect(mayOpenOutside('https://dichvucong.gov.vn/x')).toBe(true);
    expect(mayOpenOutside('https://csdl.dichvucong.gov.vn/x')).toBe(true);
    expect(mayOpenOutside('http://dichvucong.gov.vn/x')).toBe(false);
    expect(mayOpenOutside('https://evil-dichvucong.gov.vn.example/')).toBe(false);
    expect(mayOpenOutside('javascript:alert(1)')).toBe(false);
    expect(mayOpenOutside('not an address')).toBe(false);
  });

  it('uses scanner, camera and clipboard from our page, nothing else', () => {
    expect(mayUse('serial', `${APP_ORIGIN}/`)).toBe(true);
    expect(mayUse('geolocation', `${APP_ORIGIN}/`)).toBe(false);
    expect(mayUse('media', 'https://evil.example/')).toBe(false);
  });
});

describe('what a window of a service may reach', () => {
  const home = 'http://127.0.0.1:4100';

  it('is the pages of that service only, not those of another port', () => {
    expect(isOwnUrl(`${home}/launch#secret`, home)).toBe(true);
    expect(isOwnUrl('http://127.0.0.1:41000/', home)).toBe(false);
    expect(isOwnUrl(`${APP_ORIGIN}/`, home)).toBe(false);
    expect(mayUse('serial', `${home}/`, home)).toBe(true);
    expect(mayUse('serial', 'http://127.0.0.1:4101/', home)).toBe(false);
  });
});

describe('the app protocol', () => {
  const dir = path.resolve('renderer');

  it('answers the window and its files', () => {
    expect(appFile(`${APP_ORIGIN}/`, dir)).toEqual({
      file: path.join(dir, 'index.html'),
      type: 'text/html; charset=utf-8',
    });
    expect(appFile(`${APP_ORIGIN}/assets/main-1.js`, dir)?.file).toBe(path.join(dir, 'assets', 'main-1.js'));
  });

  it.each([
    '/../secret.json',
    '/%2e%2e/secret.json',
    '/..%2fsecret.json',
    '/%E0%A4%A',
    '/core.sqlite',
    '/a%00.html/..%2f..%2fx.json',
  ])('refuses %s or keeps it inside its folder', (address) => {
    const found = appFile(`${APP_ORIGIN}${address}`, dir);
    expect(found === undefined || found.file.startsWith(dir + path.sep)).toBe(true);
  });
});
