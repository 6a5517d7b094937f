import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { flipBit, giveKeyFile, makePlaces } from '@tests/fixtures/backups';
import { openTestShop, type TestShop } from '@tests/fixtures/shop';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { databaseName } from '../../kernel/open-shop';
import { listBackupFolders } from './backup-files';

const day = 86_400_000;

describe('places and copies', () => {
  let shop: TestShop;
  let folders: string[];
  let remove: () => void;
  const addPlace = (folder: string, label: string) =>
    shop.call('backups.addPlace', { folder, label, kind: 'disk' });
  const code = async (operation: string, input: unknown) => {
    const answer = await shop.try(operation, input);
    return answer.ok ? 'ok' : answer.code;
  };
  beforeEach(() => {
    shop = openTestShop();
    giveKeyFile(shop);
    ({ folders, remove } = makePlaces(2));
  });
  afterEach(() => {
    shop.close();
    remove();
  });
  const [first, second] = [() => folders[0]!, () => folders[1]!];

  it('takes a folder that exists elsewhere, once, and gives it up and takes it back', async () => {
    const { placeId } = await addPlace(first(), 'Safe');
    expect(await shop.call('backups.places', {})).toMatchObject([{ id: placeId, label: 'Safe' }]);
    const place = (folder: string) => ({ folder, label: 'x', kind: 'disk' });
    expect(await code('backups.addPlace', place(first()))).toBe('PLACE_KNOWN');
    expect(await code('backups.checkPlace', { folder: first() })).toBe('PLACE_KNOWN');
    expect(await code('backups.addPlace', place(join(first(), 'gone')))).toBe('PLACE_NOT_FOUND');
    expect(await code('backups.addPlace', place(join(shop.home, 'shop')))).toBe('PLACE_INSIDE_SHOP');
    symlinkSync(join(shop.home, 'shop'), join(first(), 'link'));
    expect(await code('backups.addPlace', place(join(first(), 'link')))).toBe('PLACE_INSIDE_SHOP');
    expect(await shop.call('backups.checkPlace', { folder: second() })).toMatchObject({ isSameDisk: true });
    await shop.call('backups.removePlace', { placeId });
    expect(await shop.call('backups.places', {})).toEqual([]);
    expect(await code('backups.removePlace', { placeId })).toBe('PLACE_UNKNOWN');
    await shop.call('backups.keepPlace', { placeId });
    expect(await shop.call('backups.places', {})).toHaveLength(1);
  });

  it('copies to every place, proves each copy, and lists what lies there', async () => {
    expect(await code('backups.run', {})).toBe('NO_PLACES');
    await addPlace(first(), 'One');
    await addPlace(second(), 'Two');
    const results = await shop.call('backups.run', {});
    expect(results.map(({ label, outcome, error }) => [label, outcome, error])).toEqual([
      ['One', 'verified', null],
      ['Two', 'verified', null],
    ]);
    expect(results[0]).toMatchObject({
      counts: { staff: 3 },
      logHead: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    const listed = await shop.call('backups.list', {});
    expect(listed).toMatchObject([
      { label: 'One', isReachable: true, copies: [{ isKnown: true, isSound: true }], missing: [] },
      { label: 'Two', copies: [{ isKnown: true }] },
    ]);
    expect(shop.progress.map(({ done, total }) => done / (total ?? 1))).toEqual(
      [...shop.progress.map(({ done, total }) => done / (total ?? 1))].sort((a, b) => a - b),
    );
    expect(shop.progress.at(-1)).toMatchObject({ done: 2000, total: 2000 });
  });

  it('tells a copy of this past from one of another, though a restored shop has no row of it', async () => {
    await addPlace(first(), 'One');
    const [made] = await shop.call('backups.run', {});
    const listed = async () => (await shop.call('backups.list', {}))[0]?.copies;
    shop.shop.writer.exec('DELETE FROM backups');
    expect(await listed()).toMatchObject([{ isKnown: true }]);
    const manifest = join(made?.folder ?? '', 'manifest.json');
    const text = readFileSync(manifest, 'utf8');
    writeFileSync(manifest, text.replace(/"hash": ?"[0-9a-f]{4}/, '"hash":"0000'));
    expect(readFileSync(manifest, 'utf8')).not.toBe(text);
    expect(await listed()).toMatchObject([{ isKnown: false }]);
  });

  it('goes on with the other places where one is missing, and remembers why it failed until it is mended', async () => {
    await addPlace(first(), 'One');
    await addPlace(second(), 'Two');
    rmSync(first(), { recursive: true });
    const results = await shop.call('backups.run', {});
    expect(results.map(({ outcome, error }) => [outcome, error])).toEqual([
      ['failed', 'PLACE_NOT_FOUND'],
      ['verified', null],
    ]);
    const kinds = async () =>
      (await shop.call('backups.health', {})).problems.map(({ kind, code: why }) => [kind, why]);
    expect(await kinds()).toEqual([['failed', 'PLACE_NOT_FOUND']]);
    expect(await shop.call('backups.list', {})).toMatchObject([
      { isReachable: false },
      { isReachable: true },
    ]);
    mkdirSync(first());
    await shop.call('backups.run', {});
    expect(await kinds()).toEqual([]);
    shop.clock.advance(3 * day);
    expect(await kinds()).toEqual([
      ['old', null],
      ['old', null],
    ]);
  });

  it('leaves no partial copy on a full disk, keeps the good ones, and says so', async ({ skip }) => {
    const small = first();
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=3m', 'tmpfs', small], { stdio: 'pipe' });
    } catch {
      skip('mounting a small disk is not permitted here');
    }
    try {
      await addPlace(small, 'Small');
      const { outcome } = (await shop.call('backups.run', {}))[0]!;
      expect(outcome).toBe('verified');
      shop.shop.writer
        .prepare('INSERT INTO settings VALUES (?, ?, 0, NULL)')
        .run('big', 'x'.repeat(4_000_000));
      const [full] = await shop.call('backups.run', {});
      expect(full).toMatchObject({ outcome: 'failed', error: 'DISK_FULL' });
      expect(readdirSync(small).filter((name) => name.endsWith('.partial'))).toEqual([]);
      expect(listBackupFolders(small)).toHaveLength(1);
      expect((await shop.call('backups.health', {})).problems).toMatchObject([
        { kind: 'failed', code: 'DISK_FULL' },
        { kind: 'one-place' },
      ]);
    } finally {
      execFileSync('umount', [small]);
    }
  });

  it('does not write where it may not', async ({ skip }) => {
    if (process.getuid?.() === 0) skip('root may write everywhere');
    chmodSync(first(), 0o500);
    expect(await code('backups.addPlace', { folder: first(), label: 'x', kind: 'disk' })).toBe(
      'PLACE_NOT_WRITABLE',
    );
  });

  it('removes what retention no longer keeps, never the newest, whatever the clock says', async () => {
    await addPlace(first(), 'One');
    for (let count = 0; count < 3; count += 1) {
      await shop.call('backups.run', {});
      shop.clock.advance(60_000);
    }
    expect(listBackupFolders(first())).toHaveLength(1);
    const attempts = await shop.call('backups.attempts', {});
    expect(attempts.map(({ outcome }) => outcome)).toEqual(['verified', 'pruned', 'pruned']);
    const newest = attempts[0]!.id;
    // Ten years back: the copy made last is the newest, and the one before is another day's.
    shop.clock.advance(-3650 * day);
    await shop.call('backups.run', {});
    const kept = listBackupFolders(first()).map(({ manifest }) => manifest.id);
    expect(kept).toHaveLength(2);
    expect(kept[1]).toBe(newest);
  });

  it('says when a copy was damaged later, and retention no longer counts on it', async () => {
    await addPlace(first(), 'One');
    await shop.call('backups.run', {});
    const [copy] = listBackupFolders(first());
    await shop.call('backups.verify', { folder: copy!.folder });
    flipBit(join(copy!.folder, databaseName));
    expect(await code('backups.verify', { folder: copy!.folder })).toBe('BACKUP_DAMAGED');
    expect(await shop.call('backups.list', {})).toMatchObject([{ copies: [{ isSound: false }] }]);
    expect((await shop.call('backups.health', {})).problems[0]).toMatchObject({ kind: 'failed' });
    expect(await code('backups.verify', { folder: first() })).toBe('BACKUP_NOT_FOUND');
    expect(await code('backups.drill', {})).toBe('NO_BACKUP_REACHABLE');
    rmSync(copy!.folder, { recursive: true });
    await shop.call('backups.run', {});
    expect((await shop.call('backups.health', {})).problems).toMatchObject([{ kind: 'one-place' }]);
  });

  it('practises a restore with the newest copy and leaves nothing of it behind', async () => {
    await addPlace(first(), 'One');
    await shop.call('backups.run', {});
    const drill = await shop.call('backups.drill', {});
    expect(drill).toMatchObject({ isPassed: true, label: 'One', error: null });
    expect(existsSync(join(shop.home, 'drill'))).toBe(false);
    expect((await shop.call('backups.health', {})).lastDrill).toEqual(drill);
    shop.clock.advance(40 * day);
    expect((await shop.call('backups.health', {})).problems.map(({ kind }) => kind)).toContain('drill-due');
  });

  it('releases at once when cancelled, with nothing half-made', async () => {
    await addPlace(first(), 'One');
    const requestId = '0198c0de-0000-7000-8000-000000000001';
    const running = shop.try('backups.run', {}, requestId);
    shop.dispatcher.cancel(requestId);
    expect(await running).toMatchObject({ ok: false, code: 'CANCELLED' });
    expect(await shop.call('backups.attempts', {})).toEqual([]);
    await shop.call('backups.run', {});
    expect(readdirSync(first()).filter((name) => name.endsWith('.partial'))).toEqual([]);
  });

  it('lets only a manager copy, close and restore', async () => {
    shop.as('advisor');
    for (const operation of ['backups.run', 'backups.drill', 'restore.kept'])
      expect(await code(operation, {})).toBe('NOT_ALLOWED');
    expect(await code('restore.run', { folder: first() })).toBe('NOT_ALLOWED');
    expect(await code('backups.health', {})).toBe('ok');
    shop.as('manager');
    expect(await code('restore.run', { folder: first() })).toBe('CONFIRMATION_NEEDED');
  });
});
