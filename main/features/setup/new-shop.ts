import { existsSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { fail } from '../../kernel/errors';
import { type KeyFile, syncFolder, writeKeyFile } from '../../kernel/key-file';
import { closeShop, createShop, type NewShop, openShop, shopExists } from '../../kernel/open-shop';
import type { ShopHandle } from '../../kernel/shop-handle';

interface NewShopFolder {
  /** Where the shop shall lie. */
  readonly folder: string;
  readonly keyHex: string;
  readonly keyFile: KeyFile;
  readonly shop: NewShop;
  /** Writes its first rows. */
  readonly fill: (shop: ShopHandle) => void | Promise<void>;
}

/**
 * Makes a shop beside its place and moves it there when it is whole, so that a power cut leaves either the shop or
 * nothing. Fails with SHOP_EXISTS rather than touch another. Returns it open.
 */
export async function makeShop({ folder, keyHex, keyFile, shop, fill }: NewShopFolder): Promise<ShopHandle> {
  if (shopExists(folder)) fail('SHOP_EXISTS');
  const unfinished = `${folder}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  const made = createShop(unfinished, keyHex, shop);
  try {
    writeKeyFile(unfinished, keyFile);
    await fill(made);
  } catch (error) {
    closeShop(made);
    rmSync(unfinished, { recursive: true, force: true });
    throw error;
  }
  closeShop(made);
  // Holds no shop: `shopExists` looked.
  if (existsSync(folder)) rmSync(folder, { recursive: true });
  renameSync(unfinished, folder);
  syncFolder(dirname(folder));
  return openShop(folder, keyHex);
}
