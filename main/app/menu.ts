import { app, Menu } from 'electron';

/** Everything is on the screen; macOS alone needs a menu for copy, paste and quit. */
export function hideMenu(): void {
  Menu.setApplicationMenu(
    process.platform === 'darwin'
      ? Menu.buildFromTemplate([{ label: app.name, submenu: [{ role: 'quit' }] }, { role: 'editMenu' }])
      : null,
  );
}
