import { join } from 'node:path';
import { app, BrowserWindow, dialog } from 'electron';
import type { Feature } from '../kernel/handlers';
import { fileLog } from './file-log';
import { type Answering, listen } from './ipc';
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
  guardEverything();
  serveApp();
  hideMenu();
  createWindow();
  const counter = loadCounter();
  listen(counter);
  // Without it every question would wait for ever, behind an empty window.
  counter.catch(giveUp);

  app.on('second-instance', () => {
    const window = BrowserWindow.getAllWindows()[0];
    if (window?.isMinimized()) window.restore();
    window?.focus();
  });
  app.on('window-all-closed', () => app.quit());
}

/** What stands behind the first screen is read while the window's own process starts. */
async function loadCounter(): Promise<Answering> {
  // In pieces, so that the page's files are handed over between them.
  await import('../db/sql');
  const { startCounter } = await import('./counter');
  const home = app.getPath('userData');
  return startCounter(home, fileLog(join(home, 'logs')), readFeatures);
}

/** The features are most of the program. In pieces, too: the screen that is shown meanwhile may ask something. */
async function readFeatures(): Promise<readonly Feature[]> {
  try {
    await import('@shared/contract');
    return (await import('../features')).features;
  } catch (error) {
    return giveUp(error);
  }
}

function giveUp(error: unknown): never {
  dialog.showErrorBox('Vitrine', String(error));
  app.exit(1);
  throw error;
}
