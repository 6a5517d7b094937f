import { app, session, shell, type WebContents } from 'electron';
import { isCameraOpen } from '../devices/camera';
import { isAllowedExternal } from '../devices/external';
import { appOrigin } from './protocol';

/** True when a message comes from our own page's main frame, and from nothing inside it. */
export function isTrustedSender(frame: Electron.WebFrameMain | null): boolean {
  if (!frame || frame.parent !== null) return false;
  return isOwnAddress(frame.url);
}

function isOwnAddress(address: string): boolean {
  const development = process.env.ELECTRON_RENDERER_URL;
  if (!app.isPackaged && development) return new URL(address).origin === new URL(development).origin;
  return (
    address === `${appOrigin}/` ||
    address.startsWith(`${appOrigin}/#`) ||
    address.startsWith(`${appOrigin}/index.html`)
  );
}

/** True for the main frame of the page we shipped. */
function isOurPage({ requestingUrl, isMainFrame }: { requestingUrl: string; isMainFrame: boolean }): boolean {
  return isMainFrame && isOwnAddress(requestingUrl);
}

function isOurOrigin(origin: string): boolean {
  return URL.canParse(origin) && isOwnAddress(new URL('/', origin).href);
}

/** Electron's checklist for every page the app will ever create. */
export function guardEverything(): void {
  const ours = session.defaultSession;
  // One thing is ever granted: the camera's picture to our own page, while an intake takes photographs (ADR 9).
  ours.setPermissionRequestHandler((_contents, permission, answer, details) => {
    const kinds = 'mediaTypes' in details ? (details.mediaTypes ?? []) : [];
    const isPicture = kinds.length === 1 && kinds[0] === 'video';
    answer(permission === 'media' && isPicture && isOurPage(details) && isCameraOpen());
  });
  ours.setPermissionCheckHandler((_contents, permission, origin, details) => {
    const isPicture = details.mediaType === 'video';
    return (
      permission === 'media' && isPicture && isOurOrigin(origin) && details.isMainFrame && isCameraOpen()
    );
  });
  ours.setDevicePermissionHandler(() => false);
  // Works with no network: a request that leaves the machine is a bug or an attack.
  ours.webRequest.onBeforeRequest((details, answer) => {
    const development = app.isPackaged ? undefined : process.env.ELECTRON_RENDERER_URL;
    const local =
      details.url.startsWith(`${appOrigin}/`) ||
      details.url.startsWith('data:') ||
      details.url.startsWith('blob:') ||
      details.url.startsWith('devtools:') ||
      (development !== undefined && new URL(details.url).host === new URL(development).host);
    answer({ cancel: !local });
  });
  app.on('web-contents-created', (_event, contents) => guardContents(contents));
  withoutDictionaries(ours);
  app.on('session-created', withoutDictionaries);
}

/**
 * Chromium fetches a spelling dictionary from its maker's server for every session, past the filter above and even
 * where no page checks its spelling; only a session without languages does not.
 */
function withoutDictionaries(session: Electron.Session): void {
  session.setSpellCheckerLanguages([]);
  session.setSpellCheckerEnabled(false);
}

function guardContents(contents: WebContents): void {
  contents.setWindowOpenHandler(({ url }) => {
    if (isAllowedExternal(url)) void shell.openExternal(url);
    return { action: 'deny' };
  });
  contents.on('will-navigate', (event) => event.preventDefault());
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
}
