/** What the window may reach: its own pages, and nothing else without a person's click. Pure, so it is tested without Electron. */

export const APP_ORIGIN = 'app://mot-cua';

/**
 * Whether an address is a page of ours; anything else is never navigated to, embedded or answered.
 * @param home where our pages come from: our own scheme, or the loopback host of the service this application attached to
 */
export function isOwnUrl(url: string, home: string = APP_ORIGIN): boolean {
  return url === home || url.startsWith(`${home}/`);
}

const openableHosts = ['dichvucong.gov.vn', 'vbpl.vn'];

/** Whether a link may open in the system's browser: https to a listed government site. */
export function mayOpenOutside(url: string): boolean {
  const parsed = URL.parse(url);
  if (parsed === null || parsed.protocol !== 'https:') return false;
  return openableHosts.some((host) => parsed.hostname === host || parsed.hostname.endsWith(`.${host}`));
}

const permissions = ['media', 'serial', 'clipboard-sanitized-write'];

/** Whether our own page may use a device; every other permission and page is refused. */
export function mayUse(permission: string, requestingUrl: string, home: string = APP_ORIGIN): boolean {
  return permissions.includes(permission) && isOwnUrl(requestingUrl, home);
}
