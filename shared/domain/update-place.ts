/** Where new versions lie: a folder on the web, or one that this computer reaches as a file. */
export type UpdatePlace =
  | { readonly kind: 'web'; readonly address: string }
  | { readonly kind: 'folder'; readonly folder: string };

/**
 * Reads the place as a manager types it; null when it is neither. On the web only https counts: what comes over http
 * could be anybody's program. A folder is named whole, so that it does not depend on where the app was started.
 */
export function readUpdatePlace(typed: string): UpdatePlace | null {
  const text = typed.trim();
  if (isWholePath(text)) return { kind: 'folder', folder: text };
  // No user name, no query, no fragment: a file's name is added at its end.
  if (!/^https:\/\/(\[[\da-f:.]+\]|[^\s/?#@:[\]\\]+)(:\d{1,5})?(\/[^\s?#@\\]*)?$/i.test(text)) return null;
  return { kind: 'web', address: text.endsWith('/') ? text : `${text}/` };
}

/** `\\server\share\…`, `D:\…` or `/…`. */
function isWholePath(text: string): boolean {
  return /^(\\\\[^\\]+\\[^\\]+|[A-Za-z]:[\\/]|\/(?!\/))/.test(text);
}
