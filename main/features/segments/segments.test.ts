import { addCustomer } from '@tests/fixtures/goods';
import { openTestShop, type TestShop } from '@tests/fixtures/shop';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

let shop: TestShop;
beforeEach(() => {
  shop = openTestShop();
});
afterEach(() => shop.close());

const prospects = { groups: [{ any: [{ kind: 'prospect' as const }] }] };
const save = (more: object = {}) =>
  shop.try('segments.save', { segmentId: null, name: 'Never bought', rule: prospects, ...more });

describe('a segment', () => {
  it('is a rule: who belongs to it follows what the shop knows', async () => {
    const customerId = addCustomer(shop);
    shop.as('advisor');
    await shop.call('segments.save', { segmentId: null, name: 'Never bought', rule: prospects });
    const [segment] = await shop.call('segments.list', {});
    expect(segment).toMatchObject({ name: 'Never bought', madeBy: { name: 'Test advisor' }, version: 1 });
    const look = () => shop.call('segments.look', { rule: segment!.rule });
    expect(await look()).toMatchObject({ found: 1, looked: 1, of: 1, next: null });
    expect((await look()).people.map(({ id }) => id)).toEqual([customerId]);
    const line = { description: 'Strap', quantity: 1, unitPriceMinor: 100_00, discountMinor: 0 };
    await shop.call('sales.record', { customerId, lines: [line] });
    expect((await look()).found).toBe(0);
  });

  it('keeps its name to itself while it is in use', async () => {
    const first = await shop.call('segments.save', { segmentId: null, name: 'Prospects', rule: prospects });
    expect(await save({ name: 'PROSPECTS' })).toMatchObject({ code: 'SEGMENT_NAME_TAKEN' });
    await shop.call('segments.retire', { segmentId: first.segmentId, isRetired: true });
    expect(await save({ name: 'Prospects' })).toMatchObject({ ok: true });
    expect(await shop.try('segments.retire', { segmentId: first.segmentId, isRetired: false })).toMatchObject(
      { code: 'SEGMENT_NAME_TAKEN' },
    );
    expect(
      (await shop.call('segments.list', { withRetired: true })).map(({ isRetired }) => isRetired),
    ).toEqual([false, true]);
  });

  it('is not saved over what somebody else saved meanwhile, nor half filled in', async () => {
    const { segmentId } = await shop.call('segments.save', {
      segmentId: null,
      name: 'Prospects',
      rule: prospects,
    });
    expect(await save({ segmentId, version: 1, name: 'New' })).toMatchObject({ ok: true });
    expect(await save({ segmentId, version: 1, name: 'Other' })).toMatchObject({ code: 'SEGMENT_CHANGED' });
    expect(await save({ rule: { groups: [{ any: [] }] } })).toMatchObject({ code: 'INVALID_INPUT' });
    expect(await save({ rule: { groups: [{ any: [{ kind: 'place', text: ' ' }] }] } })).toMatchObject({
      code: 'INVALID_INPUT',
    });
  });

  it('is not the service desk’s business', async () => {
    shop.as('service');
    expect(await save()).toMatchObject({ code: 'NOT_ALLOWED' });
  });
});
