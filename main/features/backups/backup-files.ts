import { createHash } from 'node:crypto';
import {
  closeSync,
  copyFileSync,
  createReadStream,
  existsSync,
  fsyncSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { keyFileName, syncFolder, writeFileDurably } from '../../kernel/key-file';
import { databaseName } from '../../kernel/open-shop';

/**
 * One backup is one folder: the encrypted database, the key file (wrapped, see ADR 2) and a manifest that says what
 * was proved when it was made. Until it is proved its folder ends in `.partial` and is never listed.
 */
export const manifestName = 'manifest.json';
const partialSuffix = '.partial';
const folderPrefix = 'vitrine-backup-';

const head = z.object({ counter: z.string(), count: z.number(), hash: z.string() });

export const manifestSchema = z.object({
  version: z.literal(1),
  id: z.string(),
  shopId: z.string(),
  shopName: z.string(),
  counter: z.string(),
  /** Epoch milliseconds. */
  madeAt: z.number(),
  /** The shop's civil day. */
  day: z.string(),
  /** Order of making in its place: a clock that was wrong for a day must not make an old copy the newest. */
  sequence: z.number().default(0),
  schemaVersion: z.number(),
  sizeBytes: z.number(),
  sha256: z.string(),
  /** Rows a table. */
  counts: z.record(z.string(), z.number()),
  logHeads: z.array(head),
  verifyMs: z.number(),
});
export type Manifest = z.infer<typeof manifestSchema>;

/** A backup as found on a disk. */
export interface FoundBackup {
  readonly folder: string;
  readonly manifest: Manifest;
}

/** What names a backup's folder. */
export interface BackupName {
  readonly place: string;
  readonly shopId: string;
  readonly id: string;
  readonly madeAt: number;
}

/** Where a backup is made, and where it goes once proved. Two shops may share a place. */
export function backupFolders({ place, shopId, id, madeAt }: BackupName): {
  partial: string;
  final: string;
} {
  const stamp = new Date(madeAt).toISOString().replace(/[-:]/g, '').slice(0, 15);
  const final = join(place, `${prefixOf(shopId)}${stamp}Z-${id.slice(-6)}`);
  return { partial: `${final}${partialSuffix}`, final };
}

const prefixOf = (shopId: string) => `${folderPrefix}${shopId.slice(-6)}-`;

/** SHA-256 of a file, hex; `onBytes` hears how far it is, and may throw to stop. */
export async function sha256Of(file: string, onBytes: (done: number) => void = () => {}): Promise<string> {
  const hash = createHash('sha256');
  let done = 0;
  for await (const chunk of createReadStream(file, { highWaterMark: 1 << 20 })) {
    hash.update(chunk as Buffer);
    done += (chunk as Buffer).length;
    onBytes(done);
  }
  return hash.digest('hex');
}

/** Makes a proved copy durable and listed: key file and manifest beside it, everything synced, then the rename. */
export function publishBackup(
  folders: { partial: string; final: string },
  keyFileFolder: string,
  manifest: Manifest,
): void {
  const { partial, final } = folders;
  syncFile(join(partial, databaseName));
  copyFileSync(join(keyFileFolder, keyFileName), join(partial, keyFileName));
  syncFile(join(partial, keyFileName));
  writeFileDurably(join(partial, manifestName), JSON.stringify(manifest, null, 2));
  syncFolder(partial);
  renameSync(partial, final);
  syncFolder(join(final, '..'));
}

function syncFile(file: string): void {
  // Windows syncs only handles opened for writing.
  const handle = openSync(file, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Every proved backup in a place, the one made last first; folders without a readable manifest are not backups. */
export function listBackupFolders(place: string): FoundBackup[] {
  if (!existsSync(place)) return [];
  return readdirSync(place, { withFileTypes: true })
    .filter(
      (entry) =>
        entry.isDirectory() && entry.name.startsWith(folderPrefix) && !entry.name.endsWith(partialSuffix),
    )
    .map((entry) => readBackupFolder(join(place, entry.name)))
    .filter((found): found is FoundBackup => found !== null)
    .sort((a, b) => b.manifest.sequence - a.manifest.sequence || b.manifest.madeAt - a.manifest.madeAt);
}

/** One backup's manifest, or null where the folder holds none that can be read. */
export function readBackupFolder(folder: string): FoundBackup | null {
  try {
    if (!existsSync(join(folder, databaseName))) return null;
    const manifest = manifestSchema.parse(JSON.parse(readFileSync(join(folder, manifestName), 'utf8')));
    return { folder, manifest };
  } catch {
    return null;
  }
}

/** Removes a listed backup: it stops being listed before the first of its files goes. */
export function removeBackupFolder(folder: string): void {
  const partial = `${folder}${partialSuffix}`;
  renameSync(folder, partial);
  rmSync(partial, { recursive: true, force: true });
}

/** Removes what interrupted backups of this shop left behind in a place. */
export function removePartials(place: string, shopId: string): number {
  if (!existsSync(place)) return 0;
  const partials = readdirSync(place).filter(
    (name) => name.startsWith(prefixOf(shopId)) && name.endsWith(partialSuffix),
  );
  for (const name of partials) rmSync(join(place, name), { recursive: true, force: true });
  return partials.length;
}

/** Size of a file in bytes; 0 while it does not exist. */
export function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}
