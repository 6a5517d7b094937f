// Stands in for Electron's own default app inside the fallback runtime: takes `-r module` (Playwright's loader), then
// starts the app in the folder it is given.
//
// An ES module, like Electron's own: Electron holds back `ready` until the whole import below has been evaluated, as it
// does in a packaged app. From CommonJS the app would start after `ready`, too late to declare its protocol.

import { readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const require = createRequire(import.meta.url);
const { app } = require('electron');

const preloads = [];
let target;
const args = process.argv.slice(1);
for (let i = 0; i < args.length; i++) {
  const arg = args[i];
  if (arg === '-r' || arg === '--require') preloads.push(args[++i]);
  else if (arg === '-v' || arg === '--version') {
    process.stdout.write(`v${process.versions.electron}\n`);
    process.exit(0);
  } else if (!arg.startsWith('-')) {
    target = arg;
    break;
  }
}

process.defaultApp = true;
for (const preload of preloads) require(resolve(preload));

if (target === undefined) {
  process.stderr.write('Give the folder of an app.\n');
  process.exit(1);
}

const given = resolve(target);
let entry = given;
if (statSync(given).isDirectory()) {
  const manifest = JSON.parse(readFileSync(join(given, 'package.json'), 'utf8'));
  if (manifest.version) app.setVersion(manifest.version);
  app.setName(manifest.productName || manifest.name || 'Electron');
  app.setAppPath(given);
  entry = join(given, manifest.main || 'index.js');
} else {
  app.setAppPath(dirname(given));
}

try {
  await import(pathToFileURL(entry).href);
} catch (error) {
  process.stderr.write(`The app in ${given} did not start:\n${error?.stack ?? error}\n`);
  process.exit(1);
}
