import { contextBridge, ipcRenderer } from 'electron';

/**
 * The only bridge into the sandboxed window: it hands over the core's port and asks the host to print. It knows
 * no call of the contract; the port carries those.
 */
contextBridge.exposeInMainWorld('motCua', {
  print: (html: string, options: { readonly copies?: number }) => ipcRenderer.invoke('print', html, options),
  savePdf: (html: string, fileName: string) => ipcRenderer.invoke('save-pdf', html, fileName),
});

window.addEventListener('message', (event) => {
  if (event.source === window && event.data === 'mot-cua:want-port') ipcRenderer.send('want-port');
});

ipcRenderer.on('port', (event) => {
  window.postMessage('mot-cua:port', '*', [...event.ports]);
});
