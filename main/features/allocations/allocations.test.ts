import { newId } from '@main/kernel/ids';
import type { Input } from '@shared/contract';
import { addCustomer, addWatch } from '@tests/fixtures/goods';
import { openTestShop, type TestShop } from '@tests/fixtures/shop';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

let shop: TestShop;
let productId: string;
/** Three who wait, in the order in which they registered. */
let people: { customerId: string; interestId: string }[];
beforeEach(async () => {
  // Friday 20 November 2026, noon in Hong Kong.
  shop = openTestShop();
  productId = await addWatch(shop);
  people = [];
  for (const [index, familyName] of ['Au', 'Bao', 'Chow'].entries()) {
    shop.clock.advance(index === 0 ? -400 * 86_400_000 : 90 * 86_400_000);
    const customerId = addCustomer(shop, { familyName });
    const { interestId } = await shop.call('interests.register', {
      customerId,
      productId,
      reason: 'Likes it',
    });
    people.push({ customerId, interestId });
  }
  shop.clock.set(Date.UTC(2026, 10, 20, 4));
});
afterEach(() => shop.close());

const open = (more: object = {}) => shop.call('allocations.open', { productId, ...more });
const get = (allocationId: string) => shop.call('allocations.get', { allocationId });
const offer = (allocationId: string, index: number, more: object = {}) => ({
  allocationId,
  interestId: people[index]?.interestId ?? '',
  how: 'phone' as const,
  holdUntil: '2026-11-22',
  ...more,
});
const override = (allocationId: string, index: number, reason = 'Flies home tonight') =>
  shop.call('allocations.override', offer(allocationId, index, { reason }) as Input<'allocations.override'>);
const state = async (allocationId: string) => (await get(allocationId)).allocation.state;
const duties = async (kind: string) =>
  (await shop.call('today.list', { scope: 'shop' })).groups.find((group) => group.kind === kind)?.duties;

describe('a piece that arrives', () => {
  it('ranks those who wait, with arithmetic that adds up and stays as it is', async () => {
    shop.as('advisor');
    const { allocationId, number } = await open({ serial: 'S-77' });
    expect(number).toBe('LA-000001');
    const before = await get(allocationId);
    expect(before.places.map(({ interestId }) => interestId)).toEqual(people.map((one) => one.interestId));
    expect(before.criteria.version).toBe(1);
    for (const { lines, points } of before.places)
      expect(points).toBe(lines.reduce((sum, line) => sum + line.percent * line.weight, 0));
    expect(before.places[0]?.lines.find(({ code }) => code === 'waiting')).toMatchObject({
      value: 13,
      full: 24,
      percent: 54,
      weight: 30,
      points: 1620,
    });
    expect(before.nextInterestId).toBe(people[0]?.interestId);
    // What happens later changes nothing on this list.
    shop.as('manager');
    await shop.call('allocations.writeCriteria', {
      effectiveOn: '2026-11-20',
      criteria: [{ code: 'years', weight: 10, full: 5 }],
    });
    await shop.call('sales.record', {
      customerId: people[2]?.customerId ?? '',
      lines: [{ description: 'Clock', quantity: 1, unitPriceMinor: 90_000_000 }],
    });
    expect((await get(allocationId)).places).toEqual(before.places);
    expect((await get((await open()).allocationId)).criteria.version).toBe(2);
  });

  it('is refused twice, when it was sold, and where nobody waits', async () => {
    await open({ serial: 'S-77' });
    expect(await shop.try('allocations.open', { productId, serial: 'S-77' })).toMatchObject({
      code: 'PIECE_IN_ALLOCATION',
    });
    await shop.call('sales.record', { lines: [{ productId, quantity: 1, serial: 'S-1' }] });
    expect(await shop.try('allocations.open', { productId, serial: 'S-1' })).toMatchObject({
      code: 'PIECE_SOLD',
    });
    const other = await addWatch(shop, { reference: 'X' });
    expect(await shop.try('allocations.open', { productId: other })).toMatchObject({ code: 'NOBODY_WAITS' });
    shop.as('service');
    expect(await shop.try('allocations.open', { productId })).toMatchObject({ code: 'NOT_ALLOWED' });
  });
});

describe('an offer', () => {
  it('goes down the list, waits for its answer, and ends in the sale', async () => {
    shop.as('advisor');
    const { allocationId } = await open({ serial: 'S-77' });
    expect(await duties('allocation')).toMatchObject([{ customer: { id: people[0]?.customerId } }]);
    const { offerId } = await shop.call('allocations.offer', offer(allocationId, 0));
    expect(await state(allocationId)).toBe('offered');
    expect(await duties('allocation')).toBeUndefined();
    expect(await duties('offer-hold')).toMatchObject([{ dueOn: '2026-11-22', isOverdue: false }]);
    expect(await shop.try('allocations.offer', offer(allocationId, 1))).toMatchObject({
      code: 'OFFER_STANDS',
    });
    expect(
      await shop.try('interests.withdraw', { interestId: people[0]?.interestId, reason: 'x' }),
    ).toMatchObject({ code: 'INTEREST_NOT_WAITING' });
    await shop.call('allocations.answer', { offerId, answer: 'declined', words: 'The dial is too large' });
    expect((await get(allocationId)).nextInterestId).toBe(people[1]?.interestId);

    const second = await shop.call('allocations.offer', offer(allocationId, 1));
    expect(await shop.try('allocations.answer', { offerId, answer: 'accepted', words: 'x' })).toMatchObject({
      code: 'OFFER_ENDED',
    });
    await shop.call('allocations.answer', { offerId: second.offerId, answer: 'accepted' });
    expect(await state(allocationId)).toBe('accepted');
    // Another piece than the one that was offered ends nothing.
    const customerId = people[1]?.customerId ?? '';
    await shop.call('sales.record', { customerId, lines: [{ productId, quantity: 1, serial: 'S-1' }] });
    expect(await state(allocationId)).toBe('accepted');
    const sale = await shop.call('sales.record', {
      customerId,
      lines: [{ productId, quantity: 1, serial: 'S-77' }],
    });
    expect(await state(allocationId)).toBe('sold');
    expect((await get(allocationId)).offers[0]?.sale).toMatchObject({ receiptNumber: sale.receiptNumber });
    expect(await shop.call('interests.forCustomer', { customerId })).toMatchObject({
      interests: [{ state: 'served' }],
    });
    const { entries } = await shop.call('timeline.forCustomer', { customerId, kinds: ['interest'] });
    expect(entries.map(({ title }) => title).sort()).toEqual([
      'interest.accepted',
      'interest.offered',
      'interest.registered',
      'interest.sold',
    ]);
    // A sale that is cancelled never took place.
    await shop.call('sales.cancel', { saleId: sale.saleId, reason: 'Wrong card' });
    expect(await state(allocationId)).toBe('accepted');
  });

  it('ends with a receipt that finds its customer later, and stands again when that is taken back', async () => {
    const { allocationId } = await open();
    const { offerId } = await shop.call('allocations.offer', offer(allocationId, 0));
    await shop.call('allocations.answer', { offerId, answer: 'accepted' });
    const customerId = people[0]?.customerId ?? '';
    const { saleId } = await shop.call('sales.record', {
      lines: [{ productId, quantity: 1, serial: 'S-77' }],
    });
    expect(await state(allocationId)).toBe('accepted');
    shop.clock.advance(60_000);
    const { attachmentId } = await shop.call('sales.attach', { saleId, customerId });
    expect(await state(allocationId)).toBe('sold');
    await shop.call('sales.undoAttach', { attachmentId });
    expect(await state(allocationId)).toBe('accepted');

    // Attached anew it ends; moved to somebody else it never was theirs; moved back it is again.
    shop.clock.advance(60_000);
    await shop.call('sales.attach', { saleId, customerId });
    expect(await state(allocationId)).toBe('sold');
    shop.clock.advance(60_000);
    shop.as('manager');
    const reason = 'The name was misread';
    const moved = await shop.call('sales.move', { saleId, customerId: people[1]?.customerId ?? '', reason });
    expect(await state(allocationId)).toBe('accepted');
    await shop.call('sales.undoAttach', { attachmentId: moved.attachmentId });
    expect(await state(allocationId)).toBe('sold');
  });

  it('past the order is the manager’s, with its reason, on the review list', async () => {
    const { allocationId, number } = await open();
    shop.as('advisor');
    expect(await shop.try('allocations.offer', offer(allocationId, 1))).toMatchObject({
      code: 'NOT_NEXT_IN_LINE',
    });
    expect(
      await shop.try('allocations.override', offer(allocationId, 1, { reason: 'My friend' })),
    ).toMatchObject({ code: 'NOT_ALLOWED' });
    shop.as('manager');
    expect(await shop.try('allocations.override', offer(allocationId, 1, { reason: ' ' }))).toMatchObject({
      code: 'INVALID_INPUT',
    });
    expect(await shop.try('allocations.override', offer(allocationId, 0, { reason: 'x' }))).toMatchObject({
      code: 'IS_NEXT_IN_LINE',
    });
    await override(allocationId, 1);
    const { entries } = await shop.call('oversight.list', { kind: 'allocation-override' });
    expect(entries).toMatchObject([
      { customer: { id: people[1]?.customerId }, staff: { id: shop.staff.manager } },
    ]);
    expect(entries[0]?.reason).toContain(`${number} · #2 · Flies home tonight`);
    await shop.call('oversight.sign', {
      kind: 'allocation-override',
      sourceId: entries[0]?.sourceId ?? '',
      remark: 'Ticket seen',
    });
    expect((await shop.call('oversight.list', { kind: 'allocation-override' })).total).toBe(0);
  });

  it('is refused for a day that has passed and for somebody who came later', async () => {
    const { allocationId } = await open();
    expect(
      await shop.try('allocations.offer', offer(allocationId, 0, { holdUntil: '2026-11-19' })),
    ).toMatchObject({ code: 'HOLD_IN_THE_PAST' });
    const customerId = addCustomer(shop);
    const late = await shop.call('interests.register', { customerId, productId, reason: 'New' });
    expect(
      await shop.try('allocations.override', {
        ...offer(allocationId, 0),
        interestId: late.interestId,
        reason: 'x',
      }),
    ).toMatchObject({ code: 'NOT_ON_THE_LIST' });
    await shop.call('interests.withdraw', { interestId: people[2]?.interestId ?? '', reason: 'x' });
    expect(await shop.try('allocations.override', offer(allocationId, 2, { reason: 'x' }))).toMatchObject({
      code: 'INTEREST_NOT_WAITING',
    });
  });

  it('keeps every answer; another one needs its words', async () => {
    const { allocationId } = await open();
    const { offerId } = await shop.call('allocations.offer', offer(allocationId, 0));
    await shop.call('allocations.answer', { offerId, answer: 'accepted' });
    expect(await shop.try('allocations.answer', { offerId, answer: 'declined' })).toMatchObject({
      code: 'ANSWER_WORDS_NEEDED',
    });
    await shop.call('allocations.answer', { offerId, answer: 'declined', words: 'Changed her mind' });
    expect(await state(allocationId)).toBe('waiting');
    const answers = shop.shop.reader
      .prepare(`SELECT answer FROM allocation_events WHERE kind = 'answered' ORDER BY id`)
      .pluck()
      .all();
    expect(answers).toEqual(['accepted', 'declined']);
  });

  it('freezes what was known: own account, staff, family, resale, ties', async () => {
    const db = shop.shop.writer;
    db.prepare('UPDATE staff SET own_customer_id = ? WHERE id = ?').run(
      people[0]?.customerId,
      shop.staff.manager,
    );
    await shop.call('interests.flagResale', {
      customerId: people[0]?.customerId ?? '',
      seenOn: '2026-11-01',
      evidence: 'Advertised',
    });
    const { allocationId } = await open();
    await override(allocationId, 0);
    db.prepare('UPDATE staff SET own_customer_id = NULL').run();
    const { offers } = await get(allocationId);
    expect(offers[0]?.flags).toEqual(['own-account', 'staff', 'resale']);
    expect(offers[0]?.ties).toMatchObject({ purchases: 0, years: 1 });
  });
});

describe('the criteria', () => {
  it('are written as versions, from today on, and never edited', async () => {
    const write = (more: object = {}) =>
      shop.try('allocations.writeCriteria', {
        effectiveOn: '2026-12-01',
        criteria: [{ code: 'waiting', weight: 100, full: 12 }],
        ...more,
      });
    expect(await write({ effectiveOn: '2026-11-19' })).toMatchObject({ code: 'CRITERIA_IN_THE_PAST' });
    expect(await write({ criteria: [{ code: 'waiting', weight: 0, full: 1 }] })).toMatchObject({
      code: 'CRITERIA_WITHOUT_WEIGHT',
    });
    const twice = { code: 'waiting', weight: 5, full: 1 };
    expect(await write({ criteria: [twice, twice] })).toMatchObject({ code: 'CRITERION_TWICE' });
    expect(await write()).toMatchObject({ ok: true, value: { version: 2 } });
    const { versions, inForceId } = await shop.call('allocations.criteria', {});
    expect(versions.map(({ version }) => version)).toEqual([2, 1]);
    expect(inForceId).toBe('allocation-criteria-1');
    shop.clock.advance(11 * 86_400_000);
    expect((await shop.call('allocations.criteria', {})).inForceId).toBe(versions[0]?.id);
    shop.as('advisor');
    expect(await write()).toMatchObject({ code: 'NOT_ALLOWED' });
  });
});

describe('the fairness report', () => {
  it('counts waits, order and overrides, staff and family, flags, and says by which criteria', async () => {
    shop.shop.writer
      .prepare('UPDATE staff SET own_customer_id = ? WHERE id = ?')
      .run(people[1]?.customerId, shop.staff.advisor);
    const { allocationId } = await open();
    const { offerId } = await override(allocationId, 1, 'Promised in writing');
    await shop.call('allocations.answer', { offerId, answer: 'accepted' });
    await shop.call('sales.record', {
      customerId: people[1]?.customerId ?? '',
      lines: [{ productId, quantity: 1, serial: 'S-1' }],
    });
    const second = await open();
    await shop.call('allocations.offer', offer(second.allocationId, 0));
    await shop.call('interests.withdraw', { interestId: people[2]?.interestId ?? '', reason: 'x' });
    await shop.call('interests.flagResale', {
      customerId: people[2]?.customerId ?? '',
      seenOn: '2026-11-01',
      evidence: 'Advertised',
    });
    const fairness = await shop.call('allocations.fairness', { from: '2026-11-01', to: '2026-12-31' });
    expect(fairness.to).toBe('2026-11-20');
    expect(fairness.products).toMatchObject([
      {
        registered: 0,
        withdrawn: 1,
        pieces: 2,
        served: { count: 1, median: 310, longest: 310 },
        waiting: { count: 1, median: 400, longest: 400 },
        offersInOrder: 1,
        overrides: 1,
      },
    ]);
    expect(fairness.people).toMatchObject([
      { inOrder: 1, overrides: [{ rank: 2, dueRank: 1, reason: 'Promised in writing', answer: 'accepted' }] },
    ]);
    expect(fairness.staffAndFamily).toMatchObject([{ flag: 'staff', isOverride: true, isSold: true }]);
    expect(fairness.resaleFlags).toHaveLength(1);
    expect(fairness.criteria.map(({ version }) => version)).toEqual([1]);
    const before = await shop.call('allocations.fairness', { from: '2026-01-01', to: '2026-11-19' });
    expect(before.products).toMatchObject([{ pieces: 0, served: { count: 0 }, waiting: { count: 3 } }]);

    const { documentId } = await shop.call('allocations.fairnessReport', {
      from: '2026-11-01',
      to: '2026-11-30',
      language: 'en',
    });
    const document = shop.devices.keptDocument(documentId);
    expect(document?.html).toContain('Promised in writing');
    // Whoever reads it outside the shop learns no name of a customer.
    expect(document?.html).not.toMatch(/Bao|陳大文/);
    shop.as('advisor');
    expect(await shop.try('allocations.fairness', { from: '2026-11-01', to: '2026-11-30' })).toMatchObject({
      code: 'NOT_ALLOWED',
    });
  });
});

describe('what was written', () => {
  it('cannot be rewritten or deleted by SQL', async () => {
    const { allocationId } = await open();
    const { offerId } = await override(allocationId, 1);
    await shop.call('allocations.extendHold', { offerId, until: '2026-11-25', reason: 'Abroad' });
    await shop.call('allocations.answer', { offerId, answer: 'declined' });
    const db = shop.shop.writer;
    for (const table of [
      'allocations',
      'allocation_ranks',
      'allocation_offers',
      'allocation_events',
      'allocation_criteria',
      'allocation_hold_extensions',
    ]) {
      const [column] = (db.pragma(`table_info(${table})`) as { name: string }[]).map(({ name }) => name);
      expect(() => db.prepare(`UPDATE ${table} SET ${column} = ${column}`).run()).toThrow(/append-only/);
      expect(() => db.prepare(`DELETE FROM ${table}`).run()).toThrow(/append-only/);
    }
    expect(() =>
      db
        .prepare(
          `INSERT INTO allocation_offers SELECT ?, allocation_id, interest_id, rank, due_interest_id, NULL, at, offered_on,
             staff_id, how, words, hold_until, flags, ties, NULL FROM allocation_offers`,
        )
        .run(newId()),
    ).toThrow(/CHECK/);
  });

  it('follows the person when two records become one', async () => {
    const { allocationId } = await open();
    const [first, second] = people;
    await shop.call('allocations.offer', offer(allocationId, 0));
    const version = (id: string) => shop.call('customers.get', { id });
    expect((await version(first?.customerId ?? '')).id).toBe(first?.customerId);
    shop.shop.writer
      .prepare('UPDATE interests SET customer_id = ? WHERE id = ?')
      .run(first?.customerId, second?.interestId);
    const [offered] = (await get(allocationId)).offers;
    await shop.call('allocations.answer', { offerId: offered?.id ?? '', answer: 'no-answer' });
    // Whoever was asked under one record is not next under the other.
    expect((await get(allocationId)).nextInterestId).toBe(people[2]?.interestId);
  });
});
