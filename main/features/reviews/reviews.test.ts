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

const plan = (more: Partial<Input<'reviews.plan'>> = {}) =>
  shop.try('reviews.plan', {
    customerId,
    plannedOn: '2026-11-27',
    place: 'In the shop',
    ourPeople: [shop.staff.advisor, shop.staff.manager],
    theirPeople: 'Mrs Chan',
    language: 'en',
    ...more,
  });
const planned = async () => {
  const answer = await plan();
  if (!answer.ok) throw new Error(answer.code);
  return (answer.value as { reviewId: string }).reviewId;
};
const get = (reviewId: string) => shop.call('reviews.get', { reviewId });
const joinTier = (tier: string, since: string) =>
  shop.shop.writer
    .prepare(
      `INSERT INTO vip_memberships (id, customer_id, card_number, tier, since, created_at) VALUES (?, ?, ?, ?, ?, 1)`,
    )
    .run(newId(), customerId, newId(), tier, since);
const promise = (what: string, isDiscreet = false) =>
  shop.call('promises.make', { customerId, kind: 'find', what, dueOn: '2026-12-01', isDiscreet });
const duties = async () =>
  (await shop.call('today.list', { scope: 'shop' })).groups.find(({ kind }) => kind === 'review')?.duties ??
  [];

describe('a review meeting', () => {
  it('is planned with an agenda from the record, and stands on Today and the timeline', async () => {
    await promise('Find the blue dial');
    await shop.call('sales.record', {
      customerId,
      lines: [{ description: 'Strap', quantity: 1, unitPriceMinor: 900_00 }],
    });
    await shop.call('needs.note', { customerId, brand: 'Omega', category: 'watch' });
    await shop.call('complaints.open', {
      customerId,
      source: 'in-person',
      about: 'product',
      what: 'The clasp rattles',
      severity: 'minor',
    } as Input<'complaints.open'>);
    const { review, points } = await get(await planned());
    expect(review).toMatchObject({
      number: 'RA-000001',
      ourPeople: [{ id: shop.staff.advisor }, { id: shop.staff.manager }],
    });
    const words = points.map(({ source, words: said }) => [source, said]);
    expect(words).toEqual(
      expect.arrayContaining([
        ['purchases', 'Bought 20 November 2026: Strap'],
        ['promise', 'Promised by 1 December 2026: Find the blue dial'],
        ['need', 'Looking for: Omega Watch'],
        ['complaint', expect.stringContaining('The clasp rattles')],
        ['consent', expect.stringContaining('No marketing consent')],
      ]),
    );
    expect(points.find(({ source }) => source === 'spend')).toMatchObject({ isInternal: true });
    expect(await duties()).toMatchObject([{ dueOn: '2026-11-27', params: { case: 'planned' } }]);
    const { entries } = await shop.call('timeline.forCustomer', { customerId, kinds: ['review'] });
    expect(entries.map(({ title }) => title)).toEqual(['review.planned']);
  });

  it('is refused in the past, for nobody, with nobody, and while one is planned', async () => {
    const code = async (more: Partial<Input<'reviews.plan'>>) => {
      const answer = await plan(more);
      return answer.ok ? 'done' : answer.code;
    };
    expect(await code({ plannedOn: '2026-11-19' })).toBe('REVIEW_IN_THE_PAST');
    expect(await code({ customerId: 'nobody' })).toBe('CUSTOMER_NOT_FOUND');
    expect(await code({ ourPeople: ['nobody'] })).toBe('OWNER_NOT_FOUND');
    expect(await code({ ourPeople: [] })).toBe('INVALID_INPUT');
    expect(await code({})).toBe('done');
    expect(await code({})).toBe('REVIEW_PLANNED_ALREADY');
  });

  it('has an editable agenda; what was taken out does not come back from the record', async () => {
    await promise('Find the blue dial');
    const reviewId = await planned();
    const { points } = await get(reviewId);
    const dial = points.find(({ source }) => source === 'promise');
    const rest = points.filter(({ id }) => id !== dial?.id);
    const own = { id: null, words: 'Ask about the new house', isInternal: true };
    await shop.call('reviews.saveAgenda', { reviewId, version: 1, points: [own, ...rest] });
    expect(await shop.try('reviews.saveAgenda', { reviewId, version: 1, points: [] })).toMatchObject({
      code: 'REVIEW_CHANGED',
    });
    await promise('Send the valuation');
    expect(await shop.call('reviews.refill', { reviewId, version: 2 })).toEqual({ version: 3, added: 1 });
    expect(await shop.call('reviews.refill', { reviewId, version: 3 })).toEqual({ version: 3, added: 0 });
    const after = (await get(reviewId)).points;
    expect(after[0]).toMatchObject({ source: 'own', words: 'Ask about the new house', isInternal: true });
    expect(JSON.stringify(after)).not.toContain('blue dial');
    expect(JSON.stringify(after)).toContain('Send the valuation');
  });

  it('moves and is cancelled with a reason, and may take place after all', async () => {
    const reviewId = await planned();
    const move = { reviewId, version: 1, plannedOn: '2026-12-04', reason: 'He travels' };
    await shop.call('reviews.move', move);
    await shop.call('reviews.cancel', { reviewId, version: 2, reason: 'He moved away' });
    expect(await shop.try('reviews.move', { ...move, version: 3 })).toMatchObject({ code: 'REVIEW_CLOSED' });
    expect(await duties()).toEqual([]);
    await shop.call('reviews.revive', { reviewId });
    const { review, events } = await get(reviewId);
    expect(review).toMatchObject({ status: 'planned', plannedOn: '2026-12-04' });
    expect(events.map(({ kind, reason }) => [kind, reason])).toEqual([
      ['planned', null],
      ['moved', 'He travels'],
      ['cancelled', 'He moved away'],
      ['revived', null],
    ]);
  });
});

describe('the minutes', () => {
  const hold = async (reviewId: string, more: Partial<Input<'reviews.hold'>> = {}) => {
    const { points } = await get(reviewId);
    return shop.try('reviews.hold', {
      reviewId,
      version: 1,
      heldOn: '2026-11-20',
      points: points.map(({ id }, index) => ({
        id,
        minutes: index === 0 ? 'He agrees' : null,
        action: index === 0 ? { kind: 'find', what: 'Find the green dial', dueOn: '2026-11-30' } : null,
      })),
      customerWords: 'You remember me',
      satisfaction: 5,
      nextOn: '2027-05-20',
      ...more,
    });
  };

  it('make promises of their actions in the same step, or nothing at all', async () => {
    const reviewId = await planned();
    const { points } = await get(reviewId);
    const bad = await hold(reviewId, {
      points: [
        {
          id: points[0]?.id ?? '',
          minutes: 'x',
          action: { kind: 'find', what: 'Find it', dueOn: '2026-12-01' },
        },
        { id: 'unknown', minutes: 'y' },
      ],
    });
    expect(bad).toMatchObject({ code: 'REVIEW_POINT_NOT_FOUND' });
    expect((await shop.call('promises.list', { scope: 'shop' })).total).toBe(0);
    expect(await hold(reviewId)).toMatchObject({ value: { promises: 1 } });
    const [made] = (await shop.call('promises.list', { scope: 'shop' })).promises;
    expect(made).toMatchObject({ what: 'Find the green dial', origin: { kind: 'review', id: reviewId } });
    const { review, points: after } = await get(reviewId);
    expect(review).toMatchObject({ status: 'held', customerWords: 'You remember me', satisfaction: 5 });
    expect(after[0]).toMatchObject({ minutes: 'He agrees', promise: { number: made?.number } });
    const run = (sql: string) => () => shop.shop.writer.prepare(sql).run();
    expect(run(`UPDATE review_points SET minutes = 'x'`)).toThrow('not rewritten');
    expect(run(`UPDATE review_meetings SET customer_words = 'x'`)).toThrow('not rewritten');
    expect(run('DELETE FROM review_meetings')).toThrow('kept');
  });

  it('need something said, a day that has come, and a next day after it', async () => {
    const reviewId = await planned();
    const code = async (more: Partial<Input<'reviews.hold'>>) => {
      const answer = await hold(reviewId, more);
      return answer.ok ? 'done' : answer.code;
    };
    expect(await code({ points: [], customerWords: null })).toBe('REVIEW_MINUTES_NEEDED');
    expect(await code({ heldOn: '2026-11-21' })).toBe('REVIEW_IN_THE_FUTURE');
    expect(await code({ nextOn: '2026-11-20' })).toBe('REVIEW_NEXT_TOO_SOON');
    expect(await code({ nextOn: null })).toBe('done');
  });

  it('bring their actions to the next agenda, and the next day to Today', async () => {
    joinTier('gold', '2026-01-01');
    const reviewId = await planned();
    expect((await get(reviewId)).suggestedNextOn).toBe('2027-11-20');
    await hold(reviewId, { nextOn: '2026-11-25' });
    expect(await duties()).toMatchObject([{ dueOn: '2026-11-25', params: { case: 'due' } }]);
    const next = await planned();
    expect(await duties()).toMatchObject([{ params: { case: 'planned' } }]);
    const { points } = await get(next);
    expect(points[0]).toMatchObject({
      source: 'action',
      words: 'From the last meeting: Find the green dial, by 30 November 2026 (open)',
    });
    expect(points.filter(({ words }) => words.includes('green dial'))).toHaveLength(1);
    await shop.call('reviews.cancel', { reviewId: next, version: 1, reason: 'Later' });
    expect(await duties()).toMatchObject([{ dueOn: '2026-11-25', params: { case: 'due' } }]);
  });
});

describe('the cadence', () => {
  it('asks for a first meeting by the tier, as the manager set it', async () => {
    joinTier('gold', '2025-11-25');
    expect(await duties()).toMatchObject([{ dueOn: '2026-11-25', params: { case: 'due' } }]);
    expect(await shop.call('reviews.due', {})).toMatchObject({
      total: 1,
      due: [{ tier: 'gold', dueOn: '2026-11-25', lastHeldOn: null }],
    });
    expect(await shop.call('reviews.forCustomer', { customerId })).toMatchObject({
      months: 12,
      dueOn: '2026-11-25',
    });
    await shop.call('shop.saveSettings', { reviewRules: { months: { diamond: 6 } } });
    expect(await duties()).toEqual([]);
  });
});

describe('mine', () => {
  it('is the same to whoever looks after few customers and to whoever looks after very many', async () => {
    const db = shop.shop.writer;
    joinTier('gold', '2025-11-25');
    const others = addCustomer(shop);
    customerId = addCustomer(shop);
    joinTier('gold', '2025-11-20');
    db.prepare('UPDATE customers SET secondary_advisor_id = ? WHERE id = ?').run(
      shop.staff.advisor,
      customerId,
    );
    shop.as('advisor');
    const mine = async () =>
      (await shop.call('today.list', { scope: 'mine' })).groups
        .filter(({ kind }) => kind === 'review')
        .flatMap((group) => group.duties.map(({ customer }) => customer?.id));
    expect(await mine()).toEqual([customerId]);
    const own = db.prepare('UPDATE customers SET primary_advisor_id = ? WHERE id = ?');
    db.exec('BEGIN');
    own.run(shop.staff.advisor, others);
    for (let more = 0; more < 1001; more += 1) own.run(shop.staff.advisor, addCustomer(shop));
    db.exec('COMMIT');
    expect(await mine()).toEqual([customerId]);
  });
});

describe('the paper', () => {
  it('has no internal point for the customer, and nothing discreet for anybody', async () => {
    await promise('Find the blue dial');
    await promise('Hide the necklace', true);
    shop.shop.writer
      .prepare(
        `INSERT INTO customer_dates (id, customer_id, kind, label, month, day, is_discreet)
         VALUES ('d1', ?, 'anniversary', 'Secret day', 12, 1, 1), ('d2', ?, 'anniversary', 'Wedding day', 12, 2, 0)`,
      )
      .run(customerId, customerId);
    const reviewId = await planned();
    const { points } = await get(reviewId);
    expect(points.filter(({ isDiscreet }) => isDiscreet).map(({ source }) => source)).toEqual([
      'promise',
      'date',
    ]);
    const paper = async (copy: 'customer' | 'shop') => {
      const { documentId } = await shop.call('reviews.print', { reviewId, copy, language: 'en' });
      return shop.devices.keptDocument(documentId)?.html ?? '';
    };
    for (const copy of ['customer', 'shop'] as const) {
      const html = await paper(copy);
      expect(html).toContain('Find the blue dial');
      expect(html).not.toContain('Hide the necklace');
      expect(html).not.toContain('Secret day');
    }
    expect(await paper('shop')).toContain('Wedding day');
    expect(await paper('customer')).not.toContain('Wedding day');
  });
});
