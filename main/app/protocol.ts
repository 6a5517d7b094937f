import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { extname, join, normalize, sep } from 'node:path';
import { app, type ProtocolResponse, protocol } from 'electron';
import { keptDocument } from '../devices/documents';
import { fontsPlace } from '../reports/html';
import { paperFonts } from './paper-fonts';

/** The page's own origin; file:// is never used. */
export const appOrigin = 'app://vitrine';

const contentTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
};

/** Must run before the app is ready: makes app:// a secure, standard origin. */
export function declareProtocol(): void {
  protocol.registerSchemesAsPrivileged([
    // With codeCache the page's code is kept compiled: written at a profile's second start, used from the third on.
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

/** The page's policy: nothing from outside, no inline code; styles only with this load's nonce. */
export function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "frame-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
  ].join('; ');
}

/**
 * Serves the built page from the program's folder, and prepared documents for preview and printing. As buffers: behind
 * `protocol.handle` stands Node's whole `fetch`, which costs every start 80 ms before the page has its first byte.
 */
export function serveApp(): void {
  const root = join(app.getAppPath(), 'out', 'renderer');
  protocol.registerBufferProtocol('app', (request, answer) => answer(responseTo(new URL(request.url), root)));
}

const notFound: ProtocolResponse = { statusCode: 404, mimeType: 'text/plain', data: Buffer.alloc(0) };

function responseTo(url: URL, root: string): ProtocolResponse {
  if (url.host !== 'vitrine') return notFound;
  if (url.pathname.startsWith('/documents/'))
    return documentResponse(url.pathname.slice('/documents/'.length));
  const path = url.pathname === '/' ? '/index.html' : decoded(url.pathname);
  const file = normalize(join(root, path));
  return file.startsWith(join(root, sep)) ? fileResponse(file) : notFound;
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return '';
  }
}

// Read at once: a turn of the event loop, while features are being loaded, takes longer than these small files do.
function fileResponse(file: string): ProtocolResponse {
  const type = contentTypes[extname(file)];
  if (!type) return notFound;
  try {
    const bytes = readFileSync(file);
    if (extname(file) !== '.html') return { data: bytes, headers: { 'content-type': type } };
    const nonce = randomBytes(16).toString('base64');
    return {
      data: Buffer.from(bytes.toString('utf8').replaceAll('__NONCE__', nonce)),
      headers: { 'content-type': type, 'content-security-policy': contentSecurityPolicy(nonce) },
    };
  } catch {
    return notFound;
  }
}

/** A prepared document: no script at all, its own style sheet only, shown in a sandboxed frame of ours. */
function documentResponse(id: string): ProtocolResponse {
  const html = keptDocument(id)?.html;
  if (html === undefined) return notFound;
  const nonce = randomBytes(16).toString('base64');
  const page = html.replace(fontsPlace, () => paperFonts).replaceAll('__NONCE__', nonce);
  return {
    data: Buffer.from(page),
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': [
        "default-src 'none'",
        `style-src 'nonce-${nonce}'`,
        'img-src data:',
        'font-src data:',
        `frame-ancestors ${appOrigin}`,
        "base-uri 'none'",
        "form-action 'none'",
      ].join('; '),
    },
  };
}
