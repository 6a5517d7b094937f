import { accessSync, constants, realpathSync, statSync } from 'node:fs';
import { resolve, sep } from 'node:path';
import { fail } from './errors';

/** What was found out about a folder that is to hold copies. */
export interface CheckedPlace {
  /** As the operating system writes it. */
  readonly folder: string;
  readonly kind: 'disk' | 'removable' | 'network';
  readonly isSameDisk: boolean;
}

/**
 * Looks at a folder for copies. Fails with PLACE_NOT_FOUND, PLACE_NOT_WRITABLE, or PLACE_INSIDE_SHOP when it lies in
 * the program's own folder, where it would be lost together with the database.
 */
export function checkPlace(chosen: string, home: string): CheckedPlace {
  const folder = realFolder(chosen.trim());
  const own = realFolder(home);
  if (folder === own || folder.startsWith(own + sep)) fail('PLACE_INSIDE_SHOP');
  const stat = statSync(folder, { throwIfNoEntry: false });
  if (!stat?.isDirectory()) fail('PLACE_NOT_FOUND');
  try {
    accessSync(folder, constants.W_OK);
  } catch {
    fail('PLACE_NOT_WRITABLE');
  }
  return { folder, kind: kindOf(folder), isSameDisk: stat.dev === statSync(own).dev };
}

/** With links followed: a link that leads into the program's folder is inside it. */
function realFolder(chosen: string): string {
  const folder = resolve(chosen);
  try {
    return realpathSync(folder);
  } catch {
    return folder;
  }
}

/** From where such folders lie on each system; a guess that the person may change. */
function kindOf(folder: string): CheckedPlace['kind'] {
  if (/^(\\\\|\/net\/|\/run\/user\/\d+\/gvfs\/)/.test(folder)) return 'network';
  if (/^(\/media\/|\/run\/media\/|\/mnt\/|\/Volumes\/)/.test(folder)) return 'removable';
  return /^[D-Z]:\\/.test(folder) ? 'removable' : 'disk';
}
