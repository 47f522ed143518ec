import type { ElectronBridge, Host } from './host.ts';

export function electronHost(bridge: ElectronBridge): Host {
  return {
    kind: 'electron',
    print: (html, options) => bridge.print(html, options ?? {}),
    savePdf: (html, fileName) => bridge.savePdf(html, fileName),
  };
}
