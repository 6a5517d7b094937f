import type { PersonNames } from '@shared/domain/names';
import { people } from '@shared/domain/names/people.fixture';
import { openTestShop, type TestShop } from '@tests/fixtures/shop';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { matchStatements } from './match.sql';
import { receiptStatements } from './receipts.sql';
import {
  indexCustomer,
  indexItem,
  indexProduct,
  indexSale,
  rebuildIndex,
  removeFromIndex,
} from './search.sql';
import { wordStatements } from './typos.sql';

let test: TestShop;
beforeAll(() => {
  test = openTestShop();
  fill(test);
}, 60_000);
afterAll(() => test.close());

const AT = Date.UTC(2026, 0, 1);

function addCustomer(shop: TestShop, id: string, number: string, names: PersonNames): void {
  shop.shop.writer
    .prepare(
      `INSERT INTO customers (id, number, family_name, given_name, english_name, chinese_name, preferred_name, other_names,
         created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      id,
      number,
      names.familyName ?? null,
      names.givenName ?? null,
      names.englishName ?? null,
      names.chineseName ?? null,
      names.preferredName ?? null,
      names.otherNames ?? null,
      AT,
      AT,
    );
}

/** Everybody of the fixture, and one customer with everything else that can be looked for. */
function fill(shop: TestShop): void {
  const db = shop.shop.writer;
  people.forEach(({ names }, index) => {
    addCustomer(shop, `p${index}`, `M-${String(index).padStart(6, '0')}`, names);
    if (names.familyName === 'Smith') addContact(shop, `p${index}`, 'email', 'jsmith@example.com');
    indexCustomer(db, `p${index}`);
  });
  addCustomer(shop, 'wong', 'A-004711', { familyName: 'Wong', givenName: 'Wai Yin', chineseName: '王慧妍' });
  addContact(shop, 'wong', 'phone', '+852 9123 4567');
  addContact(shop, 'wong', 'email', 'wy.wong88@mail.example');
  const note = db.prepare(
    'INSERT INTO customer_notes (id, customer_id, at, body, is_discreet) VALUES (?, ?, ?, ?, ?)',
  );
  note.run('n1', 'wong', AT, 'Asked about a moonphase for the wedding; 預算五萬元左右', 0);
  note.run('n2', 'wong', AT, 'Bracelet for her sister, a surprise', 1);
  db.prepare(
    `INSERT INTO vip_memberships (id, customer_id, card_number, tier, since, created_at)
     VALUES ('v1', 'wong', 'VIP-8888-01', 'gold', '2025-01-01', ?)`,
  ).run(AT);
  db.prepare(
    `INSERT INTO products (id, code, brand, reference, barcode, name, chinese_name, category, attributes, currency,
       created_at, updated_at)
     VALUES ('w1', 'W0042', 'Omega', '310.30.42.50.01.001', '4890001234563', 'Speedmaster Moonwatch', '超霸月球錶', 'watch',
       '{"metal":"steel","case_mm":42,"dial":"black"}', 'HKD', ?, ?)`,
  ).run(AT, AT);
  db.prepare(
    `INSERT INTO items (id, customer_id, product_id, brand, family, description, serial, movement_number, created_at, updated_at)
     VALUES ('i1', 'wong', 'w1', 'Omega', 'Speedmaster', 'Speedmaster', '77A0913', '1861-55', ?, ?)`,
  ).run(AT, AT);
  db.prepare(
    `INSERT INTO items (id, customer_id, product_id, brand, family, description, serial, created_at, updated_at)
     VALUES ('i2', 'wong', 'w1', 'Omega', 'Speedmaster', 'Speedmaster', 'A7-WONG9', ?, ?)`,
  ).run(AT, AT);
  const sale = db.prepare(
    `INSERT INTO sales (id, receipt_number, kind, customer_id, sold_at, sold_on, currency, total_minor, created_at)
     VALUES (?, ?, 'sale', ?, ?, '2026-01-01', 'HKD', 5000000, ?)`,
  );
  sale.run('s1', 'A-000123', 'wong', AT, AT);
  sale.run('s2', 'C536365', null, AT, AT);
  indexCustomer(db, 'wong');
  indexProduct(db, 'w1');
  indexItem(db, 'i1');
  indexItem(db, 'i2');
  indexSale(db, 's1');
  indexSale(db, 's2');
}

function addContact(shop: TestShop, customerId: string, kind: string, value: string): void {
  shop.shop.writer
    .prepare(
      'INSERT INTO customer_contacts (id, customer_id, kind, value, normalised) VALUES (?, ?, ?, ?, ?)',
    )
    .run(`${customerId}-${kind}`, customerId, kind, value, value.toLowerCase());
}

const ask = async (text: string) => (await test.call('search.query', { text })).results;
const found = async (text: string) => (await ask(text)).map(({ kind, id }) => `${kind} ${id}`);

it('takes a letter beside a name for the beginning of a name, and beside a number for part of a serial', async () => {
  const items = async (text: string) => (await found(text)).filter((result) => result.startsWith('item'));
  expect(await items('77A0913')).toEqual(['item i1']);
  expect(await items('0913 7')).toEqual(['item i1']);
  expect(await items('a 0913')).toEqual(['item i1']);
  expect(await items('wong9')).toEqual(['item i2']);
  expect(await items('a7 wong9')).toEqual(['item i2']);
  expect(await items('wong a')).toEqual([]);
});

describe('people as their names are typed', () => {
  it.each(people.map(({ names, typed }, index) => ({ name: JSON.stringify(names), typed, id: `p${index}` })))(
    '$name',
    async ({ typed, id }) => {
      const missed: string[] = [];
      for (const text of typed) {
        const first = (await ask(text)).filter(({ kind }) => kind === 'customer');
        if (!first.slice(0, 8).some((result) => result.id === id)) missed.push(text);
      }
      expect(missed).toEqual([]);
    },
  );

  it('finds them with one typing error', async () => {
    const words = people.flatMap(({ names }, index) =>
      names.familyName && names.givenName
        ? [{ id: `p${index}`, text: `${names.familyName} ${names.givenName}`.toLowerCase() }]
        : [],
    );
    let asked = 0;
    const missed: string[] = [];
    for (const { id, text } of words) {
      for (let at = 1; at < text.length; at += 1) {
        if (!/[a-z]{2}/.test(text.slice(at, at + 2))) continue;
        const typed = text.slice(0, at) + text[at + 1] + text[at] + text.slice(at + 2);
        if (typed === text || text.split(' ').some((word) => word.length < 3)) continue;
        asked += 1;
        if (!(await ask(typed)).slice(0, 5).some((result) => result.id === id)) missed.push(typed);
      }
    }
    expect(asked).toBeGreaterThan(50);
    expect(1 - missed.length / asked, missed.join('; ')).toBeGreaterThanOrEqual(0.95);
  });
});

describe('who comes first', () => {
  const newcomers: Array<[id: string, names: PersonNames]> = [
    ['own', { familyName: 'Zau', givenName: 'Ling Fei' }],
    ['longer', { familyName: 'Qiu', givenName: 'Ling Fei', englishName: 'Zoe' }],
    ['read', { familyName: 'Yau', givenName: 'Lan', chineseName: '邱蘭' }],
    ['begun', { familyName: 'Qiu', givenName: 'Lanying' }],
    ['scattered', { familyName: 'Kwan', preferredName: 'Sut', englishName: 'Lamar' }],
    ['meant', { familyName: 'Lam', givenName: 'Suet Kwan' }],
    ['married', { familyName: 'Ko Lam', givenName: 'Suet Kwan' }],
  ];
  beforeAll(() => {
    newcomers.forEach(([id, names], index) => {
      addCustomer(test, id, `F-${index}`, names);
      indexCustomer(test.shop.writer, id);
    });
  });
  afterAll(() => {
    for (const [id] of newcomers) removeFromIndex(test.shop.writer, 'customer', id);
  });
  const first = async (text: string) =>
    (await ask(text)).filter(({ kind }) => kind === 'customer').map(({ id }) => id);

  it('a whole name in any reading before what begins so', async () => {
    expect((await first('qiu lan')).slice(0, 2)).toEqual(['read', 'begun']);
  });

  it('one word as a whole name, and as the beginning of one', async () => {
    expect(await first('zaulingfei')).toEqual(['own']);
    expect(await first('qiulingfe')).toEqual(['longer']);
  });

  it('a name one error away, its bearers first, before words that stand one here and one there', async () => {
    expect((await first('lam seut kwan')).slice(0, 2)).toEqual(['meant', 'married']);
    expect(await first('lam sut kwan')).toEqual(['meant', 'married', 'scattered']);
  });

  it('no product that is only spelled alike beside a person who is meant', async () => {
    const kinds = async (text: string) => new Set((await ask(text)).map(({ kind }) => kind));
    addCustomer(test, 'omesa', 'F-9', { familyName: 'Omesa', givenName: 'Luis' });
    indexCustomer(test.shop.writer, 'omesa');
    expect(await kinds('omesa')).toEqual(new Set(['customer']));
    removeFromIndex(test.shop.writer, 'customer', 'omesa');
    expect(await kinds('omesa')).toContain('product');
  });
});

describe('numbers, codes and words', () => {
  it.each([
    ['4567', 'customer wong'],
    ['9123 4567', 'customer wong'],
    ['+852 9123 4567', 'customer wong'],
    ['0085291234567', 'customer wong'],
    ['wy.wong', 'customer wong'],
    ['wy.wong88@mail.example', 'customer wong'],
    ['A-004711', 'customer wong'],
    ['4711', 'customer wong'],
    ['VIP-8888-01', 'customer wong'],
    ['wong 4567', 'customer wong'],
    ['moonphase', 'note wong'],
    ['五萬', 'note wong'],
    ['五万', 'note wong'],
    ['wong moonphase', 'note wong'],
    ['77A0', 'item i1'],
    ['0913', 'item i1'],
    ['1861', 'item i1'],
    ['4890001234563', 'product w1'],
    ['310.30', 'product w1'],
    ['speedm', 'product w1'],
    ['omega steel', 'product w1'],
    ['月球', 'product w1'],
    ['speedmastr', 'product w1'],
    ['A-000123', 'receipt s1'],
    ['a000123', 'receipt s1'],
    ['000123', 'receipt s1'],
    ['123', 'receipt s1'],
    ['536365', 'receipt s2'],
    ['c536365', 'receipt s2'],
  ])('%s → %s', async (text, expected) => expect(await found(text)).toContain(expected));

  it('puts what a scanner sends first', async () => {
    for (const code of ['4890001234563', '77A0913', 'A-000123', 'A-004711'])
      expect((await ask(code))[0]).toMatchObject({ isExact: true });
  });

  it('says why, hides the rest of a telephone number, and keeps a discreet note to itself', async () => {
    const [byPhone] = await ask('4567');
    expect(byPhone?.why).toEqual([
      { field: 'phone', value: '+••• •••• 4567', ranges: [[10, 14]], by: 'text' },
    ]);
    const [byNote] = await ask('surprise');
    expect(byNote).toMatchObject({ kind: 'note', why: [{ field: 'discreetNote', value: '', ranges: [] }] });
    const [bySound] = await ask('wang huiyan');
    expect(bySound).toMatchObject({ id: 'wong', why: [{ field: 'chineseName', by: 'sound' }] });
    const [byTypo] = await ask('wonh wai yin');
    expect(byTypo).toMatchObject({ id: 'wong', isClose: true });
  });

  it('finds nothing for nothing, and nothing for nonsense', async () => {
    expect(await found('')).toEqual([]);
    expect(await found(' -- ')).toEqual([]);
    expect(await found('zxqvv zxqww')).toEqual([]);
    expect(await found('" OR 1=1 * NEAR(')).toEqual([]);
  });

  it('limits what it looks in', async () => {
    const { results } = await test.call('search.query', { text: 'omega', kinds: ['customer'] });
    expect(results).toEqual([]);
  });
});

describe('the index follows the rows', () => {
  it('forgets the removed, and finds the kept by the merged one’s number', async () => {
    const db = test.shop.writer;
    addCustomer(test, 'old', 'A-009999', { familyName: 'Wong', givenName: 'Wai Yin' });
    indexCustomer(db, 'old');
    expect(await found('A-009999')).toEqual(['customer old']);
    db.prepare("UPDATE customers SET merged_into_id = 'wong' WHERE id = 'old'").run();
    removeFromIndex(db, 'customer', 'old');
    indexCustomer(db, 'wong');
    const [kept] = await ask('A-009999');
    expect(kept).toMatchObject({ id: 'wong', isExact: true, why: [{ field: 'otherNumber' }] });
    db.prepare("UPDATE customers SET deleted_at = 1 WHERE id = 'wong'").run();
    indexCustomer(db, 'wong');
    expect(await found('4567')).toEqual([]);
    db.prepare("UPDATE customers SET deleted_at = NULL WHERE id = 'wong'").run();
    indexCustomer(db, 'wong');
    expect(await found('4567')).toEqual(['customer wong']);
  });

  it('is the same after it was written anew', async () => {
    const texts = [
      'chan',
      '陳',
      '4567',
      '77A0',
      '000123',
      'moonphase',
      'speedmastr',
      'wonh wai yin',
      'A-009999',
    ];
    const before = await Promise.all(texts.map(async (text) => (await found(text)).sort()));
    const steps: number[] = [];
    rebuildIndex(test.shop.writer, (done) => steps.push(done));
    expect(await Promise.all(texts.map(async (text) => (await found(text)).sort()))).toEqual(before);
    expect(steps.at(-1)).toBeGreaterThan(people.length);
    expect([...steps].sort((a, b) => a - b)).toEqual(steps);
  });

  it('shows first whom this person opened last', async () => {
    const db = test.shop.writer;
    addCustomer(test, 'chan', 'A-004710', { familyName: 'Chan', givenName: 'Siu Fan' });
    indexCustomer(db, 'chan');
    const isChan = (entry: string) => entry === 'customer chan' || entry === 'customer p0';
    const last = ((await found('chan')).filter(isChan).at(1) as string).slice('customer '.length);
    db.prepare('INSERT INTO customer_views (staff_id, customer_id, at) VALUES (?, ?, ?)').run(
      test.staff.manager,
      last,
      AT,
    );
    expect((await found('chan'))[0]).toBe(`customer ${last}`);
    const { results } = await test.call('search.recent', {});
    expect(results.map(({ id }) => id)).toEqual([last]);
  });

  it('does not put whom one dealt with last before others for the beginning of a sound', async () => {
    const db = test.shop.writer;
    addCustomer(test, 'chang', 'A-004712', { familyName: 'Auyeung', chineseName: '歐陽長' });
    indexCustomer(db, 'chang');
    db.prepare('INSERT INTO customer_views (staff_id, customer_id, at) VALUES (?, ?, ?)').run(
      test.staff.manager,
      'chang',
      AT + 1,
    );
    expect((await found('chan'))[0]).not.toBe('customer chang');
    for (const text of ['chang', 'auye', '歐']) expect((await found(text))[0]).toBe('customer chang');
  });
});

describe('plans', () => {
  const planOf = (text: string, ...values: unknown[]) =>
    test.shop.reader
      .prepare(`EXPLAIN QUERY PLAN ${text}`)
      .all(...values)
      .map((step) => (step as { detail: string }).detail);

  it('never sorts and never scans a table of rows', () => {
    const plans = [
      ...planOf(matchStatements.match, 'x', 8),
      ...planOf(wordStatements.near, '[]'),
      ...planOf(wordStatements.begun, 'a', 'b'),
      ...planOf(receiptStatements.byNumber, 'a', 'b', 8),
      ...planOf(receiptStatements.byKey, 'a', 'b', 8),
    ];
    expect(plans.filter((step) => /TEMP B-TREE|SCAN (?!(f|json_each) VIRTUAL TABLE)/.test(step))).toEqual([]);
    expect(plans.join('\n')).toContain('SEARCH d USING INTEGER PRIMARY KEY');
  });
});
