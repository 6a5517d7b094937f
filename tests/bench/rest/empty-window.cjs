// The least an Electron app can be: one sandboxed window with one field. What ours is compared with.
const { app, BrowserWindow } = require('electron');

app.whenReady().then(() => {
  const window = new BrowserWindow({
    width: 1440,
    height: 900,
    show: false,
    webPreferences: { sandbox: true },
  });
  window.once('ready-to-show', () => window.show());
  void window.loadURL('data:text/html,<main><input autofocus></main>');
});
app.on('window-all-closed', () => app.quit());
