// Everything a fresh clone needs: npm dependencies, system packages, the Electron runtime. Each step looks first and
// does nothing when all is there, so that a second start costs well under a second.
//
// Plain Node >= 20 without dependencies. `node scripts/setup.mjs` only sets up.

import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import {
  bin,
  capture,
  isMain,
  lastLines,
  main,
  modules,
  pinnedNode,
  progress,
  readJson,
  root,
  SetupFailure,
  say,
  seconds,
  show,
  spokenTo,
  withLock,
} from './lib/steps.mjs';
import { installDebianPackages, missingPackages } from './lib/system.mjs';
import { knownRuntime } from './runtime.mjs';

const OLDEST_NODE = 20;

/** True where Electron has no screen to open a window on, so that a virtual one (Xvfb) is needed. */
export const needsVirtualDisplay = process.platform === 'linux' && !process.env.DISPLAY;

/**
 * Sets up what is missing and answers the runtime: { electronDist, electronVersion, nativeBinding, source }.
 * `electron: false` for what runs on Node alone: neither the runtime nor the system's libraries are touched.
 */
export async function setUp({ electron = true, virtualDisplay = needsVirtualDisplay, tests = false } = {}) {
  checkNode();
  if (!dependenciesAreInstalled()) await withLock('setup', installDependencies);
  if (!electron) return undefined;
  await installSystemPackages({ virtualDisplay, tests });
  return knownRuntime() ?? (await prepareRuntime());
}

function checkNode() {
  const [major] = process.versions.node.split('.');
  if (Number(major) < OLDEST_NODE) {
    throw new SetupFailure(
      `This is Node ${process.versions.node}; Vitrine needs Node ${OLDEST_NODE} or newer to set itself up.`,
      'install a current Node (on Debian 12 for instance from nodejs.org), then run this again.',
    );
  }
}

/**
 * Compares the lock file with what npm noted when it installed. Not a stamp of our own: whoever runs `npm install`
 * by hand is in step too, and nothing is wiped under the feet of a running app.
 */
function dependenciesAreInstalled() {
  const wanted = readJson(join(root, 'package-lock.json'))?.packages;
  const present = readJson(join(modules, '.package-lock.json'))?.packages;
  if (!wanted)
    throw new SetupFailure('package-lock.json is missing or damaged.', 'git checkout package-lock.json');
  if (!present || !existsSync(bin('node'))) return false;
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '') return true;
    const installed = present[path];
    // Optional packages are for some platforms only.
    if (!installed) return entry.optional === true || entry.devOptional === true;
    return installed.version === entry.version && installed.integrity === entry.integrity;
  });
}

async function installDependencies() {
  // Another set-up may have done it while this one waited for the lock.
  if (dependenciesAreInstalled()) return;
  const count = Object.keys(readJson(join(root, 'package-lock.json')).packages).length - 1;
  const started = Date.now();
  say('Setting up: npm dependencies');
  const line = progress(`${count} packages`);
  line.update('installing …');
  const timer = setInterval(
    () => line.update(`installing, usually about a minute: ${seconds(started)}`),
    1000,
  );
  const npm = (...args) =>
    capture('npm', [...args, '--no-audit', '--no-fund', '--loglevel=error'], {
      env: process.env,
      shell: process.platform === 'win32',
    });
  let result;
  try {
    // Without install scripts: npm would compile the database driver, which brings its binaries, with headers from a
    // host that a shop's network may not reach. Only the Node that the lock file pins has a script that is needed.
    result = await npm('ci', '--ignore-scripts');
    // npm refuses a lock file without the optional packages of other platforms, which is what it writes itself where a
    // registry does not have them. A plain install keeps to the locked versions and leaves the lock file alone.
    if (result.text.includes('EUSAGE')) result = await npm('install', '--no-save', '--ignore-scripts');
    if (result.code === 0) result = await npm('rebuild', 'node', '--ignore-scripts=false');
  } finally {
    clearInterval(timer);
  }
  if (result.code !== 0) {
    line.done('failed');
    throw new SetupFailure(
      `npm could not install the dependencies:\n${lastLines(result.text, 15)}`,
      'check that `npm ping` works and that nothing of this project is running, then run this again.',
    );
  }
  if (!existsSync(bin('node'))) {
    throw new SetupFailure(
      'The dependencies are there, but without the Node they pin: its install script left none.',
      'delete node_modules, then run this again; `npm rebuild node --foreground-scripts` shows what that script says.',
    );
  }
  line.done(`installed (${seconds(started)})`);
}

async function installSystemPackages(wanted) {
  const { needed, useful } = missingPackages(wanted);
  if (needed.length + useful.length === 0) return;
  say('Setting up: system packages');
  if (needed.length > 0) await installDebianPackages(needed, 'to run Electron');
  if (useful.length > 0) {
    await installDebianPackages(useful, 'for Chinese characters and the tests of printed pages', {
      optional: true,
    });
  }
}

/** On the pinned Node, in a process of its own: this one may be running on an older one. */
async function prepareRuntime() {
  say('Setting up: the Electron runtime');
  const code = await show(pinnedNode(), [join(root, 'scripts', 'runtime.mjs')], {
    stdio: ['ignore', spokenTo(), 2],
  });
  const runtime = knownRuntime();
  if (code !== 0 || !runtime)
    throw new SetupFailure('The Electron runtime is not ready.', 'see the lines above.');
  return runtime;
}

if (isMain(import.meta)) {
  await main(async () => {
    const started = Date.now();
    if (process.argv.includes('--again'))
      rmSync(join(modules, '.cache', 'vitrine-runtime.json'), { force: true });
    const runtime = await setUp({ tests: true });
    say(
      `Everything is in place (${seconds(started)}): Electron ${runtime.electronVersion}, ${runtime.source}.`,
    );
  });
}
