import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mayContact } from '@shared/domain/consent';
import { flipBit, giveKeyFile, giveWrappedKey, makePlaces, oldPassphrase } from '@tests/fixtures/backups';
import { openTestShop, type TestShop } from '@tests/fixtures/shop';
import { addCustomer, signedForm } from '@tests/fixtures/vip';
import { keptKeyHex } from '@tests/old-databases/kept-key';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openForReading } from '../../db/open';
import { checkAudit } from '../../kernel/audit';
import { newKeyHex } from '../../kernel/key-file';
import { closeShop, databaseName, openShop } from '../../kernel/open-shop';
import { updateDatabase } from '../../kernel/update-database';
import { permissionsOf } from '../consents/consents.sql';
import { listBackupFolders } from './backup-files';

describe('a restore', () => {
  let shop: TestShop;
  let place: string;
  let remove: () => void;
  const code = async (operation: string, input: unknown) => {
    const answer = await shop.try(operation, input);
    return answer.ok ? 'ok' : answer.code;
  };
  const back = async () => {
    await shop.call('backups.run', {});
    shop.clock.advance(60_000);
    return listBackupFolders(place)[0]!.folder;
  };
  const confirm = () => {
    shop.as('manager');
    shop.session.confirm(shop.clock.now());
  };
  const restore = async (folder: string) => {
    confirm();
    return shop.call('restore.run', { folder });
  };
  const names = () =>
    (
      shop.dispatcher.shop!.reader.prepare('SELECT family_name AS n FROM customers ORDER BY id').all() as {
        n: string;
      }[]
    ).map(({ n }) => n);
  beforeEach(async () => {
    shop = openTestShop();
    giveKeyFile(shop);
    const places = makePlaces(1);
    place = places.folders[0]!;
    remove = places.remove;
    await shop.call('backups.addPlace', { folder: place, label: 'Safe', kind: 'disk' });
  });
  afterEach(() => {
    shop.close();
    remove();
  });

  it('shows what is in a backup and what would be lost since', async () => {
    await addCustomer(shop, { familyName: 'Chan' });
    const folder = await back();
    const before = await shop.call('restore.inspect', { folder });
    expect(before).toMatchObject({
      isThisShop: true,
      backup: { counts: { customers: 1 } },
      lost: { isSameHistory: true },
    });
    await addCustomer(shop, { familyName: 'Wong' });
    const { lost } = await shop.call('restore.inspect', { folder });
    expect(lost?.differences).toMatchObject({ customers: 1 });
    expect(lost?.records).toContainEqual({ kind: 'customer', count: 1 });
    expect(lost?.entries).toBeGreaterThan(before.lost?.entries ?? 0);
    expect(await shop.call('restore.list', { folder: place })).toMatchObject([{ id: before.backup.id }]);
    expect(await shop.call('restore.list', { folder })).toMatchObject([{ id: before.backup.id }]);
    expect(await code('restore.list', { folder: join(place, 'gone') })).toBe('PLACE_NOT_FOUND');
    expect(await code('restore.inspect', { folder: place })).toBe('BACKUP_NOT_FOUND');
  });

  it('takes the shop back to the copy, keeps what was, locks, and says so in the log', async () => {
    await addCustomer(shop, { familyName: 'Chan' });
    const folder = await back();
    const head = listBackupFolders(place)[0]!.manifest.logHeads[0]!;
    await addCustomer(shop, { familyName: 'Wong' });
    const { keptFolder } = await restore(folder);
    expect(names()).toEqual(['Chan']);
    expect(shop.session.staff).toBeNull();
    expect(existsSync(join(keptFolder ?? '', databaseName))).toBe(true);
    const db = shop.dispatcher.shop!.reader;
    expect(checkAudit(db)).toMatchObject({ ok: true });
    const entries = db
      .prepare('SELECT operation, fields FROM audit_log WHERE seq > ? ORDER BY seq')
      .all(head.count);
    expect(entries).toMatchObject([
      { operation: 'restore', fields: expect.stringContaining(head.hash) },
      { operation: 'restore.run' },
    ]);
    // The next start finds nothing missing.
    closeShop(shop.dispatcher.shop!);
    const again = openShop(shop.shop.folder, shop.shop.location.keyHex);
    closeShop(again);
  });

  it('is undone by bringing back what was set aside', async () => {
    const folder = await back();
    await addCustomer(shop, { familyName: 'Wong' });
    await restore(folder);
    expect(names()).toEqual([]);
    confirm();
    const [kept] = await shop.call('restore.kept', {});
    expect(await code('restore.undo', { folder: join(shop.home, 'shop.before-1') })).toBe('KEPT_NOT_FOUND');
    await shop.call('restore.undo', { folder: kept!.folder });
    expect(names()).toEqual(['Wong']);
    confirm();
    expect(await shop.call('restore.kept', {})).toHaveLength(1);
  });

  it('keeps every "no" that was said since the copy, also of people the copy does not know', async () => {
    const known = await addCustomer(shop, { familyName: 'Chan' });
    await shop.call('consents.capture', { customerId: known, consent: await signedForm(shop) });
    const folder = await back();
    const unknown = await addCustomer(shop, {
      familyName: 'Wong',
      contacts: [{ kind: 'phone', value: '9876 5432' }],
    });
    for (const customerId of [known, unknown])
      await shop.call('consents.withdraw', { customerId, words: 'No more' });
    const { carried } = await restore(folder);
    expect(carried).toEqual({ suppressions: 3, withdrawals: 1, erasures: 0 });
    shop.as('manager');
    const again = await addCustomer(shop, {
      familyName: 'Wong',
      contacts: [{ kind: 'phone', value: '9876 5432' }],
    });
    for (const customerId of [known, again]) {
      const permissions = permissionsOf(shop.dispatcher.shop!.reader, customerId, shop.clock.now());
      const wanted = { purpose: 'direct-marketing', channel: 'email', class: 'watches' } as const;
      expect(mayContact(permissions, wanted)).toMatchObject({ ok: false, reason: 'SUPPRESSED' });
    }
  });

  it('erases again whom the copy still knows, and nobody else', async () => {
    const gone = await addCustomer(shop, { familyName: 'Quillfeather' });
    await addCustomer(shop, { familyName: 'Chan' });
    const folder = await back();
    const { number } = await shop.call('customers.get', { id: gone });
    confirm();
    await shop.call('privacy.erase', { customerId: gone, typedNumber: number });
    const { carried } = await restore(folder);
    expect(carried).toMatchObject({ erasures: 1 });
    expect(names()).toEqual([null, 'Chan']);
    const db = shop.dispatcher.shop!.reader;
    for (const table of ['customers', 'customer_contacts', 'search_words'])
      expect(JSON.stringify(db.prepare(`SELECT * FROM ${table}`).all())).not.toMatch(/quillfeather/i);
    shop.as('manager');
    expect((await shop.call('search.query', { text: 'Quillfeather' })).results).toEqual([]);
  });

  it('refuses what is damaged, of another shop, of the sample, or newer, and changes nothing', async () => {
    await addCustomer(shop, { familyName: 'Chan' });
    const folder = await back();
    await addCustomer(shop, { familyName: 'Wong' });
    const refuse = async (expected: string) => {
      confirm();
      expect(await code('restore.run', { folder })).toBe(expected);
      expect(names()).toEqual(['Chan', 'Wong']);
      expect(existsSync(join(shop.home, 'shop.restoring'))).toBe(false);
    };
    const manifest = join(folder, 'manifest.json');
    const text = readFileSync(manifest, 'utf8');
    writeFileSync(manifest, text.replace(/"schemaVersion": \d+/, '"schemaVersion": 999'));
    await refuse('DATABASE_TOO_NEW');
    writeFileSync(manifest, text.replace(/"shopId": ".*?"/, '"shopId": "another"'));
    await refuse('BACKUP_OTHER_SHOP');
    writeFileSync(manifest, text.replace(/"customers": 1/, '"customers": 7'));
    await refuse('BACKUP_DIFFERS');
    writeFileSync(manifest, text);
    flipBit(join(folder, databaseName));
    await refuse('BACKUP_DAMAGED');
    writeFileSync(manifest, '{');
    await refuse('BACKUP_NOT_FOUND');
  });

  it('never opens a restored database beside a stale write-ahead log', async () => {
    await addCustomer(shop, { familyName: 'Chan' });
    const folder = await back();
    for (let count = 0; count < 20; count += 1) await addCustomer(shop, { familyName: `Later${count}` });
    expect(existsSync(`${shop.shop.location.file}-wal`)).toBe(true);
    // As after a crash: the log is left lying beside the database, and in the backup's folder somebody put one, too.
    cpSync(`${shop.shop.location.file}-wal`, join(folder, `${databaseName}-wal`));
    await restore(folder);
    expect(names()).toEqual(['Chan']);
    expect(shop.dispatcher.shop!.reader.pragma('integrity_check', { simple: true })).toBe('ok');
  });

  it('opens on a clean machine with the printed key, or the old passphrase', {
    timeout: 90_000,
  }, async () => {
    const recoveryKey = giveWrappedKey(shop);
    await addCustomer(shop, { familyName: 'Chan' });
    const folder = await back();
    shop.dispatcher.switchShop(null);
    const here = (input: object) => ({
      folder,
      secret: { kind: 'recovery', recoveryKey },
      newPassphrase: 'violin harbour teapot lantern',
      ...input,
    });
    // Another computer: nothing lies in its home.
    rmSync(join(shop.home, 'shop'), { recursive: true });
    const wrongGroup = recoveryKey.replace(/^./, (first) => (first === '0' ? '1' : '0'));
    const answer = await shop.try(
      'restore.runHere',
      here({ secret: { kind: 'recovery', recoveryKey: wrongGroup } }),
    );
    expect(answer).toMatchObject({ code: 'RECOVERY_KEY_CHECKSUM', params: { group: 1 } });
    expect(await code('restore.runHere', here({ newPassphrase: null }))).toBe('PASSPHRASE_NEEDED');
    expect(await code('restore.runHere', here({ newPassphrase: '1234' }))).toBe('PASSPHRASE_WEAK');
    expect(await code('restore.runHere', here({ secret: { kind: 'passphrase', passphrase: 'wrong' } }))).toBe(
      'PASSPHRASE_WRONG',
    );
    expect(existsSync(join(shop.home, 'shop'))).toBe(false);
    await shop.call('restore.runHere', here({}) as never);
    expect(names()).toEqual(['Chan']);
    expect(shop.session.staff).toBeNull();
    expect(await code('restore.runHere', here({}))).toBe('LOCKED');

    shop.dispatcher.switchShop(null);
    expect(await code('setup.openShop', { passphrase: 'violin harbour teapot lantern' })).toBe('ok');
    shop.dispatcher.switchShop(null);
    await shop.call(
      'restore.runHere',
      here({ secret: { kind: 'passphrase', passphrase: oldPassphrase }, newPassphrase: null }) as never,
    );
    expect(names()).toEqual(['Chan']);
  });

  it('replaces a shop that cannot be opened and keeps it', async () => {
    giveWrappedKey(shop);
    await addCustomer(shop, { familyName: 'Chan' });
    const folder = await back();
    shop.dispatcher.switchShop(null);
    flipBit(shop.shop.location.file);
    const { keptFolder, carried } = await shop.call('restore.runHere', {
      folder,
      secret: { kind: 'passphrase', passphrase: oldPassphrase },
      newPassphrase: null,
    });
    expect(existsSync(join(keptFolder ?? '', databaseName))).toBe(true);
    expect(names()).toEqual(['Chan']);
    expect(carried.withdrawals === null || carried.withdrawals === 0).toBe(true);
  });

  it('keeps a verified copy beside the shop before a migration', () => {
    const copy = mkdtempSync(join(tmpdir(), 'vitrine-old-'));
    const folder = join(copy, 'shop');
    mkdirSync(folder);
    // A shop as an older version left it.
    cpSync(join(process.cwd(), 'tests', 'old-databases', '0010.db'), join(folder, databaseName));
    const location = { file: join(folder, databaseName), keyHex: keptKeyHex };
    updateDatabase(location, { keepsCopy: true, derive: () => {} });
    closeShop(openShop(folder, keptKeyHex));
    const kept = openForReading({ ...location, file: join(copy, 'before-migration-10', databaseName) });
    expect(kept.prepare('SELECT count(*) AS n FROM customers').get()).toEqual({ n: 12 });
    kept.close();
    expect(() => openShop(join(copy, 'before-migration-10'), newKeyHex())).toThrow('WRONG_KEY_OR_DAMAGED');
    rmSync(copy, { recursive: true });
  });
});
