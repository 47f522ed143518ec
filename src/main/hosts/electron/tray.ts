import { Menu, nativeImage, Tray } from 'electron';

/** The icon beside the clock. Closing the window keeps the core: unsent dossiers go on being sent. */
export function createTray(
  iconFile: string,
  actions: { readonly open: () => void; readonly quit: () => void },
): Tray {
  const tray = new Tray(nativeImage.createFromPath(iconFile));
  tray.setToolTip('Một Cửa Hộ Tịch');
  tray.setContextMenu(
    Menu.buildFromTemplate([
      { label: 'Mở', click: actions.open },
      { type: 'separator' },
      { label: 'Thoát', click: actions.quit },
    ]),
  );
  tray.on('click', actions.open);
  return tray;
}
