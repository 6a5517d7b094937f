import { createReadStream, existsSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import type { BuildKind } from '@shared/contract/updates';
import type { UpdatePlace } from '@shared/domain/update-place';
import { app, type Session } from 'electron';
import type { AppUpdater, CancellationToken } from 'electron-updater';
import type { FetchProgress, Updater } from '../kernel/devices';
import { idleUpdater } from './idle-updater';

const answersWithinMs = 30_000;
const stallsAfterMs = 60_000;

/** A name nobody can own: requests to it never leave this computer, they are answered from the chosen folder. */
const folderOrigin = 'https://folder.invalid';

/** The updater of the running build: one that asks nobody where the build cannot renew itself. */
export function electronUpdater(): Updater {
  const build = kindOfBuild();
  return build === 'self' ? selfUpdater() : idleUpdater(app.getVersion(), build);
}

function kindOfBuild(): BuildKind {
  if (!app.isPackaged) return 'development';
  if (process.platform === 'win32') {
    // Only the installer leaves this beside the program.
    const uninstaller = join(dirname(process.execPath), `Uninstall ${app.getName()}.exe`);
    return existsSync(uninstaller) ? 'self' : 'folder';
  }
  if (process.platform === 'darwin') return 'self';
  if (process.env.APPIMAGE) return 'self';
  // Written by electron-builder into a deb; the system's own tools renew that, with the administrator's password.
  return existsSync(join(process.resourcesPath, 'package-type')) ? 'package' : 'folder';
}

function selfUpdater(): Updater {
  let waiting: { version: string; updater: AppUpdater } | null = null;
  const forget = () => {
    if (waiting) waiting.updater.autoInstallOnAppQuit = false;
    waiting = null;
  };
  return {
    version: app.getVersion(),
    build: 'self',
    get waiting() {
      return waiting?.version ?? null;
    },
    async look(place, signal) {
      return newerVersion(await updaterFor(place), signal);
    },
    async fetch(place, signal, onProgress) {
      const updater = await updaterFor(place);
      const version = await newerVersion(updater, signal);
      if (version === null) return null;
      await download(updater, signal, onProgress);
      forget();
      waiting = { version, updater };
      return version;
    },
    forget,
  };
}

/** A fresh updater for every question, so that nothing of an earlier place lives on in it. */
async function updaterFor(place: UpdatePlace): Promise<AppUpdater> {
  // Read only now: a shop without a place never loads it.
  const { AppImageUpdater, MacUpdater, NsisUpdater } = await import('electron-updater');
  const url = place.kind === 'web' ? place.address : `${folderOrigin}/`;
  const options = { provider: 'generic', url } as const;
  const updater =
    process.platform === 'win32'
      ? new NsisUpdater(options)
      : process.platform === 'darwin'
        ? new MacUpdater(options)
        : new AppImageUpdater(options);
  updater.logger = null;
  updater.autoDownload = false;
  updater.autoInstallOnAppQuit = true;
  updater.allowDowngrade = false;
  // The whole file, checked by its hash: simpler to trust than one patched together, and no second file to publish.
  updater.disableDifferentialDownload = true;
  updater.disableWebInstaller = true;
  // The library would send a number that tells this computer from others.
  updater.requestHeaders = { 'x-user-staging-id': '' };
  keepTo(place, updater.netSession);
  return updater;
}

/** The updater's own session reaches the place and nothing else, wherever a list or a redirect points. */
function keepTo(place: UpdatePlace, session: Session): void {
  const origin = place.kind === 'web' ? new URL(place.address).origin : folderOrigin;
  session.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: new URL(url).origin !== origin }));
  if (session.protocol.isProtocolHandled('https')) session.protocol.unhandle('https');
  if (place.kind === 'folder')
    session.protocol.handle('https', ({ url }) => fileOf(place.folder, new URL(url).pathname));
}

/** A file that lies directly in the folder. */
function fileOf(folder: string, pathname: string): Response {
  const file = join(folder, basename(decodeURIComponent(pathname)));
  const stat = statSync(file, { throwIfNoEntry: false });
  if (!stat?.isFile()) return new Response('', { status: 404 });
  const body = Readable.toWeb(createReadStream(file)) as ReadableStream;
  return new Response(body, { headers: { 'content-length': String(stat.size) } });
}

async function newerVersion(updater: AppUpdater, signal: AbortSignal): Promise<string | null> {
  const answer = updater.checkForUpdates();
  const found = await untilAborted(answer, AbortSignal.any([signal, AbortSignal.timeout(answersWithinMs)]));
  return found?.isUpdateAvailable ? found.updateInfo.version : null;
}

async function download(updater: AppUpdater, signal: AbortSignal, onProgress: FetchProgress): Promise<void> {
  const { CancellationToken } = await import('electron-updater');
  const token: CancellationToken = new CancellationToken();
  const stop = () => token.cancel();
  let stall = setTimeout(stop, stallsAfterMs);
  signal.addEventListener('abort', stop, { once: true });
  updater.on('download-progress', ({ transferred, total }) => {
    clearTimeout(stall);
    stall = setTimeout(stop, stallsAfterMs);
    onProgress(transferred, total);
  });
  try {
    await updater.downloadUpdate(token);
  } finally {
    clearTimeout(stall);
    signal.removeEventListener('abort', stop);
  }
}

/** The library's question cannot be taken back; its answer is then not waited for. */
function untilAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason);
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}
