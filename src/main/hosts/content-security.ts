/**
 * What a window may load, the same in every host: nothing from outside, no eval, no inline script.
 * Inline style attributes are allowed because print previews place text in millimetres; style elements need the
 * nonce of their page.
 * @param nonce fresh for each page
 */
export function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src-elem 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' blob: data:",
    "font-src 'self'",
    "connect-src 'self'",
    "frame-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'self'",
  ].join('; ');
}

/** The window's page with its nonce in place; the page carries `%CSP_NONCE%` where the nonce belongs. */
export function withNonce(html: string, nonce: string): string {
  return html.replaceAll('%CSP_NONCE%', nonce);
}
