import { openTestSample, type TestSample } from '@tests/fixtures/sample';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ShopHandle } from '../../kernel/shop-handle';
import { checkIndex } from '../search/check-index.sql';
import { eraseCustomer } from './erase.sql';
import { personalData } from './personal-data';

const now = Date.UTC(2026, 10, 20, 4, 0);

describe('erasing everybody of the sample shop', () => {
  let sample: TestSample;
  let shop: ShopHandle;
  beforeAll(() => {
    sample = openTestSample({ customers: 400, seed: 7, now });
    shop = sample.shop;
  });
  afterAll(() => sample.close());

  it('empties every table whose rows go, breaks no reference, and holds the sum of all sales', () => {
    const db = shop.writer;
    const total = () => db.prepare('SELECT sum(total_minor) FROM sales').pluck().get();
    const before = total();
    const ids = db.prepare('SELECT id FROM customers').pluck().all() as string[];
    const erase = db.transaction((customerId: string) =>
      eraseCustomer(db, { customerId, at: now, staffId: null, cause: 'request', requestId: null }),
    );
    for (const id of ids) erase(id);
    const left = personalData
      .filter(
        ({ table, erase: how }) => how === 'delete' && table !== 'drafts' && table !== 'request_results',
      )
      .map(({ table }) => [table, db.prepare(`SELECT count(*) FROM ${table}`).pluck().get()])
      .filter(([, count]) => count !== 0);
    expect(left).toEqual([]);
    expect(db.pragma('foreign_key_check')).toEqual([]);
    expect(total()).toBe(before);
    expect(checkIndex(db).wrong).toBe(0);
    expect(db.prepare(`SELECT count(*) FROM search_docs WHERE kind <> 'product'`).pluck().get()).toBe(0);
    const named = db.prepare(
      'SELECT count(*) FROM customers WHERE family_name IS NOT NULL OR chinese_name IS NOT NULL',
    );
    expect(named.pluck().get()).toBe(0);
    expect(db.prepare('SELECT count(*) FROM consent_events WHERE signature IS NOT NULL').pluck().get()).toBe(
      0,
    );
  }, 60_000);
});
