import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { BackupSummary } from '@shared/contract/backups';
import { passphraseStrength } from '@shared/domain/passphrase';
import { decodeRecoveryKey } from '@shared/domain/recovery-key';
import { loadMigrations } from '../../db/migrate';
import { Failure, fail } from '../../kernel/errors';
import type { ActionContext } from '../../kernel/handlers';
import { type KeyFile, keyFileName, readKeyFile, unwrapKey, wrapKey } from '../../kernel/key-file';
import { databaseName, shopFolder } from '../../kernel/open-shop';
import type { ShopHandle } from '../../kernel/shop-handle';
import { verifyDatabase } from '../../kernel/verify';
import { followedBy, runJob } from '../../workers/run-job';
import { type FoundBackup, readBackupFolder } from './backup-files';
import { type BroughtIn, bringIn } from './bring-in';
import { releaseOnCancel, waitForJobs } from './run-copies';
import { listKeptShops, stagedFolder } from './swap';

/** A listed backup as the screens show it. */
export function summaryOf({ folder, manifest }: FoundBackup): BackupSummary {
  const { id, shopName, madeAt, day, sizeBytes, counts, logHeads } = manifest;
  return { id, folder, shopName, madeAt, day, sizeBytes, counts, logHeads };
}

/** The backup in this folder; BACKUP_NOT_FOUND, BACKUP_OF_SAMPLE or DATABASE_TOO_NEW where it cannot be restored. */
export function needBackup(folder: string): FoundBackup {
  const found = readBackupFolder(folder) ?? fail('BACKUP_NOT_FOUND');
  const known = loadMigrations().at(-1)?.version ?? 0;
  if (found.manifest.schemaVersion > known)
    fail('DATABASE_TOO_NEW', { found: found.manifest.schemaVersion, known });
  return found;
}

/** Verifies, stages and swaps a backup in, and opens it. The session is locked afterwards. */
async function restore(
  context: ActionContext,
  found: FoundBackup,
  { keyHex, keyFileText }: { keyHex: string; keyFileText: string },
): Promise<BroughtIn> {
  const staged = stagedFolder(context.home);
  await waitForJobs();
  const job = runJob(
    'stageRestore',
    { folder: found.folder, keyHex, staged, keyFileText },
    followedBy(context),
  );
  const manifest = await releaseOnCancel(context, job);
  // A cancelled job still cleans its own staging away; from here on nothing can be cancelled.
  if (context.signal.aborted) throw new Failure('CANCELLED');
  const about = { kind: 'backup', id: manifest.id, fields: ['restored', `made ${manifest.madeAt}`] };
  const brought = bringIn(context, { folder: staged, keyHex, about });
  context.about('backup', manifest.id, ['restored']);
  context.switchShop(brought.shop);
  context.progress('backups.step.done', 1000, 1000);
  return brought;
}

/** Restores a backup of the shop that is open. */
export async function restoreOver(context: ActionContext, folder: string): Promise<BroughtIn> {
  const shop = needRealShop(context.shop);
  const found = needBackup(folder);
  if (!isOfShop(found, shop)) fail('BACKUP_OTHER_SHOP');
  const keyFileText = readFileSync(join(shop.folder, keyFileName), 'utf8');
  return restore(context, found, { keyHex: shop.location.keyHex, keyFileText });
}

/** True when the backup was made of this shop. */
export function isOfShop({ manifest }: FoundBackup, shop: ShopHandle): boolean {
  const row = shop.reader.prepare("SELECT value FROM meta WHERE key = 'shop_id'").get() as
    | { value: string }
    | undefined;
  return row?.value === manifest.shopId;
}

/** How the person proves that the backup is theirs. */
export type RestoreSecret =
  | { readonly kind: 'recovery'; readonly recoveryKey: string }
  | { readonly kind: 'passphrase'; readonly passphrase: string };

/** Restores where no shop is open: a clean machine, or one whose shop cannot be opened. That one is kept. */
export async function restoreHere(
  context: ActionContext,
  folder: string,
  secret: RestoreSecret,
  newPassphrase: string | null,
): Promise<BroughtIn> {
  if (context.shop) fail('SHOP_OPEN');
  const found = needBackup(folder);
  const keyFile = readKeyFile(found.folder);
  if (keyFile.sample) fail('BACKUP_OF_SAMPLE');
  const { keyHex, renewed } = unlockBackup(context, keyFile, secret, newPassphrase);
  return restore(context, found, { keyHex, keyFileText: JSON.stringify(renewed, null, 2) });
}

/** The database key, and the key file this machine will have. */
function unlockBackup(
  { devices }: ActionContext,
  keyFile: KeyFile,
  secret: RestoreSecret,
  newPassphrase: string | null,
): { keyHex: string; renewed: KeyFile } {
  const { keyStore } = devices;
  if (secret.kind === 'passphrase') {
    const keyHex = unwrapKey(keyFile, { kind: 'passphrase', passphrase: secret.passphrase });
    // The other machine's key store means nothing here.
    const { keyStore: _, ...portable } = keyFile;
    return { keyHex, renewed: { ...portable, ...(keyStore ? { keyStore: keyStore.wrap(keyHex) } : {}) } };
  }
  const decoded = decodeRecoveryKey(secret.recoveryKey);
  if (!decoded.ok) fail(decoded.code, { group: decoded.group ?? 0 });
  if (newPassphrase === null && !keyStore) fail('PASSPHRASE_NEEDED');
  if (newPassphrase !== null && passphraseStrength(newPassphrase) === 'weak') fail('PASSPHRASE_WEAK');
  const recoveryKeyHex = Buffer.from(decoded.bytes).toString('hex');
  const keyHex = unwrapKey(keyFile, { kind: 'recovery', recoveryKeyHex });
  const passphrase = newPassphrase ?? undefined;
  return { keyHex, renewed: wrapKey(keyFile.shopId, keyHex, { recoveryKeyHex, passphrase, keyStore }) };
}

/** Brings back a database that a restore set aside, after checking it; the current one is set aside in turn. */
export async function undoRestore(context: ActionContext, folder: string): Promise<BroughtIn> {
  const shop = needRealShop(context.shop);
  const kept = listKeptShops(context.home).find((each) => each.folder === folder) ?? fail('KEPT_NOT_FOUND');
  const { keyHex } = shop.location;
  await waitForJobs();
  // Opened once for writing: what its write-ahead log still holds is folded in, as at any start, and it is brought up to date.
  const location = { file: join(kept.folder, databaseName), keyHex };
  await runJob('updateShop', { location, keepsCopy: false }, followedBy(context));
  verifyDatabase(location.file, keyHex);
  if (!existsSync(join(kept.folder, keyFileName))) fail('KEY_FILE_MISSING');
  const about = { kind: 'kept database', id: basename(kept.folder), fields: ['restored'] };
  const brought = bringIn(context, { folder: kept.folder, keyHex, about });
  context.about('kept database', basename(kept.folder), ['restored']);
  context.switchShop(brought.shop);
  return brought;
}

function needRealShop(shop: ShopHandle | null): ShopHandle {
  if (!shop) return fail('NO_SHOP');
  if (shop.isSample || basename(shop.folder) !== basename(shopFolder(''))) return fail('NOT_IN_SAMPLE');
  return shop;
}
