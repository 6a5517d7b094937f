import { openTestShop, type TestShop } from '@tests/fixtures/shop';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

let shop: TestShop;
beforeEach(() => {
  // Friday 20 November 2026, noon in Hong Kong.
  shop = openTestShop();
});
afterEach(() => shop.close());

const english = (body: string) => [{ language: 'en' as const, title: 'Asking for consent', body }];
const publish = (more: object = {}) =>
  shop.call('guidelines.publish', {
    guidelineId: null,
    shelf: 'house',
    topic: 'consent',
    effectiveOn: '2026-11-20',
    texts: english('Show the notice first.'),
    ...more,
  });
const listed = async (filter: object = {}) => (await shop.call('guidelines.list', filter)).guidelines;
const refusal = async (more: object) => {
  const input = {
    guidelineId: null,
    shelf: 'house',
    topic: 'consent',
    effectiveOn: '2026-11-20',
    texts: english('Show the notice first.'),
    ...more,
  };
  const answer = await shop.try('guidelines.publish', input);
  return answer.ok ? 'done' : answer.code;
};

describe('a guideline', () => {
  it('is numbered and in force, and a later version counts from its day', async () => {
    const { guidelineId, number } = await publish();
    expect(number).toBe('GA-000001');
    await publish({
      guidelineId,
      effectiveOn: '2026-11-23',
      changeNote: 'Ask twice',
      texts: english('Show the notice, twice.'),
    });
    expect(await listed()).toMatchObject([
      { version: 1, isInForce: true, coming: { version: 2, effectiveOn: '2026-11-23' } },
    ]);
    shop.clock.advance(3 * 86_400_000);
    const [now] = await listed();
    expect(now).toMatchObject({ version: 2, coming: null });
    expect(now?.texts[0]?.body).toBe('Show the notice, twice.');
    const versions = await shop.call('guidelines.versions', { guidelineId });
    expect(versions.map(({ version, changeNote }) => [version, changeNote])).toEqual([
      [2, 'Ask twice'],
      [1, null],
    ]);
  });

  it('is refused before today, without a change, without saying what changed, twice in a language', async () => {
    const { guidelineId } = await publish();
    expect(await refusal({ effectiveOn: '2026-11-19' })).toBe('EFFECTIVE_IN_THE_PAST');
    expect(await refusal({ guidelineId, changeNote: 'Nothing' })).toBe('GUIDELINE_UNCHANGED');
    expect(await refusal({ guidelineId, texts: english('Other words') })).toBe('CHANGE_NOTE_NEEDED');
    expect(await refusal({ texts: [...english('a'), ...english('b')] })).toBe('LANGUAGE_TWICE');
    expect(await refusal({ guidelineId: 'nobody' })).toBe('GUIDELINE_NOT_FOUND');
    expect(await listed()).toHaveLength(1);
  });

  it('cannot be rewritten, not even by the database', async () => {
    await publish();
    const db = shop.shop.writer;
    for (const table of ['guidelines', 'guideline_versions', 'guideline_reads'])
      expect(() => db.prepare(`DELETE FROM ${table}`).run(), table).toThrow('append-only');
    expect(() => db.prepare(`UPDATE guideline_versions SET body = 'x'`).run()).toThrow('append-only');
  });

  it('is found by words of its text in any order, and by topic', async () => {
    await publish();
    await publish({ topic: 'gifts', texts: [{ language: 'zh-Hant', title: '禮品', body: '年度上限' }] });
    expect(await listed({ words: 'FIRST notice' })).toHaveLength(1);
    expect(await listed({ words: '上限' })).toMatchObject([{ topic: 'gifts' }]);
    expect(await listed({ words: 'notice 上限' })).toHaveLength(0);
    expect(await listed({ topic: 'gifts' })).toHaveLength(1);
  });

  it('prints with its number, version and which shelf wins, as text', async () => {
    const { guidelineId } = await publish({ texts: english('# How <b>\n\n- One\n- Two') });
    await shop.call('guidelines.setPrecedence', { topic: 'consent', wins: 'house', reason: 'Cap. 486' });
    const { documentId } = await shop.call('guidelines.print', {
      guidelineId,
      version: 1,
      language: 'zh-Hant',
    });
    const html = shop.devices.keptDocument(documentId)?.html ?? '';
    for (const said of ['GA-000001', 'version 1', '<li>Two</li>', 'How &lt;b&gt;', 'wins.', 'Cap. 486'])
      expect(html).toContain(said);
  });
});

describe('having read it', () => {
  it('is each person’s own, for the version in force, and the manager sees who has not', async () => {
    const { guidelineId } = await publish();
    shop.as('advisor');
    expect(await shop.call('guidelines.unread', {})).toEqual({ mine: 1, others: [] });
    await shop.call('guidelines.confirm', { guidelineId, version: 1 });
    await shop.call('guidelines.confirm', { guidelineId, version: 1 });
    expect((await shop.call('guidelines.unread', {})).mine).toBe(0);
    shop.as('manager');
    const readers = await shop.call('guidelines.readers', { guidelineId });
    const waiting = readers.filter(({ readAt }) => readAt === null).map(({ id }) => id);
    expect(waiting).toEqual([shop.staff.service]);
    expect((await shop.call('guidelines.unread', {})).others).toMatchObject([
      { id: shop.staff.service, unread: 1 },
    ]);
  });

  it('is asked again when a new version counts, and cannot be said of another one', async () => {
    const { guidelineId } = await publish();
    await publish({
      guidelineId,
      effectiveOn: '2026-11-23',
      changeNote: 'More',
      texts: english('More of it.'),
    });
    shop.as('advisor');
    expect(await shop.try('guidelines.confirm', { guidelineId, version: 2 })).toMatchObject({
      code: 'GUIDELINE_NOT_IN_FORCE',
    });
    await shop.call('guidelines.confirm', { guidelineId, version: 1 });
    shop.clock.advance(3 * 86_400_000);
    expect((await shop.call('guidelines.unread', {})).mine).toBe(1);
  });
});

it('the last word on which shelf wins counts, the earlier ones stay', async () => {
  const state = (wins: 'brand' | 'house', reason: string) =>
    shop.call('guidelines.setPrecedence', { topic: 'sale', wins, reason });
  await state('brand', 'Agreement of 2020');
  await state('house', 'Agreement of 2026');
  const { precedence } = await shop.call('guidelines.list', {});
  expect(precedence).toMatchObject([{ topic: 'sale', wins: 'house', reason: 'Agreement of 2026' }]);
  expect(shop.shop.writer.prepare('SELECT count(*) FROM guideline_precedence').pluck().get()).toBe(2);
});
