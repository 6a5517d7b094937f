import { openTestShop, type TestShop } from '@tests/fixtures/shop';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadMigrations } from '../../db/migrate';

let shop: TestShop;
beforeEach(() => {
  shop = openTestShop();
});
afterEach(() => shop.close());

/** What the landed step itself says, run on the shop as it stands. */
const markAllAsOld = () => {
  const step = loadMigrations().find(({ version }) => version === 36);
  shop.shop.writer.exec(`DROP TABLE search_renewal; ${step?.sql}`);
};

/** As an older version left it: nothing but the customer numbers under the documents that stand. */
const forgetWords = () =>
  shop.shop.writer.exec(`DELETE FROM search_customers_fts;
    INSERT INTO search_customers_fts (rowid, keys) SELECT doc, c.number FROM search_docs JOIN customers c ON c.id = entity_id`);

const found = async (text: string) => (await shop.call('search.query', { text })).results.map(({ id }) => id);
const docs = () => shop.shop.reader.prepare('SELECT doc, entity_id FROM search_docs ORDER BY doc').all();
const addAll = async (many: number) => {
  const ids: string[] = [];
  for (let no = 0; no < many; no += 1)
    ids.push((await shop.call('customers.create', { familyName: 'Tong', givenName: `No ${no}` })).id);
  return ids;
};
const renewAll = async () => {
  let steps = 1;
  while ((await shop.call('search.renew', {})).isMoreLeft) steps += 1;
  return steps;
};

describe('keys that an older version made', () => {
  it('are written anew a few customers at a time, each in its place', async () => {
    const ids = await addAll(50);
    const asked = ids[7] as string;
    await shop.call('needs.note', { customerId: asked, asked: 'An obsidian dial' });
    forgetWords();
    markAllAsOld();
    const before = docs();
    expect(await found('obsidian')).toEqual([]);
    expect(await renewAll()).toBe(3);
    expect(await found('obsidian')).toEqual([asked]);
    expect(docs()).toEqual(before);
    expect(await renewAll()).toBe(1);
  });

  it('of somebody dealt with meanwhile, erased or merged do no harm', async () => {
    const ids = await addAll(30);
    forgetWords();
    markAllAsOld();
    await shop.call('search.renew', {});
    await shop.call('customers.addNote', { customerId: ids[3] as string, body: 'Porcelain' });
    await renewAll();
    expect(await found('porcelain')).toEqual([ids[3]]);
    expect((await found('tong no 29'))[0]).toBe(ids[29]);
  });

  it('are none in a new shop, nor after the index was made anew', async () => {
    expect((await shop.call('search.renew', {})).isMoreLeft).toBe(false);
    await addAll(1);
    markAllAsOld();
    await shop.call('doctor.rebuild', {});
    expect(shop.shop.reader.prepare('SELECT count(*) FROM search_renewal').pluck().get()).toBe(0);
  });
});
