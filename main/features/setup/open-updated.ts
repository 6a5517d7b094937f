import { join } from 'node:path';
import { Failure } from '../../kernel/errors';
import { databaseName, openShop } from '../../kernel/open-shop';
import type { ShopHandle } from '../../kernel/shop-handle';
import { type RunOptions, runJob } from '../../workers/run-job';

/**
 * Opens a shop; one that an older version of the app left is first brought up to date on another thread, with progress.
 * Fails as `openShop` and `updateDatabase` do.
 */
export async function openUpdated(folder: string, keyHex: string, work: RunOptions): Promise<ShopHandle> {
  try {
    return openShop(folder, keyHex);
  } catch (error) {
    if (!(error instanceof Failure) || error.code !== 'SHOP_OUTDATED') throw error;
  }
  const location = { file: join(folder, databaseName), keyHex };
  await runJob('updateShop', { location, keepsCopy: true }, work);
  return openShop(folder, keyHex);
}
