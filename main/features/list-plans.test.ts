import type { ReadableDb } from '@main/db/sql';
import { conversationsQueries } from '@main/features/conversations/conversations.queries';
import { customersQueries } from '@main/features/customers/customers.queries';
import { needsQueries } from '@main/features/needs/needs.queries';
import { needsContract } from '@shared/contract/needs';
import { listening, planOf } from '@tests/fixtures/plans';
import { openTestSample, type TestSample } from '@tests/fixtures/sample';
import { afterAll, beforeAll, expect, it } from 'vitest';

const now = Date.UTC(2026, 10, 20, 4);
const today = '2026-11-20';
let sample: TestSample;
let db: ReadableDb;
let staffId: string;
beforeAll(() => {
  sample = openTestSample({ customers: 400, seed: 11, now });
  db = sample.shop.reader;
  staffId = db.prepare(`SELECT id FROM staff WHERE role = 'advisor'`).pluck().get() as string;
  // Some no longer stand, some are looked after by nobody, and some by one person twice.
  const { writer } = sample.shop;
  writer.exec(`
    UPDATE customers SET deleted_at = 1 WHERE rowid % 7 = 1;
    UPDATE customers SET merged_into_id = (SELECT id FROM customers WHERE rowid = 2) WHERE rowid % 11 = 5;
    UPDATE customers SET secondary_advisor_id = primary_advisor_id WHERE rowid % 5 = 3;
    UPDATE customers SET primary_advisor_id = NULL WHERE rowid % 13 = 3;
    UPDATE needs SET deleted_at = 1 WHERE rowid % 17 = 1;`);
});
afterAll(() => sample.close());

type Handler = (context: object, input: object) => unknown;

/** What a query answers, and the texts it asks. */
function asked(handler: unknown, input: object) {
  const texts = new Set<string>();
  const shop = { timeZone: 'Asia/Hong_Kong', currency: 'HKD' };
  const answer = (handler as Handler)(
    { db: listening(db, texts), shop, staff: { staffId }, now, today },
    input,
  );
  return { answer, texts: [...texts] };
}

const boards = [
  {},
  { counts: 'noted' },
  { unmet: 'unanswered' },
  { from: '2026-01-01', to: '2026-10-31' },
].flatMap((filter) => [filter, { ...filter, staffId: '' }]);
/** A board's input as the dispatcher parses it; an empty id stands for the advisor. */
const boardInput = (filter: object) =>
  needsContract['needs.board'].input.parse('staffId' in filter ? { ...filter, staffId } : filter);

it('counts for the needs board in indexes, and looks at no customer’s record for it', () => {
  for (const filter of boards) {
    const { texts } = asked(needsQueries['needs.board'], boardInput(filter));
    const counting = texts.filter(
      (text) => /count\(\*\)|n\.rowid AS row/.test(text) && /FROM needs n/.test(text),
    );
    expect(counting.length).toBeGreaterThan(3);
    for (const text of counting.filter((one) => !one.includes('open_needs'))) {
      const plan = planOf(db, text);
      expect(plan.filter((detail) => /^(SEARCH|SCAN) n\b/.test(detail))[0]).toMatch(
        /SEARCH n USING INDEX needs_(wanted|occasions|by_closing) \(status=\?/,
      );
      for (const detail of plan.filter((one) => /^(SEARCH|SCAN) c\b/.test(one)))
        expect(detail).toMatch(/SEARCH c .*INDEX customers_(gone|by_advisor|by_second_advisor) \(/);
      // What is alike stands together in the index.
      if (/min\(n\.at\)/.test(text)) expect(plan.join()).not.toContain('TEMP B-TREE');
    }
  }
});

it('counts on the needs board what is there, one by one', () => {
  const isMine = `(n.staff_id = @staff OR c.primary_advisor_id = @staff OR c.secondary_advisor_id = @staff)`;
  for (const whose of ['true', isMine]) {
    const count = (condition: string) =>
      db
        .prepare(
          `SELECT count(*) FROM needs n JOIN customers c ON c.id = n.customer_id AND c.deleted_at IS NULL
           AND c.merged_into_id IS NULL WHERE n.deleted_at IS NULL AND ${whose} AND ${condition}`,
        )
        .pluck()
        .get({ staff: staffId }) as number;
    const filter = boardInput(whose === 'true' ? {} : { staffId });
    const board = asked(needsQueries['needs.board'], filter).answer as ReturnType<
      (typeof needsQueries)['needs.board']
    >;
    const open = count(`n.status = 'open'`);
    expect(open).toBeGreaterThan(5);
    expect(board).toMatchObject({
      open,
      postponed: count(`n.status = 'postponed'`),
      overdue: count(`n.status = 'open' AND n.by_date < '${today}'`),
      dueSoon: count(`n.status = 'open' AND n.by_date BETWEEN '${today}' AND '2026-12-04'`),
    });
    expect(board.unmet.long).toBe(count(`n.status = 'open' AND n.at < ${now - 60 * 86_400_000}`));
    const yearAgo = now - 365 * 86_400_000;
    expect(board.unmet.total).toBe(count(`n.status = 'lost' AND n.closed_at >= ${yearAgo}`));
    expect(board.unmet.met).toBe(count(`n.status = 'met' AND n.closed_at >= ${yearAgo}`));
    for (const { name, count: found } of board.byOccasion)
      expect(found).toBe(count(`n.status = 'open' AND coalesce(n.occasion, '') = '${name}'`));
    for (const picture of [board.byBrand, board.byCategory, board.byOccasion, board.byBudget])
      expect(picture.reduce((sum, bar) => sum + bar.count, 0)).toBe(open);
  }
});

it('counts everybody’s customers in indexes, each customer once', () => {
  const { answer, texts } = asked(customersQueries['customers.advisorCounts'], {});
  for (const detail of texts.flatMap((text) => planOf(db, text)).filter((one) => / c\b/.test(one)))
    expect(detail).toMatch(/COVERING INDEX customers_by_(second_)?advisor|INDEX customers_gone/);
  const people = answer as { id: string; customers: number }[];
  expect(people.reduce((sum, { customers }) => sum + customers, 0)).toBeGreaterThan(100);
  for (const { id, customers } of people)
    expect(customers).toBe(
      db
        .prepare(
          `SELECT count(*) FROM customers WHERE (primary_advisor_id = @id OR secondary_advisor_id = @id)
           AND deleted_at IS NULL AND merged_into_id IS NULL`,
        )
        .pluck()
        .get({ id }),
    );
});

it('counts conversations and reads those of a year without what was said', () => {
  const list = conversationsQueries['conversations.list'];
  for (const scope of ['shop', 'mine'])
    for (const channel of [null, 'phone']) {
      const { answer, texts } = asked(list, { scope, channel, limit: 2 });
      const counting = texts.filter((text) => text.includes('count(*)'));
      expect(counting.flatMap((text) => planOf(db, text))).toEqual([
        expect.stringContaining('COVERING INDEX'),
      ]);
      const { total } = answer as { total: number };
      expect(total).toBeGreaterThan(2);
      expect(asked(list, { scope, channel, limit: 500 }).answer).toMatchObject({ total });
    }
  const { texts } = asked(conversationsQueries['conversations.responseRates'], {
    from: '2025-11-01',
    to: today,
  });
  expect(texts.flatMap((text) => planOf(db, text))).toEqual([
    expect.stringContaining(
      'SEARCH conversations USING COVERING INDEX conversations_by_time (at>? AND at<?)',
    ),
  ]);
});
