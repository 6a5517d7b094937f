import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { personalDataWords } from '@shared/words/personal-data';
import { addMembership, addNeed, addSale, dumpTables } from '@tests/fixtures/customers';
import { openTestShop, type TestShop } from '@tests/fixtures/shop';
import { signedForm } from '@tests/fixtures/vip';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { prepared } from '../../db/sql';
import { permissionsOf } from '../consents/consents.sql';
import { listReferences } from '../imports/references.sql';
import { isCopiedColumn } from './copy.sql';
import { carryErasures, eraseCustomer, isErased } from './erase.sql';
import { excusedTables, personalData } from './personal-data';

let shop: TestShop;
let customerId: string;
let number: string;

/** Nobody else is called so, and no word of the app is spelt so. */
const secret = 'Quillfeather';
const mail = 'zephyrine@quillfeather.example';

beforeEach(async () => {
  shop = openTestShop();
  const made = await shop.call('customers.create', {
    familyName: secret,
    givenName: 'Zephyrine',
    chineseName: '闕羽翎',
    address: '1 Quillfeather Terrace',
    contacts: [
      { kind: 'phone', value: '+852 9876 5432' },
      { kind: 'email', value: mail },
    ],
  });
  customerId = made.id;
  number = (await shop.call('customers.get', { id: customerId })).number;
});
afterEach(() => shop.close());

/** A life with the shop, in as many tables as one can touch. */
async function live(): Promise<void> {
  const now = shop.clock.now();
  await shop.call('customers.addNote', { customerId, body: `${secret} likes blue dials` });
  addSale(shop, customerId, { at: now, minor: 500_00 });
  addNeed(shop, customerId, now);
  addMembership(shop, customerId, 'V-1', now);
  await shop.call('consents.capture', { customerId, consent: await signedForm(shop) });
  const { promiseId } = await shop.call('promises.make', {
    customerId,
    kind: 'call-back',
    what: `Ring ${secret}`,
    dueOn: '2026-11-23',
  });
  // Being changed: the form is kept under the promise, and says nothing else of whose it is.
  await shop.call('drafts.put', {
    form: 'promises.promise',
    subjectId: promiseId,
    body: `{"what":"Ask ${secret}’s sister"}`,
  });
  await shop.call('drafts.put', {
    form: 'needs.need',
    subjectId: customerId,
    body: `{"answered":"${secret}"}`,
  });
}

const confirm = () => shop.session.confirm(shop.clock.now());
const erase = async () => {
  confirm();
  return shop.call('privacy.erase', { customerId, typedNumber: number });
};
const everything = () => JSON.stringify({ ...dumpTables(shop), ...remembered() });
const remembered = () => ({
  log: prepared(shop.shop.writer, 'SELECT * FROM audit_log').all(),
  results: prepared(shop.shop.writer, 'SELECT * FROM request_results').all(),
  words: prepared(shop.shop.writer, 'SELECT * FROM search_words').all(),
});
const traces = /quillfeather|zephyrine|闕羽翎|98765432|9876 5432/i;

describe('the list of personal data', () => {
  it('knows every table that names a customer, and every table that belongs to such a one', () => {
    const db = shop.shop.writer;
    const columns = prepared(
      db,
      `SELECT t.name AS tbl, c.name AS col FROM sqlite_schema t JOIN pragma_table_info(t.name) c
       WHERE t.type = 'table' AND t.name NOT LIKE 'search%'`,
    ).all() as { tbl: string; col: string }[];
    const known = new Set([...personalData.map(({ table }) => table), ...Object.keys(excusedTables)]);
    const naming = columns.filter(({ col }) => /customer_id$/.test(col)).map(({ tbl }) => tbl);
    // What refers to a table whose rows go would stand without it, or keep it: it belongs on the list too.
    const goes = personalData.filter(({ erase: how }) => how === 'delete').map(({ table }) => table);
    const belonging = goes.flatMap((table) => listReferences(db, table).map(({ table: from }) => from));
    const forgotten = [
      ...naming,
      ...belonging,
      ...listReferences(db, 'customers').map(({ table }) => table),
    ].filter((table) => !known.has(table));
    expect([...new Set(forgotten)]).toEqual([]);
  });

  it('names only tables and columns that are there', () => {
    const db = shop.shop.writer;
    for (const { table, of, erase: how } of personalData) {
      const set = how !== null && how !== 'delete' ? Object.keys(how) : [];
      expect(
        () => db.prepare(`SELECT ${['1', ...set].join(', ')} FROM ${table} WHERE ${of}`),
        table,
      ).not.toThrow();
    }
  });

  it('gets past every trigger, but only of the customer that is being erased', () => {
    const db = shop.shop.writer;
    const refusing = prepared(
      db,
      `SELECT tbl_name AS tbl, name, sql FROM sqlite_schema WHERE type = 'trigger' AND sql LIKE '%RAISE(ABORT%'`,
    ).all() as { tbl: string; name: string; sql: string }[];
    const how = new Map(personalData.map(({ table, erase: done }) => [table, done]));
    const stuck = refusing.filter(({ tbl, sql }) => {
      const done = how.get(tbl);
      if (!done) return false;
      const refuses = /BEFORE\s+(DELETE|UPDATE(?:\s+OF\s+([\s\S]*?))?)\s+ON/i.exec(sql);
      const isDelete = refuses?.[1]?.toUpperCase() === 'DELETE';
      const columns = refuses?.[2]?.split(',').map((column) => column.trim());
      const touches =
        done === 'delete'
          ? isDelete
          : !isDelete && Object.keys(done).some((column) => !columns || columns.includes(column));
      return touches && !/\b(erasing|expiring)\b/.test(sql);
    });
    expect(stuck.map(({ name }) => name)).toEqual([]);
  });
});

describe('the words of a copy', () => {
  it('are there for every table and column that is copied', () => {
    const { table: tables, column: columns } = personalDataWords.en;
    const missing = personalData.flatMap(({ table, isCopied, withheld = [] }) => {
      if (!(table in tables)) return [table];
      if (!isCopied) return [];
      const held = prepared(shop.shop.writer, 'SELECT name FROM pragma_table_info(?)')
        .pluck()
        .all(table) as string[];
      return held
        .filter((column) => isCopiedColumn(column, withheld) && !(column in columns))
        .map((column) => `${table}.${column}`);
    });
    expect(missing).toEqual([]);
  });
});

describe('an erasure', () => {
  it('leaves no trace of the person in any row', async () => {
    await live();
    expect(everything()).toMatch(traces);
    const { rows, isIndexClean } = await erase();
    expect(rows).toBeGreaterThan(10);
    expect(isIndexClean).toBe(true);
    expect(everything()).not.toMatch(traces);
    expect(prepared(shop.shop.writer, 'SELECT count(*) FROM customer_notes').pluck().get()).toBe(0);
    expect((shop.shop.writer.pragma('foreign_key_check') as unknown[]).length).toBe(0);
    expect((await shop.call('search.query', { text: secret })).results).toEqual([]);
    expect((await shop.call('search.query', { text: '闕羽翎' })).results).toEqual([]);
  });

  it('leaves nothing in the pieces of the search index', async () => {
    await live();
    const db = shop.shop.writer;
    db.exec("CREATE VIRTUAL TABLE temp.terms USING fts5vocab('main', 'search_customers_fts', 'row')");
    const held = () =>
      db.prepare(`SELECT count(*) FROM temp.terms WHERE term LIKE '%quillf%'`).pluck().get() as number;
    expect(held()).toBeGreaterThan(0);
    await erase();
    expect(held()).toBe(0);
  });

  it('keeps a word of the search that somebody else bears', async () => {
    await shop.call('customers.create', { familyName: secret, givenName: 'Ann' });
    await erase();
    const [other] = (await shop.call('search.query', { text: 'Quilfeather' })).results;
    expect(other?.title).toMatch(/quillfeather ann/i);
    const words = JSON.stringify(prepared(shop.shop.writer, 'SELECT word FROM search_words').all());
    expect(words).toContain('quillfeather');
    expect(words).not.toContain('zephyrine');
  });

  it('forgets the number in a name, which shops made before kept among the words', async () => {
    await shop.call('customers.update', {
      id: customerId,
      version: 1,
      changes: { englishName: 'Customer 17850' },
    });
    const insert = shop.shop.writer.prepare('INSERT INTO search_words (remains, word) VALUES (?, ?)');
    for (const remains of ['17850', '7850', '1785']) insert.run(remains, '17850');
    await erase();
    expect(
      prepared(shop.shop.writer, "SELECT count(*) FROM search_words WHERE word = '17850'").pluck().get(),
    ).toBe(0);
  });

  it('holds the totals: the sale becomes one of nobody', async () => {
    await live();
    const total = () => prepared(shop.shop.writer, 'SELECT sum(total_minor) FROM sales').pluck().get();
    const before = total();
    await erase();
    expect(total()).toBe(before);
    expect(prepared(shop.shop.writer, 'SELECT customer_id FROM sales').pluck().all()).toEqual([null]);
  });

  it('keeps the consent as proof without signature, and the log with ids only', async () => {
    await live();
    await erase();
    const rows = prepared(shop.shop.writer, 'SELECT signature, note, notice_hash FROM consent_events').all();
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) expect(row).toMatchObject({ signature: null, note: null });
    expect(JSON.stringify(rows)).toMatch(/[0-9a-f]{16}/);
    const entries = prepared(
      shop.shop.writer,
      `SELECT operation, entity_id FROM audit_log WHERE operation = 'privacy.erase' AND outcome = 'done'`,
    ).all();
    expect(entries).toContainEqual({ operation: 'privacy.erase', entity_id: customerId });
  });

  it('takes those with it that were merged into the record', async () => {
    const other = await shop.call('customers.create', { familyName: secret, englishName: 'Zeph' });
    await shop.call('customers.merge', { keptId: customerId, mergedId: other.id });
    await erase();
    expect(everything()).not.toMatch(traces);
    expect(isErased(shop.shop.reader, other.id)).toBe(true);
  });

  it('stays: nothing can be written into the shell, and nobody is contacted there again', async () => {
    await erase();
    const db = shop.shop.writer;
    expect(() => db.prepare("UPDATE customers SET family_name = 'X' WHERE id = ?").run(customerId)).toThrow(
      /erased/,
    );
    expect(await shop.try('customers.restore', { id: customerId })).toMatchObject({ ok: false });
    const again = await shop.call('customers.create', {
      familyName: secret,
      contacts: [{ kind: 'email', value: mail }],
    });
    const { cells } = permissionsOf(db, again.id, shop.clock.now());
    expect(cells.some(({ allowed }) => allowed)).toBe(false);
  });

  it('is refused with another number, without the PIN, to an advisor, and while something is open', async () => {
    const code = async (typedNumber = number) => {
      const answer = await shop.try('privacy.erase', { customerId, typedNumber });
      return answer.ok ? 'done' : answer.code;
    };
    expect(await code()).toBe('CONFIRMATION_NEEDED');
    shop.as('advisor');
    expect(await code()).toBe('NOT_ALLOWED');
    shop.as('manager');
    confirm();
    expect(await code('M-1')).toBe('NUMBER_DIFFERS');
    await shop.call('privacy.record', {
      kind: 'access',
      customerId,
      what: 'Everything',
      receivedOn: '2026-11-20',
      receivedHow: 'letter',
      language: 'en',
    });
    expect(await code()).toBe('SOMETHING_OPEN');
    expect((await shop.call('privacy.erasePreview', { customerId })).obstacles).toEqual([
      { kind: 'request', number: 'RA-000001' },
    ]);
    expect(isErased(shop.shop.reader, customerId)).toBe(false);
  });

  it('answers the request for it, and keeps the refusal that was logged before', async () => {
    const record = (kind: 'access' | 'erasure') =>
      shop.call('privacy.record', {
        kind,
        customerId,
        what: `${secret} asks`,
        receivedOn: '2026-11-20',
        receivedHow: 'letter',
        identitySeen: 'Identity card, photograph matches',
        language: 'en',
      });
    const { requestId } = await record('access');
    await shop.call('privacy.answer', {
      requestId,
      version: 1,
      answer: 'refused',
      answeredOn: '2026-11-20',
      answeredHow: 'letter',
      words: 'The third such request this month',
      ground: 'repeated',
    });
    const { requestId: erasure } = await record('erasure');
    await erase();
    expect(everything()).not.toMatch(traces);
    const { request } = await shop.call('privacy.get', { requestId: erasure });
    expect(request).toMatchObject({ status: 'granted', customer: { isErased: true } });
    const { refusals } = await shop.call('privacy.refusals', {});
    expect(refusals).toMatchObject([{ number: 'RA-000001', keepUntil: '2030-11-20' }]);
  });
});

describe('what is append-only', () => {
  it('refuses as before outside of an erasure, and of another customer within one', async () => {
    await live();
    const other = await shop.call('customers.create', { familyName: 'Other' });
    await shop.call('promises.make', {
      customerId: other.id,
      kind: 'answer',
      what: 'x',
      dueOn: '2026-11-23',
    });
    const db = shop.shop.writer;
    const refused = (sql: string) => () => db.prepare(sql).run();
    expect(refused('DELETE FROM promise_events')).toThrow(/append-only/);
    expect(refused('DELETE FROM consent_events')).toThrow(/append-only/);
    expect(refused('UPDATE consent_events SET signature = NULL')).toThrow(/append-only/);
    db.transaction(() => {
      db.prepare('INSERT INTO erasing (customer_id) VALUES (?)').run(customerId);
      expect(
        refused(`DELETE FROM promise_events WHERE promise_id IN (
        SELECT id FROM promises WHERE customer_id = '${other.id}')`),
      ).toThrow(/append-only/);
      db.prepare('DELETE FROM erasing').run();
    })();
    expect(prepared(db, 'SELECT count(*) FROM erasing').pluck().get()).toBe(0);
  });
});

describe('a copy from before an erasure', () => {
  it('is erased again when it is brought back, and remembers whom it never knew', async () => {
    const older = openTestShop();
    try {
      // The copy is the shop as it was: same ids, same key of the hashes.
      const copy = (table: string, where = '1') => {
        for (const row of shop.shop.writer.prepare(`SELECT * FROM ${table} WHERE ${where}`).all() as object[])
          older.shop.writer
            .prepare(
              `INSERT OR IGNORE INTO ${table} (${Object.keys(row).join(', ')}) VALUES (${Object.keys(row)
                .map((column) => `@${column}`)
                .join(', ')})`,
            )
            .run(row);
      };
      copy('customers');
      copy('customer_contacts');
      const unknown = await shop.call('customers.create', { familyName: 'Later' });
      await erase();
      shop.shop.writer.transaction(() =>
        eraseCustomer(shop.shop.writer, {
          customerId: unknown.id,
          at: shop.clock.now(),
          staffId: null,
          cause: 'retention',
          requestId: null,
        }),
      )();
      const carried = older.shop.writer.transaction(() =>
        carryErasures(shop.shop.reader, older.shop.writer),
      )();
      expect(carried).toBe(1);
      expect(JSON.stringify(dumpTables(older))).not.toMatch(traces);
      expect(isErased(older.shop.reader, unknown.id)).toBe(true);
      expect(older.shop.writer.transaction(() => carryErasures(shop.shop.reader, older.shop.writer))()).toBe(
        0,
      );
    } finally {
      older.close();
    }
  });
});

describe('the bytes of the file', () => {
  it('hold nothing of what was deleted', () => {
    // The same pragma on a file that anybody can read: what is overwritten there is overwritten in an encrypted one too.
    const folder = mkdtempSync(join(tmpdir(), 'vitrine-bytes-'));
    const file = join(folder, 'plain.db');
    try {
      const db = shop.shop.writer;
      db.exec(`ATTACH DATABASE '${file}' AS plain KEY ''`);
      db.exec('CREATE TABLE plain.people (id INTEGER PRIMARY KEY, name TEXT)');
      const insert = db.prepare('INSERT INTO plain.people (name) VALUES (?)');
      for (let index = 0; index < 50; index += 1)
        insert.run(index === 25 ? secret.repeat(20) : `Somebody ${index}`);
      db.pragma('plain.wal_checkpoint(TRUNCATE)');
      expect(readFileSync(file).includes(secret)).toBe(true);
      db.pragma('secure_delete = ON');
      db.prepare('DELETE FROM plain.people WHERE id = 26').run();
      db.pragma('plain.wal_checkpoint(TRUNCATE)');
      expect(readFileSync(file).includes(secret)).toBe(false);
      db.exec('DETACH DATABASE plain');
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
