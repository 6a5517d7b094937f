import { newId } from '@main/kernel/ids';
import type { Input } from '@shared/contract';
import { addCustomer } from '@tests/fixtures/goods';
import { openTestShop, type TestShop } from '@tests/fixtures/shop';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

let shop: TestShop;
let customerId: string;
beforeEach(() => {
  // Friday 20 November 2026, noon in Hong Kong.
  shop = openTestShop();
  customerId = addCustomer(shop);
});
afterEach(() => shop.close());

const today = '2026-11-20';
const addKind = async (more: Partial<Input<'gifts.saveKind'>> = {}, pieces = 10) => {
  const { kindId } = await shop.call('gifts.saveKind', { name: 'Key ring', costMinor: 90_00, ...more });
  if (pieces > 0) await shop.call('gifts.receive', { kindId, quantity: pieces });
  return kindId;
};
const give = (kindId: string, more: Partial<Input<'gifts.give'>> = {}) =>
  shop.try('gifts.give', {
    customerId,
    kindId,
    occasion: 'thanks',
    handedOver: 'in-person',
    ...more,
  });
const stockOf = async (kindId: string) =>
  (await shop.call('gifts.kinds', {})).find(({ id }) => id === kindId)?.stock;
const joinTier = (tier: string, since = '2026-01-05', id = customerId) =>
  shop.shop.writer
    .prepare(
      `INSERT INTO vip_memberships (id, customer_id, card_number, tier, since, created_at) VALUES (?, ?, ?, ?, ?, 1)`,
    )
    .run(newId(), id, newId(), tier, since);
const consentToEmail = () => {
  const db = shop.shop.writer;
  db.prepare(
    `INSERT INTO notices (id, kind, version, language, title, body, hash, effective_at)
     VALUES ('n1', 'vip', 99, 'en', 't', 'b', 'h', 1)`,
  ).run();
  db.prepare(
    `INSERT INTO consent_events (id, seq, customer_id, kind, regime, purpose, channels, data_kinds, goods_classes,
       form, notice_id, notice_version, language, signature, at, recorded_at)
     VALUES ('e1', 1, ?, 'given', 'hk-pdpo', 'direct-marketing', '["email"]', '["name","email","items-owned"]',
       '["watches"]', 'electronic', 'n1', 1, 'en', NULL, 1, 1)`,
  ).run(customerId);
};
const duties = async () =>
  (await shop.call('today.list', { scope: 'shop' })).groups.find(({ kind }) => kind === 'gift')?.duties ?? [];

describe('the drawer', () => {
  it('changes by movements only, which nobody can rewrite', async () => {
    const kindId = await addKind();
    expect(await stockOf(kindId)).toBe(10);
    expect(await shop.try('gifts.count', { kindId, counted: 8 })).toMatchObject({
      code: 'GIFT_COUNT_DIFFERS',
      params: { stock: 10, counted: 8 },
    });
    await shop.call('gifts.count', { kindId, counted: 8, reason: 'Two were broken' });
    expect(await shop.try('gifts.correct', { kindId, quantity: -9, reason: 'x' })).toMatchObject({
      code: 'GIFT_OUT_OF_STOCK',
    });
    await shop.call('gifts.correct', { kindId, quantity: 1, reason: 'One was found' });
    expect(await stockOf(kindId)).toBe(9);
    const movements = await shop.call('gifts.movements', { kindId });
    expect(movements.map(({ kind, quantity }) => [kind, quantity])).toEqual([
      ['corrected', 1],
      ['counted', -2],
      ['received', 10],
    ]);
    const run = (sql: string) => () => shop.shop.writer.prepare(sql).run();
    expect(run('UPDATE gift_movements SET quantity = 1')).toThrow('append-only');
    expect(run('DELETE FROM gift_movements')).toThrow('append-only');
  });

  it('is corrected by the manager; what runs low says so', async () => {
    const kindId = await addKind({ lowAt: 9 });
    shop.as('advisor');
    expect(await shop.try('gifts.correct', { kindId, quantity: 1, reason: 'x' })).toMatchObject({
      code: 'NOT_ALLOWED',
    });
    expect(await give(kindId)).toMatchObject({ ok: true });
    expect((await shop.call('gifts.kinds', {}))[0]).toMatchObject({ stock: 9, isLow: true });
  });

  it('keeps a picture, and only what is one', async () => {
    const kindId = await addKind();
    const png = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(16)]).toString('base64');
    const set = (base64: string) =>
      shop.try('gifts.setPicture', { kindId, picture: { mime: 'image/png', base64 } });
    expect(await set('AAAA')).toMatchObject({ code: 'PICTURE_TYPE' });
    expect(await set(png)).toMatchObject({ ok: true });
    expect(await shop.call('gifts.picture', { kindId })).toEqual({ mime: 'image/png', base64: png });
    await shop.call('gifts.setPicture', { kindId, picture: null });
    expect(await shop.call('gifts.picture', { kindId })).toBeNull();
  });

  it('is not overwritten by somebody who saw an older version', async () => {
    const kindId = await addKind();
    const save = (version: number) =>
      shop.try('gifts.saveKind', { kindId, version, name: 'Ring', costMinor: 1 });
    expect(await save(1)).toMatchObject({ ok: true });
    expect(await save(1)).toMatchObject({ code: 'GIFT_KIND_CHANGED' });
  });
});

describe('a gift', () => {
  it('leaves the drawer, stands on the timeline and is taken back by a movement of its own', async () => {
    const kindId = await addKind();
    shop.as('advisor');
    const { giftId, number } = await shop.call('gifts.give', {
      customerId,
      kindId,
      quantity: 2,
      occasion: 'repair-apology',
      whatFor: 'For the long wait',
      handedOver: 'with-repair',
    });
    expect(number).toBe('GA-000001');
    expect(await stockOf(kindId)).toBe(8);
    const { gifts, years, budget } = await shop.call('gifts.forCustomer', { customerId });
    expect(gifts[0]).toMatchObject({
      costMinor: 180_00,
      givenBy: { id: shop.staff.advisor },
      givenOn: today,
    });
    expect(years).toEqual([{ year: 2026, gifts: 1, costMinor: 180_00 }]);
    expect(budget).toEqual({ limitMinor: 200_00, givenMinor: 180_00, leftMinor: 20_00 });
    await shop.call('gifts.takeBack', { giftId, reason: 'She did not want it' });
    expect(await shop.try('gifts.takeBack', { giftId, reason: 'Again' })).toMatchObject({
      code: 'GIFT_TAKEN_BACK',
    });
    expect(await stockOf(kindId)).toBe(10);
    expect((await shop.call('gifts.forCustomer', { customerId })).years).toEqual([]);
    const { entries } = await shop.call('timeline.forCustomer', { customerId, kinds: ['gift'] });
    expect(entries.map(({ title }) => title).sort()).toEqual(['gift.given', 'gift.takenBack']);
    const run = (sql: string) => () => shop.shop.writer.prepare(sql).run();
    expect(run('UPDATE gifts SET cost_minor = 0')).toThrow('not rewritten');
    expect(run('UPDATE gifts SET taken_back_reason = 1')).toThrow('once');
    expect(run('DELETE FROM gifts')).toThrow('kept');
  });

  it('beyond the limit needs a reason from everybody, and comes to the review list', async () => {
    const kindId = await addKind({ costMinor: 150_00 });
    shop.as('advisor');
    expect(await give(kindId)).toMatchObject({ ok: true, value: { isPastLimit: false } });
    expect(await give(kindId)).toMatchObject({ code: 'GIFT_PAST_LIMIT' });
    expect(await give(kindId, { limitReason: 'Owner of the building' })).toMatchObject({
      value: { isPastLimit: true },
    });
    shop.as('manager');
    expect(await give(kindId)).toMatchObject({ code: 'GIFT_PAST_LIMIT' });
    expect(await give(kindId, { limitReason: 'Opened our new shop' })).toMatchObject({ ok: true });
    const { entries } = await shop.call('oversight.list', { kind: 'gift' });
    expect(entries.map(({ reason, amountMinor }) => [reason, amountMinor])).toEqual(
      expect.arrayContaining([
        ['Owner of the building', 150_00],
        ['Opened our new shop', 150_00],
      ]),
    );
    // Another year has its own limit.
    shop.clock.advance(60 * 86_400_000);
    shop.as('advisor');
    expect(await give(kindId)).toMatchObject({ value: { isPastLimit: false } });
  });

  it('is not given to one’s own record, by oneself or in one’s name', async () => {
    const kindId = await addKind();
    shop.shop.writer
      .prepare('UPDATE staff SET own_customer_id = ? WHERE id = ?')
      .run(customerId, shop.staff.advisor);
    shop.as('advisor');
    expect(await give(kindId)).toMatchObject({ code: 'GIFT_TO_ONESELF' });
    expect(await give(kindId, { givenById: shop.staff.service })).toMatchObject({ code: 'GIFT_TO_ONESELF' });
    expect((await shop.call('gifts.suggest', { customerId, occasion: 'birthday' })).isOwnRecord).toBe(true);
    shop.as('manager');
    expect(await give(kindId, { givenById: shop.staff.advisor })).toMatchObject({ code: 'GIFT_TO_ONESELF' });
    expect(await give(kindId)).toMatchObject({ ok: true });
  });

  it('is refused when there is none, for nobody, and before it is given', async () => {
    const kindId = await addKind({}, 0);
    expect(await give(kindId)).toMatchObject({ code: 'GIFT_OUT_OF_STOCK', params: { stock: 0 } });
    expect(await give('nothing')).toMatchObject({ code: 'GIFT_KIND_NOT_FOUND' });
    expect(await give(kindId, { customerId: 'nobody' })).toMatchObject({ code: 'CUSTOMER_NOT_FOUND' });
    expect(await give(kindId, { givenOn: '2026-11-21' })).toMatchObject({ code: 'GIFT_IN_THE_FUTURE' });
    expect(await give(kindId, { givenById: 'nobody' })).toMatchObject({ code: 'OWNER_NOT_FOUND' });
  });
});

describe('a suggestion', () => {
  it('goes by the customer’s own taste, repeats nothing, and knows nothing of anybody else', async () => {
    const blue = await addKind({ name: 'Scarf', tastes: ['blue'], occasions: ['birthday'] });
    const gold = await addKind({ name: 'Pin', tastes: ['rose-gold'] });
    const wife = addCustomer(shop);
    const db = shop.shop.writer;
    const likes = db.prepare(
      `INSERT INTO customer_preferences (customer_id, colours, metals) VALUES (?, ?, ?)`,
    );
    likes.run(customerId, '["Blue"]', '[]');
    likes.run(wife, '[]', '["rose-gold"]');
    db.prepare(
      `INSERT INTO customer_links (id, customer_id, other_customer_id, relation, is_discreet, created_at)
       VALUES ('l1', ?, ?, 'spouse', 1, 1)`,
    ).run(customerId, wife);
    const suggest = async () =>
      (await shop.call('gifts.suggest', { customerId, occasion: 'birthday' })).suggestions;
    const [first, second] = await suggest();
    expect(first).toMatchObject({ kind: { id: blue }, isPastLimit: false });
    expect(first?.reasons).toEqual([
      { code: 'OCCASION', occasion: 'birthday' },
      { code: 'TASTE', taste: 'Blue' },
      { code: 'WITHIN', costMinor: 90_00, leftMinor: 200_00 },
    ]);
    expect(second?.kind.id).toBe(gold);
    expect(JSON.stringify(second?.reasons)).not.toContain('rose-gold');
    await give(blue, { occasion: 'birthday' });
    expect((await suggest()).map(({ kind }) => kind.id)).toEqual([gold]);
  });
});

describe('the policy', () => {
  it('has dated versions: what stood stays, what comes holds from its day', async () => {
    const base = (await shop.call('gifts.policy', {})).inForce;
    expect(base.version).toBe(0);
    const save = (effectiveOn: string, withoutCard: number) =>
      shop.try('gifts.savePolicy', {
        limits: { ...base.limits, withoutCard },
        customary: base.customary,
        effectiveOn,
        reason: 'New budget',
      });
    expect(await save('2026-11-19', 1)).toMatchObject({ code: 'GIFT_POLICY_IN_THE_PAST' });
    expect(await save('2026-12-01', 300_00)).toMatchObject({ value: { version: 1 } });
    const now = await shop.call('gifts.policy', {});
    expect(now).toMatchObject({ inForce: { version: 0 }, coming: { version: 1, by: 'Test manager' } });
    shop.clock.advance(12 * 86_400_000);
    expect((await shop.call('gifts.policy', {})).inForce).toMatchObject({
      version: 1,
      limits: { withoutCard: 300_00 },
    });
    shop.as('advisor');
    expect(await save('2027-01-01', 1)).toMatchObject({ code: 'NOT_ALLOWED' });
  });
});

describe('Today', () => {
  beforeEach(() => {
    shop.shop.writer
      .prepare('UPDATE customers SET birth_month = 11, birth_day = 23 WHERE id = ?')
      .run(customerId);
  });

  it('tells of a birthday gift where it is customary and the customer may be greeted', async () => {
    joinTier('gold');
    expect(await duties()).toEqual([]);
    consentToEmail();
    expect(await duties()).toMatchObject([
      { params: { occasion: 'birthday' }, dueOn: '2026-11-23', isOverdue: false },
    ]);
    const kindId = await addKind();
    await give(kindId, { occasion: 'birthday' });
    expect(await duties()).toEqual([]);
  });

  it('does not for a tier without the custom, nor for a date that is not to be mentioned', async () => {
    consentToEmail();
    joinTier('silver');
    expect(await duties()).toEqual([]);
    shop.shop.writer.prepare(`UPDATE vip_memberships SET tier = 'diamond'`).run();
    const date = shop.shop.writer.prepare(
      `INSERT INTO customer_dates (id, customer_id, kind, month, day, is_discreet) VALUES (?, ?, 'anniversary', 11, ?, ?)`,
    );
    date.run('d1', customerId, 22, 1);
    date.run('d2', customerId, 24, 0);
    expect((await duties()).map(({ params, dueOn }) => [params.occasion, dueOn])).toEqual([
      ['birthday', '2026-11-23'],
      ['anniversary', '2026-11-24'],
    ]);
  });

  it('tells of the Lunar New Year four weeks ahead until its fifteenth day, and only where greeting is permitted', async () => {
    joinTier('diamond');
    shop.shop.writer.prepare('UPDATE customers SET birth_month = NULL, birth_day = NULL').run();
    const occasions = async () => (await duties()).map(({ params, dueOn }) => [params.occasion, dueOn]);
    // In 2027 it is Saturday 6 February.
    const noonOf = (day: string) => Date.parse(`${day}T12:00:00+08:00`);
    shop.clock.set(noonOf('2027-01-09'));
    expect(await occasions()).toEqual([]);
    consentToEmail();
    expect(await occasions()).toEqual([['new-year', '2027-02-06']]);
    shop.clock.set(noonOf('2027-01-08'));
    expect(await occasions()).toEqual([]);
    shop.clock.set(noonOf('2027-02-21'));
    expect(await occasions()).toEqual([['new-year', '2027-02-06']]);
    shop.clock.set(noonOf('2027-02-22'));
    expect(await occasions()).toEqual([]);
    shop.clock.set(noonOf('2027-01-20'));
    await give(await addKind(), { occasion: 'new-year', givenOn: '2027-01-20' });
    expect(await occasions()).toEqual([]);
  });

  it('tells of the welcome of a new card until it was given', async () => {
    joinTier('gold', '2026-11-15');
    expect((await duties()).map(({ params }) => params.occasion)).toEqual(['vip-welcome']);
    await give(await addKind(), { occasion: 'vip-welcome' });
    expect(await duties()).toEqual([]);
  });
});

describe('the year', () => {
  it('says who received what and what it cost, on screen and on paper', async () => {
    const kindId = await addKind();
    joinTier('gold');
    await give(kindId, { occasion: 'birthday' });
    const other = addCustomer(shop, { familyName: 'Secret', chineseName: '' });
    await give(kindId, { customerId: other, isDiscreet: true, givenById: shop.staff.advisor });
    const back = await give(kindId, { occasion: 'wedding' });
    if (back.ok)
      await shop.call('gifts.takeBack', { giftId: (back.value as { giftId: string }).giftId, reason: 'x' });
    const report = await shop.call('gifts.year', { year: 2026 });
    expect(report).toMatchObject({ costMinor: 180_00, pastLimit: 0 });
    expect(report.byOccasion.map(({ key }) => key).sort()).toEqual(['birthday', 'thanks']);
    expect(report.byTier).toEqual([
      { key: '', gifts: 1, costMinor: 90_00 },
      { key: 'gold', gifts: 1, costMinor: 90_00 },
    ]);
    const { documentId } = await shop.call('gifts.printYear', { year: 2026, language: 'en' });
    const html = shop.devices.keptDocument(documentId)?.html ?? '';
    expect(html).toContain('Key ring');
    expect(html).not.toContain('Secret');
  });
});
