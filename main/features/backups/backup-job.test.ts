import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openTestShop, type TestShop } from '@tests/fixtures/shop';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newKeyHex, wrapKey, writeKeyFile } from '../../kernel/key-file';
import { databaseName } from '../../kernel/open-shop';
import { listBackupFolders } from './backup-files';
import { backUp, verifyBackup } from './backup-job';

const quiet = { progress: () => {}, isCancelled: () => false };

describe('a backup', () => {
  let shop: TestShop;
  let place: string;
  const input = (id = 'backup-000001') => ({
    location: shop.shop.location,
    shopFolder: shop.shop.folder,
    place,
    id,
    shopId: 'shop',
    shopName: 'Test Counter',
    counter: 'A',
    madeAt: shop.clock.now(),
    day: '2026-11-20',
    doubtedIds: [],
  });
  beforeEach(async () => {
    shop = openTestShop();
    place = mkdtempSync(join(tmpdir(), 'vitrine-place-'));
    const { keyHex } = shop.shop.location;
    writeKeyFile(
      shop.shop.folder,
      wrapKey('shop', keyHex, {
        recoveryKeyHex: newKeyHex(),
        passphrase: 'a long passphrase',
        keyStore: null,
      }),
    );
    await shop.call('session.setLook', { language: 'en' });
  });
  afterEach(() => {
    shop.close();
    rmSync(place, { recursive: true, force: true });
  });

  it('is listed only after it was opened with its key and found equal', async () => {
    const made = await backUp(input(), quiet);
    const { prunedIds, ...found } = made;
    expect(prunedIds).toEqual([]);
    expect(listBackupFolders(place)).toEqual([found]);
    expect(made.manifest.counts).toMatchObject({ staff: 3, shops: 1, audit_log: 1 });
    expect(made.manifest.logHeads).toMatchObject([{ counter: 'A', count: 1 }]);
    await expect(
      verifyBackup({ folder: made.folder, keyHex: shop.shop.location.keyHex }, quiet),
    ).resolves.toEqual(made.manifest);
  });

  it('holds nothing readable without the key', async () => {
    const made = await backUp(input(), quiet);
    for (const name of readdirSync(made.folder)) {
      const bytes = readFileSync(join(made.folder, name)).toString('latin1');
      expect(bytes, name).not.toContain('Test manager');
      expect(bytes, name).not.toContain('SQLite format 3');
    }
  });

  it('shows any flipped bit of the copy before it is restored', async () => {
    const made = await backUp(input(), quiet);
    const file = join(made.folder, databaseName);
    const bytes = readFileSync(file);
    for (let tries = 0; tries < 25; tries += 1) {
      const damaged = Buffer.from(bytes);
      const at = Math.floor((bytes.length * tries) / 25);
      damaged.writeUInt8(damaged.readUInt8(at) ^ (1 << (tries % 8)), at);
      writeFileSync(file, damaged);
      await expect(
        verifyBackup({ folder: made.folder, keyHex: shop.shop.location.keyHex }, quiet),
      ).rejects.toThrow('BACKUP_DAMAGED');
    }
  });

  it('leaves nothing behind when it is cancelled or the place vanishes, and clears what a crash left', async () => {
    await expect(backUp(input(), { progress: () => {}, isCancelled: () => true })).rejects.toThrow(
      'CANCELLED',
    );
    expect(readdirSync(place)).toEqual([]);
    mkdirSync(join(place, 'vitrine-backup-shop-20260101T000000Z-abcdef.partial'));
    await backUp(input('backup-000002'), quiet);
    expect(readdirSync(place).filter((name) => name.endsWith('.partial'))).toEqual([]);
    expect(listBackupFolders(place)).toHaveLength(1);
  });
});
