import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Input } from '@shared/contract';
import { roles } from '@shared/contract/permissions';
import { checkPin } from '@shared/domain/pins';
import { encodeRecoveryKey } from '@shared/domain/recovery-key';
import { SAMPLE_PINS } from '@shared/domain/sample';
import { openTestShop, type TestShop } from '@tests/fixtures/shop';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const passphrase = 'correct horse battery staple watch';
let counter: TestShop;
let home: string;

/** A clean machine: the fixture's own shop is closed and removed. */
beforeEach(() => {
  counter = openTestShop();
  home = counter.home;
  counter.dispatcher.switchShop(null);
  rmSync(join(home, 'shop'), { recursive: true });
});
afterEach(() => counter.close());

const answers = (change: Partial<Input<'setup.finish'>> = {}): Input<'setup.finish'> => ({
  shop: {
    name: 'Test Counter',
    chineseName: '測試櫃位',
    address: '1 Test Street',
    chineseAddress: null,
    hotline: '+852 2345 6789',
    email: null,
    openingHours: '11:00–20:30',
    privacyOfficer: null,
    currency: 'HKD',
    defaultLanguage: 'zh-Hant',
  },
  manager: { name: 'Mandy Lee', chineseName: '李文迪', language: 'zh-Hant', pin: '70839461' },
  passphrase,
  places: [],
  ...change,
});

async function beginAndProve(): Promise<string> {
  const { documentId } = await counter.call('setup.begin', {
    name: 'Test',
    chineseName: null,
    language: 'en',
  });
  const sheet = counter.devices.keptDocument(documentId)?.html ?? '';
  const key = [...sheet.matchAll(/<\/small>([0-9A-Z]{6})<\/li>/g)].map(([, group]) => group).join('-');
  await counter.call('setup.proveSheet', { typed: key.toLowerCase() });
  return key;
}

describe('setting up a shop', () => {
  it('writes nothing before the last step, then opens it unlocked as its manager', async () => {
    await beginAndProve();
    expect(readdirSync(home)).toEqual([]);
    const copies = mkdtempSync(join(tmpdir(), 'vitrine-copies-'));
    await counter.call(
      'setup.finish',
      answers({ places: [{ folder: copies, label: 'USB', kind: 'removable' }] }),
    );
    const state = await counter.call('session.state', {});
    expect(state).toMatchObject({
      shop: { name: 'Test Counter', isSample: false, defaultLanguage: 'zh-Hant' },
      staff: { name: 'Mandy Lee', role: 'manager' },
    });
    expect(readdirSync(home)).toEqual(['shop']);
    const keyFile = readFileSync(join(home, 'shop', 'key.json'), 'utf8');
    expect(keyFile).not.toContain(counter.dispatcher.shop?.location.keyHex);
    const places = counter.dispatcher.shop?.reader
      .prepare('SELECT folder, label, kind FROM backup_places')
      .all();
    expect(places).toEqual([{ folder: copies, label: 'USB', kind: 'removable' }]);
  });

  it('insists on the sheet, on a strong passphrase and on a good PIN, and leaves nothing behind', async () => {
    expect(await counter.try('setup.finish', answers())).toMatchObject({ code: 'SETUP_NOT_BEGUN' });
    await counter.call('setup.begin', { name: 'Test', chineseName: null, language: 'en' });
    expect(await counter.try('setup.finish', answers())).toMatchObject({ code: 'SHEET_NOT_PROVED' });
    await beginAndProve();
    expect(await counter.try('setup.finish', answers({ passphrase: null }))).toMatchObject({
      code: 'PASSPHRASE_NEEDED',
    });
    expect(await counter.try('setup.finish', answers({ passphrase: 'password1' }))).toMatchObject({
      code: 'PASSPHRASE_WEAK',
    });
    const manager = { ...answers().manager, pin: '19850731' };
    expect(await counter.try('setup.finish', answers({ manager }))).toMatchObject({ code: 'PIN_DATE' });
    const inside = [{ folder: home, label: 'here', kind: 'disk' as const }];
    expect(await counter.try('setup.finish', answers({ places: inside }))).toMatchObject({
      code: 'PLACE_INSIDE_SHOP',
    });
    expect(readdirSync(home)).toEqual([]);
  });

  it('says which group of the typed key is wrong, and that another sheet is another sheet', async () => {
    const key = await beginAndProve();
    // One wrong character is always located; two might cancel each other out within a group.
    const wrong = key.replace(/^./, key.startsWith('0') ? '1' : '0');
    expect(await counter.try('setup.proveSheet', { typed: wrong })).toMatchObject({
      code: 'RECOVERY_KEY_CHECKSUM',
      params: { group: 1 },
    });
    const other = encodeRecoveryKey(new Uint8Array(32).fill(7));
    expect(await counter.try('setup.proveSheet', { typed: other })).toMatchObject({
      code: 'RECOVERY_KEY_OTHER',
    });
  });

  it('never touches a shop that is there, whole or in part', async () => {
    await beginAndProve();
    mkdirSync(join(home, 'shop'));
    writeFileSync(join(home, 'shop', 'key.json'), '{}');
    expect(await counter.try('setup.finish', answers())).toMatchObject({ code: 'SHOP_EXISTS' });
    expect(await counter.call('setup.state', {})).toMatchObject({
      hasShop: true,
      problem: { code: 'KEY_FILE_DAMAGED' },
    });
  });
});

describe('opening a shop that is there', () => {
  let key: string;
  beforeEach(async () => {
    key = await beginAndProve();
    await counter.call('setup.finish', answers());
    counter.dispatcher.switchShop(null);
  });

  it('needs the passphrase', async () => {
    expect(await counter.call('setup.state', {})).toMatchObject({ problem: { code: 'PASSPHRASE_NEEDED' } });
    expect(await counter.try('setup.openShop', { passphrase: 'wrong' })).toMatchObject({
      code: 'PASSPHRASE_WRONG',
    });
    await counter.call('setup.openShop', { passphrase });
    expect((await counter.call('session.state', {})).shop?.name).toBe('Test Counter');
  });

  it('opens with the recovery sheet, which sets a new passphrase and goes on working', async () => {
    const newPassphrase = 'nine quiet clocks strike seven';
    await counter.call('setup.recover', { recoveryKey: key, newPassphrase });
    counter.dispatcher.switchShop(null);
    expect(await counter.try('setup.openShop', { passphrase })).toMatchObject({ code: 'PASSPHRASE_WRONG' });
    await counter.call('setup.openShop', { passphrase: newPassphrase });
    counter.dispatcher.switchShop(null);
    await counter.call('setup.recover', { recoveryKey: key, newPassphrase });
  });

  it.each([
    ['cut off', (folder: string) => truncateSync(join(folder, 'vitrine.db'), 0), 'DATABASE_DAMAGED'],
    ['cut short', (folder: string) => truncateSync(join(folder, 'vitrine.db'), 100), 'WRONG_KEY_OR_DAMAGED'],
    ['gone', (folder: string) => unlinkSync(join(folder, 'vitrine.db')), 'DATABASE_MISSING'],
  ])('says so when the database is %s, and makes no new one', async (_what, harm, code) => {
    const folder = join(home, 'shop');
    harm(folder);
    const before = readdirSync(folder);
    expect(await counter.try('setup.openShop', { passphrase })).toMatchObject({ code });
    expect(
      await counter.try('setup.begin', { name: 'New', chineseName: null, language: 'en' }),
    ).toMatchObject({
      code: 'SHOP_EXISTS',
    });
    expect(readdirSync(folder).filter((file) => !/-(wal|shm)$/.test(file))).toEqual(
      before.filter((file) => !/-(wal|shm)$/.test(file)),
    );
  });

  it('gives a locked-out manager a new PIN against the recovery sheet, and nobody else', async () => {
    await counter.call('setup.openShop', { passphrase });
    const [manager] = await counter.call('session.people', {});
    const staffId = manager?.id ?? '';
    counter.dispatcher.shop?.writer.exec('UPDATE staff SET pin_locked = 1, failed_attempts = 10');
    const other = encodeRecoveryKey(new Uint8Array(32).fill(7));
    const reset = (recoveryKey: string) =>
      counter.try('setup.resetManagerPin', { staffId, recoveryKey, newPin: '9470258316' });
    expect(await reset(other)).toMatchObject({ code: 'RECOVERY_KEY_WRONG' });
    expect(await reset(key)).toMatchObject({ ok: true });
    await counter.call('session.unlock', { staffId, pin: '9470258316' });
  });
});

describe('the sample shop', () => {
  it.each(roles)('has a PIN for the %s that is accepted like any other', (role) => {
    expect(checkPin(SAMPLE_PINS[role], role)).toBeNull();
  });

  it('cannot be left where it is not open', async () => {
    expect(await counter.try('setup.leaveSample', {})).toMatchObject({ code: 'NOT_SAMPLE' });
  });
});
