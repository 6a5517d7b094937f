import { addCustomer, addProduct } from '@tests/fixtures/goods';
import { collectRepair } from '@tests/fixtures/jobs';
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

const day = 86_400_000;
const versionId = 'survey-after-purchase-1';
const asked = () => ({ customerId, versionId, how: 'counter' as const, language: 'zh-Hant' as const });
const record = (answers: Record<string, number | string>) =>
  shop.call('feedback.record', { ...asked(), answers });
const code = async (operation: string, input: object) => {
  const answer = await shop.try(operation, input);
  return answer.ok ? 'done' : answer.code;
};
const sell = async (chosen?: string) => {
  const productId = chosen ?? (await addProduct(shop));
  const lines = [{ productId, quantity: 1, unitPriceMinor: 100_00 }];
  await shop.call('sales.record', { customerId, lines });
};

describe('what customers answer', () => {
  it('is kept with its question, counts for whoever served them, and stands on the timeline', async () => {
    const productId = await addProduct(shop);
    shop.as('advisor');
    await sell(productId);
    shop.as('manager');
    expect((await record({ recommend: 9, service: 5, words: '很好' })).isLow).toBe(false);
    const { feedback: list } = await shop.call('feedback.forCustomer', { customerId });
    const [feedback] = list;
    expect(feedback).toMatchObject({
      nps: 9,
      csat: 5,
      servedBy: { id: shop.staff.advisor },
      askedBy: { id: shop.staff.manager },
      answers: { words: '很好' },
    });
    const { entries } = await shop.call('timeline.forCustomer', { customerId, kinds: ['feedback'] });
    expect(entries[0]).toMatchObject({ title: 'feedback.scored', detail: '很好', params: { nps: 9 } });
  });

  it('is refused outside its scale and where nothing was answered', async () => {
    for (const answers of [{}, { recommend: 11 }, { service: 'five' }, { nobody: 1 }, { better: 'none' }])
      expect(await code('feedback.record', { ...asked(), answers })).toBe('FEEDBACK_ANSWERS');
    expect(await code('feedback.record', { ...asked(), versionId: 'x', answers: { a: 1 } })).toBe(
      'SURVEY_NOT_FOUND',
    );
    expect((await shop.call('feedback.forCustomer', { customerId })).feedback).toEqual([]);
  });

  it('cannot be rewritten', async () => {
    const { feedbackId } = await record({ recommend: 2 });
    const run = (sql: string) => () => shop.shop.writer.prepare(sql).run(feedbackId);
    expect(run('UPDATE feedback SET nps = 10 WHERE id = ?')).toThrow(/append-only/);
    expect(run('DELETE FROM feedback WHERE id = ?')).toThrow(/append-only/);
  });

  it('adds up to the published score, with how many answered', async () => {
    for (const recommend of [10, 9, 9, 8, 3]) await record({ recommend, service: recommend > 8 ? 5 : 2 });
    await shop.call('feedback.decline', asked());
    const trend = await shop.call('feedback.trend', { from: '2026-11-01', to: '2026-11-30' });
    expect(trend).toMatchObject({
      asked: 6,
      declined: 1,
      nps: { answers: 5, promoters: 3, passives: 1, detractors: 1, score: 40 },
      csat: { answers: 5, satisfied: 3, share: 60 },
      months: [{ month: '2026-11', nps: { score: 40 } }],
      people: [{ id: shop.staff.manager, nps: { answers: 5 } }],
    });
    const before = await shop.call('feedback.trend', { from: '2026-01-01', to: '2026-10-31' });
    expect(before.nps.score).toBeNull();
  });
});

describe('a low score', () => {
  it('leads to a complaint or a promise in one step, once', async () => {
    const { feedbackId, isLow } = await record({ recommend: 6 });
    expect(isLow).toBe(true);
    const waiting = async () => (await shop.call('feedback.list', { show: 'low' })).total;
    expect(await waiting()).toBe(1);
    const step = {
      kind: 'complaint' as const,
      terms: { about: 'staff' as const, what: 'Waited too long', severity: 'minor' as const },
    };
    expect(await shop.call('feedback.followUp', { feedbackId, step })).toEqual({ number: 'CA-000001' });
    expect(await code('feedback.followUp', { feedbackId, step })).toBe('FEEDBACK_FOLLOWED');
    const { open } = await shop.call('complaints.forCustomer', { customerId });
    expect(open[0]).toMatchObject({ source: 'feedback', what: 'Waited too long' });
    expect(await waiting()).toBe(0);

    const again = await record({ service: 1 });
    const promise = {
      kind: 'promise' as const,
      terms: { kind: 'call-back' as const, what: 'Ring her', dueOn: '2026-11-23' },
    };
    await shop.call('feedback.followUp', { feedbackId: again.feedbackId, step: promise });
    const promises = await shop.call('promises.forCustomer', { customerId });
    expect(promises.open[0]).toMatchObject({ origin: { kind: 'feedback', id: again.feedbackId } });
  });
});

describe('whom to ask', () => {
  const due = async () =>
    (await shop.call('today.list', { scope: 'shop' })).groups.some(({ kind }) => kind === 'survey');

  it('is who bought some days ago and was not asked for ninety days', async () => {
    const isAskDue = async () => (await shop.call('feedback.forCustomer', { customerId })).isAskDue;
    await sell();
    expect([await due(), await isAskDue()]).toEqual([false, false]);
    shop.clock.advance(5 * day);
    expect([await due(), await isAskDue()]).toEqual([true, true]);
    await record({ recommend: 9 });
    expect(await due()).toBe(false);
    shop.clock.advance(84 * day);
    await sell();
    shop.clock.advance(5 * day);
    expect(await due()).toBe(false);
    shop.clock.advance(day);
    expect(await due()).toBe(true);
  });

  it('is not who declined, for a year, nor anybody whose complaint is open', async () => {
    await sell();
    shop.clock.advance(5 * day);
    await shop.call('feedback.decline', asked());
    expect(await due()).toBe(false);
    expect(await shop.call('feedback.ask', { customerId })).toMatchObject({
      hasDeclined: true,
      quietUntil: '2027-11-25',
    });

    const other = addCustomer(shop);
    const productId = await addProduct(shop);
    const lines = [{ productId, quantity: 1, unitPriceMinor: 100_00 }];
    await shop.call('sales.record', { customerId: other, lines });
    shop.clock.advance(5 * day);
    expect(await due()).toBe(true);
    await shop.call('complaints.open', {
      customerId: other,
      source: 'phone',
      about: 'delivery',
      what: 'Late',
      severity: 'minor',
    });
    expect(await due()).toBe(false);
  });
});

describe('whom to ask after a repair', () => {
  /** A watch that was taken in, repaired, and collected now. */
  const collect = async () => {
    const { itemId } = await shop.call('items.add', {
      customerId,
      fields: { brand: 'Omega', description: 'Seamaster' },
    });
    return collectRepair(shop, { customerId, itemId });
  };
  const duties = async () => (await shop.call('today.forCustomer', { customerId })).duties;
  const surveys = async () => (await duties()).filter(({ kind }) => kind === 'survey');

  it('is whose repaired item was collected some days ago; the answer counts for whoever handed it over', async () => {
    await sell();
    shop.clock.advance(30 * day);
    const { jobId, number } = await collect();
    expect(await surveys()).toEqual([]);
    shop.clock.advance(3 * day);
    expect(await surveys()).toMatchObject([
      { id: jobId, params: { after: 'repair', item: 'Omega Seamaster' } },
    ]);
    const { occasions } = await shop.call('feedback.ask', { customerId });
    expect(occasions).toMatchObject([
      { kind: 'repair', number, isDue: true },
      { kind: 'purchase', isDue: false },
    ]);
    await record({ recommend: 3 });
    const { feedback } = await shop.call('feedback.forCustomer', { customerId });
    expect(feedback[0]).toMatchObject({
      about: { kind: 'repair', number },
      servedBy: { id: shop.staff.service },
    });
    expect(await surveys()).toEqual([]);
  });

  it('is asked although somebody else’s repair is late', async () => {
    await collect();
    const otherId = addCustomer(shop, { familyName: 'Ho' });
    const other = await shop.call('items.add', { customerId: otherId, fields: { description: 'Clock' } });
    const { jobId } = await collectRepair(shop, { customerId: otherId, itemId: other.itemId });
    const db = shop.shop.writer;
    db.prepare(
      `UPDATE service_jobs SET stage = 'working', holder = 'workshop', ended_at = NULL WHERE id = ?`,
    ).run(jobId);
    db.prepare(
      `UPDATE promises SET due_on = '2020-01-01' WHERE id = (SELECT promise_id FROM service_jobs WHERE id = ?)`,
    ).run(jobId);
    shop.clock.advance(3 * day);
    expect(await surveys()).toHaveLength(1);
  });

  it('is nobody where the manager put it off, and rules saved before are read', async () => {
    await collect();
    shop.clock.advance(3 * day);
    const { surveyRules } = await shop.call('shop.settings', {});
    await shop.call('shop.saveSettings', { surveyRules: { ...surveyRules, isRepairOn: false } });
    expect(await surveys()).toEqual([]);
    await shop.call('shop.saveSettings', {
      surveyRules: { daysAfter: 9, withinDays: 1, quietDays: 1, declinedQuietDays: 1 },
    });
    expect((await shop.call('shop.settings', {})).surveyRules).toMatchObject({
      daysAfter: 9,
      isRepairOn: true,
      repairDaysAfter: 3,
    });
    expect(await surveys()).toHaveLength(1);
  });

  it('is nobody who was contacted as often as the shop allows, until the days are over', async () => {
    await collect();
    const write = shop.shop.writer.prepare(
      `INSERT INTO conversations (id, number, customer_id, channel, direction, at, staff_id, purpose, goods_class, gate,
         made_by, made_at, updated_at)
       VALUES (@id, @id, @customerId, 'phone', 'out', @at, @staffId, 'selling', 'watches', 'open', @staffId, @at, @at)`,
    );
    const contact = { customerId, at: shop.clock.now(), staffId: shop.staff.advisor };
    for (const id of ['a', 'b']) write.run({ ...contact, id });
    shop.clock.advance(4 * day);
    expect(await surveys()).toEqual([]);
    expect((await shop.call('feedback.ask', { customerId })).obstacles).toEqual(['pressure']);
    await shop.call('shop.saveSettings', { contactPressure: { most: 3, days: 30 } });
    expect(await surveys()).toHaveLength(1);
    expect((await shop.call('feedback.ask', { customerId })).obstacles).toEqual([]);
  });

  it('refuses another customer’s purchase', async () => {
    await sell();
    const [occasion] = (await shop.call('feedback.ask', { customerId })).occasions;
    const other = addCustomer(shop);
    const about = { kind: 'purchase' as const, id: occasion?.id ?? '' };
    expect(
      await code('feedback.record', {
        ...asked(),
        customerId: other,
        answers: { recommend: 9 },
        occasion: about,
      }),
    ).toBe('OCCASION_NOT_FOUND');
  });
});

describe('the trend', () => {
  it('is told apart by brand, category, product and repair, and narrows to one of them', async () => {
    const omega = await addProduct(shop, { brand: 'Omega', name: 'Speedmaster' });
    const tudor = await addProduct(shop, { brand: 'Tudor', name: 'Ranger' });
    await sell(omega);
    await record({ recommend: 10, service: 5 });
    shop.clock.advance(day);
    await sell(tudor);
    await record({ recommend: 2, service: 1 });
    const period = { from: '2026-11-01', to: '2026-12-31' };
    const whole = await shop.call('feedback.trend', period);
    expect(whole.nps).toMatchObject({ answers: 2, score: 0 });
    expect(whole.brands).toMatchObject([
      { id: 'Omega', nps: { score: 100, answers: 1 } },
      { id: 'Tudor', nps: { score: -100, answers: 1 } },
    ]);
    expect(whole.products.map(({ name }) => name)).toEqual(['Speedmaster', 'Ranger']);
    expect(whole.categories).toMatchObject([{ nps: { answers: 2 } }]);
    expect(whole.occasions).toMatchObject([
      { kind: 'purchase', nps: { answers: 2 } },
      { kind: 'repair', nps: { answers: 0, score: null } },
    ]);
    const tudors = await shop.call('feedback.trend', { ...period, only: { by: 'brand', id: 'Tudor' } });
    expect(tudors).toMatchObject({ asked: 1, nps: { score: -100 }, months: [{ nps: { answers: 1 } }] });
    expect(tudors.brands).toHaveLength(2);
  });
});

describe('a survey', () => {
  const current = async () => (await shop.call('feedback.surveys', {}))[0]!;

  it('gets a new version with new words; answers stay with theirs', async () => {
    await record({ recommend: 9 });
    const { id, version, name, questions } = await current();
    const [first] = questions;
    const edited = { surveyId: id, version, name, questions: [first!] };
    expect(await shop.call('feedback.saveSurvey', edited)).toMatchObject({ version: 2 });
    expect(await code('feedback.saveSurvey', edited)).toBe('SURVEY_CHANGED');
    expect(await current()).toMatchObject({ version: 2, answers: 1, questions: [first] });
    const { feedback } = await shop.call('feedback.forCustomer', { customerId });
    expect(feedback[0]?.survey.version).toBe(1);
    shop.as('advisor');
    expect(await code('feedback.saveSurvey', { ...edited, version: 2 })).toBe('NOT_ALLOWED');
  });

  it('has one to five questions, and one stays in use', async () => {
    const { id, version, name, questions } = await current();
    const first = questions[0]!;
    const six = Array.from({ length: 6 }, (_, index) => ({ ...first, id: `q${index}` }));
    for (const wrong of [[], six, [first, first], [{ ...first, kind: 'choice' }]])
      expect(await code('feedback.saveSurvey', { surveyId: id, version, name, questions: wrong })).toBe(
        'INVALID_INPUT',
      );
    expect(await code('feedback.retireSurvey', { surveyId: id, isRetired: true })).toBe('SURVEY_LAST');
  });

  it('prints as a blank form in the customer’s language', async () => {
    const { versionId: id } = await current();
    const { documentId } = await shop.call('feedback.printForm', {
      versionId: id,
      language: 'zh-Hant',
      paper: 'A5',
    });
    const document = shop.devices.keptDocument(documentId);
    expect(document?.page).toBe('A5');
    for (const words of ['您有多大可能向朋友推薦我們？', '縮短等候時間', '極有可能'])
      expect(document?.html).toContain(words);
  });
});
