import { rebuildCoPurchases } from '@main/features/recommendations/recommendations.sql';
import { newId } from '@main/kernel/ids';
import { addCustomer, addProduct, addWatch } from '@tests/fixtures/goods';
import { openTestShop, type TestShop } from '@tests/fixtures/shop';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

let shop: TestShop;
let customerId: string;
beforeEach(() => {
  shop = openTestShop();
  customerId = addCustomer(shop);
});
afterEach(() => shop.close());

const codeOf = async (operation: string, input: unknown) => {
  const answer = await shop.try(operation, input);
  return answer.ok ? 'ok' : answer.code;
};
const shortlist = async (needId: string | null = null) =>
  (await shop.call('recommendations.forCustomer', { customerId, needId })).shortlist;
const codes = async (productId: string, needId: string | null = null) =>
  (await shortlist(needId)).find(({ product }) => product.id === productId)?.reasons.map(({ code }) => code);
const sell = (who: string | null, productIds: string[], more: object = {}) =>
  shop.call('sales.record', {
    customerId: who,
    lines: productIds.map((productId, index) => ({
      productId,
      quantity: 1,
      serial: `S${newId().slice(-6)}${index}`,
    })),
    ...more,
  });
const record = (productId: string, outcome: 'shown' | 'tried' | 'declined', needId: string | null = null) =>
  shop.call('recommendations.record', { customerId, productId, needId, outcome });

describe('the shortlist', () => {
  it('puts what answers the need first, with its reasons', async () => {
    const asked = await addWatch(shop, { code: 'A' });
    const other = await addWatch(shop, { code: 'B', brand: 'Seiko', reference: 'S', priceMinor: 40_000_00 });
    const { needId } = await shop.call('needs.note', {
      customerId,
      category: 'watch',
      brand: 'Omega',
      budgetMaxMinor: 50_000_00,
    });
    const list = await shortlist(needId);
    expect(list.map(({ product }) => product.id)).toEqual([asked, other]);
    expect(list[0]!.reasons.map(({ code }) => code)).toEqual([
      'ASKED_FOR',
      'FITS_BUDGET',
      'NEW_ARRIVAL',
      'IN_STOCK',
    ]);
  });

  it('complements what they own and does not repeat it', async () => {
    const watch = await addWatch(shop, { code: 'W', attributes: { lug_mm: 20 } });
    const fits = await addProduct(shop, { code: 'S20', attributes: { width_mm: 20 } });
    const not = await addProduct(shop, { code: 'S22', attributes: { width_mm: 22 } });
    await sell(customerId, [watch]);
    const list = await shortlist();
    expect(list.map(({ product }) => product.id)).not.toContain(watch);
    expect(await codes(fits)).toContain('COMPLEMENTS_OWNED');
    expect(await codes(not)).not.toContain('COMPLEMENTS_OWNED');
  });

  it('knows what the shop’s customers buy together, once five of them did', async () => {
    const [watch, roll, plain] = [
      await addProduct(shop, { code: 'C', category: 'clock' }),
      await addProduct(shop, { code: 'R', category: 'gift', name: 'Watch roll' }),
      await addProduct(shop, { code: 'P', category: 'gift', name: 'Pen' }),
    ];
    for (let n = 0; n < 5; n += 1) await sell(addCustomer(shop), [watch, roll]);
    for (let n = 0; n < 12; n += 1) await sell(addCustomer(shop), [plain]);
    await sell(customerId, [watch]);
    shop.clock.advance(100 * 86_400_000);
    expect(await codes(roll)).toBeUndefined();
    const figures = shop.shop.writer.transaction(() =>
      rebuildCoPurchases(shop.shop.writer, shop.clock.now()),
    )();
    expect(figures).toBe(4);
    expect(await codes(roll)).toContain('BOUGHT_TOGETHER');
    expect(await codes(plain)).toBeUndefined();
  });

  it('never cites what is discreet, and keeps a secret present off the other’s list', async () => {
    const watch = await addWatch(shop, { code: 'W', attributes: { lug_mm: 20 } });
    const strap = await addProduct(shop, { code: 'S20', attributes: { width_mm: 20 } });
    const wife = addCustomer(shop, { familyName: 'Lee', chineseName: '李小美' });
    await shop.call('customers.link', { customerId, otherId: wife, relation: 'spouse' });
    await sell(customerId, [watch], { isDiscreet: true });
    expect(await codes(strap)).not.toContain('COMPLEMENTS_OWNED');
    expect(JSON.stringify(await shortlist())).not.toContain('Seamaster');
    const hers = await shop.call('recommendations.forCustomer', { customerId: wife });
    expect(hers.shortlist.map(({ product }) => product.id)).not.toContain(watch);
  });

  it('names nothing of a discreet need', async () => {
    await addWatch(shop, { code: 'A' });
    const { needId } = await shop.call('needs.note', { customerId, brand: 'Omega', isDiscreet: true });
    const [first] = await shortlist(needId);
    expect(first!.reasons.map(({ code }) => code)).not.toContain('ASKED_FOR');
  });

  it('leaves their history out once they withdrew', async () => {
    const watch = await addWatch(shop, { code: 'W', attributes: { lug_mm: 20 } });
    const strap = await addProduct(shop, { code: 'S20', attributes: { width_mm: 20 } });
    await sell(customerId, [watch]);
    expect(await codes(strap)).toContain('COMPLEMENTS_OWNED');
    await shop.call('consents.withdraw', { customerId });
    expect(await codes(strap)).not.toContain('COMPLEMENTS_OWNED');
    expect((await shop.call('recommendations.forCustomer', { customerId })).usesHistory).toBe(false);
  });

  it('learns from what was declined', async () => {
    const [a, b, c] = [
      await addWatch(shop, { code: 'A', brand: 'Tudor', reference: '1' }),
      await addWatch(shop, { code: 'B', brand: 'Tudor', reference: '2' }),
      await addWatch(shop, { code: 'C', brand: 'Tudor', reference: '3' }),
    ];
    const seiko = await addWatch(shop, { code: 'D', brand: 'Seiko', reference: '4' });
    await record(a, 'declined');
    await record(b, 'declined');
    const list = await shortlist();
    expect(list.map(({ product }) => product.id)).toEqual([seiko, c]);
    expect(list[1]!.cautions.map(({ code }) => code)).toEqual(['BRAND_DECLINED']);
  });
});

describe('what came of it', () => {
  it('goes from shown to tried to declined in one line, and each step can be taken back', async () => {
    const watch = await addWatch(shop);
    const { recommendationId } = await record(watch, 'shown');
    expect((await record(watch, 'tried')).recommendationId).toBe(recommendationId);
    await record(watch, 'tried');
    expect((await shortlist())[0]!.recorded).toMatchObject({ id: recommendationId, outcome: 'tried' });
    await shop.call('recommendations.undo', { recommendationId });
    expect((await shortlist())[0]!.recorded).toMatchObject({ outcome: 'shown' });
    await shop.call('recommendations.undo', { recommendationId });
    expect((await shortlist())[0]!.recorded).toBeNull();
    expect(await codeOf('recommendations.undo', { recommendationId })).toBe('RECOMMENDATION_NOT_FOUND');
  });

  it('stands on the timeline with the brand once, whether or not the name begins with it', async () => {
    for (const name of ['Seamaster Diver 300M', 'OMEGA Speedmaster'])
      await record(await addWatch(shop, { name, code: name }), 'shown');
    const { entries } = await shop.call('timeline.forCustomer', { customerId, kinds: ['recommendation'] });
    expect(entries.map(({ params }) => params.product).sort()).toEqual([
      'OMEGA Speedmaster',
      'Omega Seamaster Diver 300M',
    ]);
  });

  it('bought closes the loop with the sale, and cancelling opens it again', async () => {
    const watch = await addWatch(shop);
    const { needId } = await shop.call('needs.note', { customerId, category: 'watch' });
    const { recommendationId } = await record(watch, 'tried', needId);
    const { saleId } = await sell(customerId, [watch], { needId, recommendationId });
    const { ended } = await shop.call('needs.forCustomer', { customerId });
    expect(ended[0]).toMatchObject({ id: needId, status: 'met', saleId });
    const after = await shop.call('recommendations.forCustomer', { customerId });
    expect(after.earlier[0]).toMatchObject({ id: recommendationId, outcome: 'bought' });
    expect(await codeOf('recommendations.undo', { recommendationId })).toBe('RECOMMENDATION_SOLD');
    await shop.call('sales.cancel', { saleId, reason: 'wrong customer' });
    expect((await shop.call('needs.forCustomer', { customerId })).open[0]?.need.id).toBe(needId);
    const open = await shop.call('recommendations.forCustomer', { customerId, needId });
    expect(open.shortlist[0]!.recorded).toMatchObject({ outcome: 'tried' });
  });

  it('meets the need it was shown for when that product is sold, though the sale names no need', async () => {
    const watch = await addWatch(shop);
    const { needId } = await shop.call('needs.note', { customerId, category: 'watch' });
    const { needId: putOff } = await shop.call('needs.note', { customerId, category: 'watch' });
    await shop.call('needs.close', {
      needId: putOff,
      outcome: 'postponed',
      reason: 'bonus',
      until: '2027-02-01',
    });
    for (const about of [needId, putOff]) await record(watch, 'shown', about);
    const { saleId } = await sell(customerId, [watch]);
    const { open, ended } = await shop.call('needs.forCustomer', { customerId });
    expect(open).toEqual([]);
    expect(ended.map(({ status, saleId: by }) => [status, by])).toEqual([
      ['met', saleId],
      ['met', saleId],
    ]);
    await shop.call('sales.cancel', { saleId, reason: 'wrong customer' });
    const again = await shop.call('needs.forCustomer', { customerId });
    expect(again.open.map(({ need }) => need.id).sort()).toEqual([needId, putOff].sort());
  });

  it('meets the need with the one tap that names the recommendation alone', async () => {
    const watch = await addWatch(shop);
    const { needId } = await shop.call('needs.note', { customerId, category: 'watch' });
    const { recommendationId } = await record(watch, 'declined', needId);
    const { saleId } = await sell(customerId, [watch], { recommendationId });
    const { ended } = await shop.call('needs.forCustomer', { customerId });
    expect(ended[0]).toMatchObject({ id: needId, status: 'met', saleId });
  });

  it('leaves a need open that this product was not recommended for, and one that has ended as it ended', async () => {
    const watch = await addWatch(shop, { code: 'A' });
    const other = await addWatch(shop, { code: 'B', reference: 'B' });
    const note = async () => (await shop.call('needs.note', { customerId, category: 'watch' })).needId;
    const [waiting, refused, lost, byHand] = [await note(), await note(), await note(), await note()];
    await record(other, 'shown', waiting);
    await record(watch, 'declined', refused);
    for (const about of [lost, byHand]) await record(watch, 'shown', about);
    await shop.call('needs.close', { needId: lost, outcome: 'lost', reason: 'price' });
    await shop.call('needs.close', { needId: byHand, outcome: 'met' });
    await sell(customerId, [watch]);
    const { open, ended } = await shop.call('needs.forCustomer', { customerId });
    expect(open.map(({ need }) => need.id).sort()).toEqual([waiting, refused].sort());
    expect(ended.map(({ id, status, saleId }) => [id, status, saleId])).toEqual(
      expect.arrayContaining([
        [lost, 'lost', null],
        [byHand, 'met', null],
      ]),
    );
    const { recommendationId } = await record(other, 'tried', waiting);
    await sell(customerId, [await addWatch(shop, { code: 'C', reference: 'C' })], { recommendationId });
    const after = await shop.call('needs.forCustomer', { customerId });
    expect(after.open.map(({ need }) => need.id)).toContain(waiting);
  });

  it('belongs to the customer whose need it is', async () => {
    const watch = await addWatch(shop);
    const other = addCustomer(shop, { familyName: 'Lee' });
    const { needId } = await shop.call('needs.note', { customerId: other, category: 'watch' });
    expect(
      await codeOf('recommendations.record', { customerId, productId: watch, needId, outcome: 'shown' }),
    ).toBe('NEED_NOT_FOUND');
    expect(await codeOf('recommendations.forCustomer', { customerId, needId })).toBe('NEED_NOT_FOUND');
  });
});
