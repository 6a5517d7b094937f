// Called by electron-builder before signing.

const { copyFileSync, rmSync } = require('node:fs');
const { join } = require('node:path');

exports.default = async ({ appOutDir, electronPlatformName }) => {
  if (electronPlatformName !== 'linux') return;
  const resources = join(appOutDir, 'resources');
  // The stand-in app of the fallback runtime has nothing to do in a shipped one.
  rmSync(join(resources, 'default_app.asar'), { force: true });

  // Where the Electron is older than the driver's own binary, the one compiled for it takes its place, so that the
  // packaged app needs to know nothing about it.
  const binding = process.env.VITRINE_NATIVE_BINDING;
  if (!binding) return;
  const driver = join(resources, 'app.asar.unpacked', 'node_modules', 'better-sqlite3');
  copyFileSync(binding, join(driver, 'prebuilds', 'linux-x64.node'));
};
