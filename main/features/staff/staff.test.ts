import { openTestShop, type TestShop } from '@tests/fixtures/shop';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

let shop: TestShop;
beforeEach(() => {
  shop = openTestShop();
  shop.session.confirm(shop.clock.now());
});
afterEach(() => shop.close());

const add = (name: string, role: 'advisor' | 'manager', pin: string) =>
  shop.try('staff.add', { name, chineseName: null, role, language: 'en', pin });

describe('staff', () => {
  it('adds somebody who must choose a PIN, and refuses a PIN the role may not have', async () => {
    expect(await add('Bella Kwok', 'manager', '708394')).toMatchObject({ code: 'PIN_TOO_SHORT' });
    expect(await add('Bella Kwok', 'advisor', '708394')).toMatchObject({ ok: true });
    expect(await add('bella kwok', 'advisor', '708394')).toMatchObject({ code: 'STAFF_NAME_TAKEN' });
    const list = await shop.call('staff.list', {});
    expect(list.find(({ name }) => name === 'Bella Kwok')).toMatchObject({
      pinMustChange: true,
      isActive: true,
    });
  });

  it('never loses the last manager', async () => {
    const { manager, advisor } = shop.staff;
    expect(await shop.try('staff.deactivate', { staffId: manager })).toMatchObject({ code: 'LAST_MANAGER' });
    expect(await shop.try('staff.setRole', { staffId: manager, role: 'advisor' })).toMatchObject({
      code: 'LAST_MANAGER',
    });
    await shop.call('staff.setRole', { staffId: advisor, role: 'manager' });
    expect(await shop.try('staff.deactivate', { staffId: manager })).toMatchObject({ code: 'STAFF_IS_SELF' });
    expect(await shop.try('staff.setRole', { staffId: manager, role: 'advisor' })).toMatchObject({
      code: 'STAFF_IS_SELF',
    });
  });

  it('asks for a new PIN when the role asks for another kind', async () => {
    await shop.call('staff.setRole', { staffId: shop.staff.service, role: 'advisor' });
    await shop.call('staff.setRole', { staffId: shop.staff.advisor, role: 'manager' });
    const list = await shop.call('staff.list', {});
    const mustChange = (id: string) => list.find((row) => row.id === id)?.pinMustChange;
    expect(mustChange(shop.staff.service)).toBe(false);
    expect(mustChange(shop.staff.advisor)).toBe(true);
  });

  it('takes who left off the lock screen, and back', async () => {
    const { advisor } = shop.staff;
    await shop.call('staff.deactivate', { staffId: advisor });
    expect((await shop.call('session.people', {})).map(({ id }) => id)).not.toContain(advisor);
    await shop.call('staff.reactivate', { staffId: advisor });
    expect((await shop.call('session.people', {})).map(({ id }) => id)).toContain(advisor);
  });

  it('refuses a member number nobody has', async () => {
    const staffId = shop.staff.advisor;
    expect(await shop.try('staff.linkCustomer', { staffId, memberNumber: 'A-999999' })).toMatchObject({
      code: 'MEMBER_NUMBER_UNKNOWN',
    });
  });
});

describe('settings', () => {
  it('hold what was set, within their limits, and only what was given', async () => {
    expect(await shop.call('shop.settings', {})).toMatchObject({ autoLockMinutes: 3 });
    await shop.call('shop.saveSettings', { autoLockMinutes: 5 });
    await shop.call('shop.saveSettings', {});
    expect(await shop.call('shop.settings', {})).toMatchObject({ autoLockMinutes: 5 });
    expect((await shop.call('session.state', {})).autoLockMinutes).toBe(5);
    expect(await shop.try('shop.saveSettings', { autoLockMinutes: 60 })).toMatchObject({
      code: 'INVALID_INPUT',
    });
  });

  it('count as unchanged where what is stored cannot be read', async () => {
    shop.shop.writer.exec("INSERT INTO settings (key, value, updated_at) VALUES ('autoLockMinutes', '{', 0)");
    expect(await shop.call('shop.settings', {})).toMatchObject({ autoLockMinutes: 3 });
  });

  it('change the shop, in both scripts', async () => {
    const before = await shop.call('shop.details', {});
    const { currency, timeZone, ...details } = before;
    await shop.call('shop.saveDetails', { ...details, chineseName: '新櫃位', email: '' });
    expect(await shop.call('shop.details', {})).toMatchObject({
      chineseName: '新櫃位',
      email: null,
      currency,
      timeZone,
    });
  });
});
