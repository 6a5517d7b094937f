import { join } from 'node:path';
import { app, BrowserWindow } from 'electron';
import { dropDocuments } from '../devices/documents';
import { electronDevices } from '../devices/electron-devices';
import { features } from '../features';
import { systemClock } from '../kernel/clock';
import { Dispatcher } from '../kernel/dispatch';
import { Session } from '../kernel/session';
import { startAutoLock } from './auto-lock';
import { fileLog } from './file-log';
import { listen, tellScreens } from './ipc';
import { openLastShop } from './last-shop';
import { hideMenu } from './menu';
import { declareProtocol, serveApp } from './protocol';
import { guardEverything } from './security';
import { createWindow } from './window';

// It points the database driver at another binary, for development only; a shipped app loads nothing from outside.
if (app.isPackaged) delete process.env.VITRINE_NATIVE_BINDING;

declareProtocol();
// As root (a test machine) Chromium starts only with --no-sandbox, which this call would overrule for half of its
// processes. Every window asks for its sandbox anyway.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();

// A second copy on the same profile would fight the first for the database.
if (!app.requestSingleInstanceLock()) {
  app.quit();
} else {
  void app.whenReady().then(start);
}

function start(): void {
  const home = app.getPath('userData');
  const log = fileLog(join(home, 'logs'));
  const session = new Session();
  const devices = electronDevices();
  guardEverything();
  serveApp();
  hideMenu();

  const dispatcher = new Dispatcher({
    features,
    session,
    clock: systemClock,
    log,
    devices,
    home,
    broadcast: (topics) => {
      // Locked: what was prepared for print holds personal data. Before any shop is open, set-up's sheet stays.
      if (!session.staff && topics.includes('session')) dropDocuments();
      tellScreens('changed', topics);
    },
    onProgress: (progress) => tellScreens('progress', progress),
    checkOutput: !app.isPackaged,
  });
  listen(dispatcher);
  createWindow();
  // After the window has begun to load: opening takes the key's derivation and must not delay the first paint.
  openLastShop(dispatcher, home, devices, log);
  startAutoLock(dispatcher, session, devices);

  app.on('second-instance', () => {
    const window = BrowserWindow.getAllWindows()[0];
    if (window?.isMinimized()) window.restore();
    window?.focus();
  });
  app.on('window-all-closed', () => app.quit());
  app.on('before-quit', () => dispatcher.cancelAll());
  app.on('quit', () => dispatcher.switchShop(null));
}
