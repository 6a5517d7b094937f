import { join } from 'node:path';
import { app, BrowserWindow, nativeTheme } from 'electron';
import { appOrigin } from './protocol';

/** The one window. */
export function createWindow(): BrowserWindow {
  const window = new BrowserWindow({
    width: 1440,
    height: 900,
    minWidth: 1024,
    minHeight: 700,
    show: false,
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#171614' : '#faf8f5',
    autoHideMenuBar: true,
    title: 'Vitrine',
    webPreferences: {
      preload: join(app.getAppPath(), 'out', 'preload', 'preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      spellcheck: false,
      devTools: !app.isPackaged,
      // The idle timer and the 20 seconds at the counter must not be throttled behind another window.
      backgroundThrottling: false,
    },
  });
  window.once('ready-to-show', () => window.show());
  const development = app.isPackaged ? undefined : process.env.ELECTRON_RENDERER_URL;
  void window.loadURL(development ?? `${appOrigin}/`);
  return window;
}
