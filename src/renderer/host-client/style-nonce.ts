/** The nonce of this page's style elements; empty where the host sets no policy (development, tests). */
export function styleNonce(): string {
  const content = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';
  return content.startsWith('%') ? '' : content;
}

/** A page shown or printed in a frame keeps this window's policy, so its style elements need its nonce. */
export function withStyleNonce(html: string): string {
  const nonce = styleNonce();
  return nonce === '' ? html : html.replaceAll(/<style(?=[\s>])/g, `<style nonce="${nonce}"`);
}
