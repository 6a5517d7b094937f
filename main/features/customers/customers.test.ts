import { rebuildTotals } from '@main/features/sales/totals.sql';
import { addConsentEvent, addMembership, addNeed, addSale } from '@tests/fixtures/customers';
import { openTestShop, type TestShop } from '@tests/fixtures/shop';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

let shop: TestShop;
beforeEach(() => {
  shop = openTestShop();
});
afterEach(() => shop.close());

const chan = {
  familyName: 'Chan',
  givenName: 'Tai Man',
  englishName: 'Peter',
  chineseName: '陳大文',
  contacts: [{ kind: 'phone' as const, value: '9123 4567' }],
};

describe('customers.create and customers.get', () => {
  it('keeps both scripts, a normalised phone and a number for people to read', async () => {
    const { id, number } = await shop.call('customers.create', chan);
    const customer = await shop.call('customers.get', { id });
    expect(number).toBe('A-000001');
    expect(customer).toMatchObject({
      number,
      chineseName: '陳大文',
      familyName: 'Chan',
      isProspect: true,
      version: 1,
      contacts: [{ kind: 'phone', value: '9123 4567', normalised: '+85291234567' }],
    });
  });

  it('never refuses an odd phone, and refuses a record without any name', async () => {
    await shop.call('customers.create', { ...chan, contacts: [{ kind: 'phone', value: 'ask at desk' }] });
    expect(await shop.try('customers.create', { contacts: chan.contacts })).toMatchObject({
      code: 'NAME_NEEDED',
    });
    expect(await shop.try('customers.create', { chineseName: '  ' })).toMatchObject({ code: 'NAME_NEEDED' });
  });

  it('gives an advisor’s new customer to that advisor', async () => {
    shop.as('advisor');
    const { id } = await shop.call('customers.create', chan);
    expect((await shop.call('customers.get', { id })).primaryAdvisor?.id).toBe(shop.staff.advisor);
  });

  it('refuses a day no year has and keeps 29 February without a year', async () => {
    const date = { kind: 'anniversary' as const, month: 2, day: 30 };
    expect(await shop.try('customers.create', { ...chan, dates: [date] })).toMatchObject({
      code: 'DATE_IMPOSSIBLE',
    });
    expect(
      await shop.try('customers.create', { ...chan, birthMonth: 2, birthDay: 29, birthYear: 2025 }),
    ).toMatchObject({
      code: 'DATE_IMPOSSIBLE',
    });
    await shop.call('customers.create', { ...chan, dates: [{ ...date, day: 29 }] });
  });

  it('leaves no name in the log', async () => {
    await shop.call('customers.create', chan);
    const log = JSON.stringify(shop.shop.reader.prepare('SELECT * FROM audit_log').all());
    expect(log).not.toMatch(/Chan|陳|9123/);
  });
});

describe('customers.findLike', () => {
  const like = (input: object) => shop.call('customers.findLike', input);

  it('finds the same phone in another format, the e-mail in another case, and says so', async () => {
    const { id } = await shop.call('customers.create', {
      ...chan,
      contacts: [...chan.contacts, { kind: 'email', value: 'Peter@Example.com' }],
    });
    expect(await like({ contacts: ['+852 91234567'] })).toMatchObject([{ id, same: ['phone'] }]);
    expect(await like({ contacts: ['peter@example.COM'] })).toMatchObject([{ id, same: ['email'] }]);
    expect(await like({ contacts: ['9123'] })).toEqual([]);
  });

  it('finds the name in simplified characters, with a hyphen, and as an English name', async () => {
    const { id } = await shop.call('customers.create', chan);
    expect(await like({ chineseName: '陈大文' })).toMatchObject([{ id, same: ['name'] }]);
    expect(await like({ familyName: 'CHAN', givenName: 'Tai-man' })).toMatchObject([{ id }]);
    expect(await like({ familyName: 'chan', englishName: 'peter' })).toMatchObject([{ id }]);
    expect(await like({ chineseName: '陳' })).toEqual([]);
    expect(await like({ chineseName: '陳大文', except: id })).toEqual([]);
  });

  it('uses the indexes', () => {
    const plan = (text: string) =>
      JSON.stringify(shop.shop.reader.prepare(`EXPLAIN QUERY PLAN ${text}`).all());
    const latin = "lower(replace(replace(c.family_name || c.given_name, ' ', ''), '-', ''))";
    expect(
      plan(
        `SELECT c.id FROM customers c WHERE c.family_name IS NOT NULL AND c.given_name IS NOT NULL AND ${latin} = 'x'`,
      ),
    ).toContain('customers_by_latin_name');
    expect(plan(`SELECT c.id FROM customers c WHERE c.chinese_name IN ('a', 'b')`)).toContain(
      'customers_by_chinese_name',
    );
    expect(
      plan(
        `SELECT c.id FROM customers c WHERE c.english_name IS NOT NULL AND lower(c.english_name) = 'a' AND lower(c.family_name) = 'b'`,
      ),
    ).toContain('customers_by_english_name');
  });
});

describe('customers.update, history and undo', () => {
  it('refuses an edit of a record somebody else changed', async () => {
    const { id } = await shop.call('customers.create', chan);
    await shop.call('customers.update', { id, version: 1, changes: { district: 'Central' } });
    expect(
      await shop.try('customers.update', { id, version: 1, changes: { district: 'Wan Chai' } }),
    ).toMatchObject({
      code: 'CUSTOMER_CHANGED',
    });
  });

  it('saves a revision of what differs, and none when nothing does', async () => {
    const { id } = await shop.call('customers.create', chan);
    const same = await shop.call('customers.update', { id, version: 1, changes: { familyName: 'Chan' } });
    expect(same).toMatchObject({ version: 1, revisionId: null });
    await shop.call('customers.update', {
      id,
      version: 1,
      changes: { familyName: 'Chan', district: 'Central' },
    });
    const history = await shop.call('customers.history', { id });
    expect(history).toMatchObject([
      { before: { district: null }, after: { district: 'Central' }, canUndo: true, by: 'Test manager' },
    ]);
    expect(Object.keys(history[0]?.after ?? {})).toEqual(['district']);
  });

  it('takes one edit back while nothing later touched the same fields', async () => {
    const { id } = await shop.call('customers.create', chan);
    const contacts = [{ kind: 'phone' as const, value: '6000 0000' }];
    const first = await shop.call('customers.update', {
      id,
      version: 1,
      changes: { contacts, district: 'Central' },
    });
    await shop.call('customers.update', { id, version: 2, changes: { occupation: 'Architect' } });
    await shop.call('customers.undoEdit', { revisionId: first.revisionId ?? '' });
    const customer = await shop.call('customers.get', { id });
    expect(customer).toMatchObject({ district: null, occupation: 'Architect', version: 4 });
    expect(customer.contacts).toMatchObject([{ value: '9123 4567', normalised: '+85291234567' }]);
    expect(await shop.try('customers.undoEdit', { revisionId: first.revisionId })).toMatchObject({
      code: 'EDIT_NOT_FOUND',
    });
  });

  it('refuses to take back an edit whose fields were changed again', async () => {
    const { id } = await shop.call('customers.create', chan);
    const first = await shop.call('customers.update', { id, version: 1, changes: { district: 'Central' } });
    await shop.call('customers.update', { id, version: 2, changes: { district: 'Wan Chai' } });
    expect(await shop.try('customers.undoEdit', { revisionId: first.revisionId })).toMatchObject({
      code: 'EDIT_OVERTAKEN',
    });
    expect((await shop.call('customers.history', { id })).map(({ canUndo }) => canUndo)).toEqual([
      true,
      false,
    ]);
  });

  it('keeps preferences and dates, and does not believe an id of another record', async () => {
    const other = await shop.call('customers.create', chan);
    const foreign = (await shop.call('customers.get', { id: other.id })).contacts[0]?.id;
    const { id } = await shop.call('customers.create', { englishName: 'Mary' });
    await shop.call('customers.update', {
      id,
      version: 1,
      changes: {
        contacts: [{ id: foreign, kind: 'email', value: 'mary@example.com' }],
        dates: [{ kind: 'anniversary', month: 5, day: 3, isDiscreet: true }],
        preferences: {
          wristMm: 165,
          strap: '20/18',
          metals: ['gold'],
          brands: [],
          colours: ['blue'],
          budgetMinMinor: null,
          budgetMaxMinor: 5_000_000,
          note: null,
        },
      },
    });
    const customer = await shop.call('customers.get', { id });
    expect(customer.contacts[0]?.id).not.toBe(foreign);
    expect(customer.dates).toMatchObject([{ month: 5, day: 3, isDiscreet: true }]);
    expect(customer.preferences).toMatchObject({ wristMm: 165, budgetMaxMinor: 5_000_000 });
    expect((await shop.call('customers.get', { id: other.id })).contacts).toHaveLength(1);
  });
});

describe('notes and links', () => {
  it('lets each person change and remove only what he wrote, and puts it back', async () => {
    const { id } = await shop.call('customers.create', chan);
    shop.as('advisor');
    const note = await shop.call('customers.addNote', {
      customerId: id,
      body: 'Likes blue',
      isDiscreet: true,
    });
    await shop.call('customers.editNote', { id: note.id, body: 'Likes dark blue', isDiscreet: true });
    shop.as('service');
    expect(await shop.try('customers.editNote', { id: note.id, body: 'x', isDiscreet: false })).toMatchObject(
      {
        code: 'NOTE_NOT_YOURS',
      },
    );
    shop.as('advisor');
    const notes = async () =>
      (await shop.call('timeline.forCustomer', { customerId: id, kinds: ['note'] })).entries;
    expect(await notes()).toMatchObject([{ detail: 'Likes dark blue', isDiscreet: true, isEdited: true }]);
    await shop.call('customers.setNoteRemoved', { id: note.id, isRemoved: true });
    expect(await notes()).toEqual([]);
    await shop.call('customers.setNoteRemoved', { id: note.id, isRemoved: false });
    expect(await notes()).toHaveLength(1);
  });

  it('shows a tie from both sides in the right words, and a discreet one from one side only', async () => {
    const parent = (await shop.call('customers.create', { englishName: 'Ann' })).id;
    const child = (await shop.call('customers.create', { englishName: 'Ben' })).id;
    await shop.call('customers.link', {
      customerId: parent,
      otherId: child,
      relation: 'child',
      note: 'eldest',
    });
    await shop.call('customers.link', {
      customerId: parent,
      otherId: child,
      relation: 'friend',
      isDiscreet: true,
    });
    const linksOf = async (id: string) => (await shop.call('customers.get', { id })).links;
    expect(await linksOf(parent)).toMatchObject([
      { relation: 'child' },
      { relation: 'friend', isDiscreet: true },
    ]);
    expect(await linksOf(child)).toMatchObject([{ relation: 'parent', note: null }]);
    expect(
      await shop.try('customers.link', { customerId: parent, otherId: child, relation: 'child' }),
    ).toMatchObject({
      code: 'LINK_EXISTS',
    });
    expect(
      await shop.try('customers.link', { customerId: parent, otherId: parent, relation: 'child' }),
    ).toMatchObject({
      code: 'LINK_TO_SELF',
    });
    const [link] = await linksOf(parent);
    await shop.call('customers.unlink', { id: link?.id ?? '' });
    expect(await linksOf(child)).toEqual([]);
  });
});

describe('the client book', () => {
  it('pages through buyers first, prospects last, each once', async () => {
    const ids: string[] = [];
    for (let index = 0; index < 25; index += 1) {
      const { id } = await shop.call('customers.create', { englishName: `C${index}` });
      ids.push(id);
      if (index % 3 > 0) {
        addSale(shop, id, { at: shop.clock.now() - index * 86_400_000 * 30, minor: 100_00 + index });
        rebuildTotals(shop.shop.writer, id);
      }
    }
    for (const sort of ['last-purchase', 'spend', 'newest'] as const) {
      const seen: string[] = [];
      let cursor: string | null = null;
      do {
        const page: { rows: { id: string }[]; next: string | null } = await shop.call('customers.list', {
          sort,
          cursor,
          limit: 4,
        });
        seen.push(...page.rows.map(({ id }) => id));
        cursor = page.next;
      } while (cursor);
      expect(seen).toHaveLength(25);
      expect(new Set(seen)).toEqual(new Set(ids));
    }
    const lapsed = await shop.call('customers.list', { bought: 'lapsed', limit: 200 });
    const recent = await shop.call('customers.list', { bought: 'this-year', limit: 200 });
    const never = await shop.call('customers.list', { bought: 'never', limit: 200 });
    expect([lapsed, recent, never].map(({ rows }) => rows.length).reduce((a, b) => a + b)).toBe(25);
    expect(never.rows).toHaveLength(9);
  });

  it('shows three facts and filters by advisor, tier and language', async () => {
    const { id } = await shop.call('customers.create', {
      ...chan,
      language: 'en',
      secondaryAdvisorId: shop.staff.advisor,
    });
    await shop.call('customers.create', { englishName: 'Other' });
    addSale(shop, id, { at: shop.clock.now(), minor: 8_000_00 });
    rebuildTotals(shop.shop.writer, id);
    addNeed(shop, id, shop.clock.now());
    addMembership(shop, id, 'V-1', shop.clock.now());
    const facts = { lastPurchaseAt: shop.clock.now(), lifetimeMinor: 8_000_00, openNeeds: 1, tier: 'Gold' };
    for (const filter of [{ advisorId: shop.staff.advisor }, { tier: 'Gold' }, { language: 'en' as const }]) {
      expect((await shop.call('customers.list', filter)).rows).toMatchObject([{ id, ...facts }]);
    }
    expect(await shop.call('customers.tiers', {})).toEqual(['Gold']);
  });

  it('walks the index and never sorts the whole shop', () => {
    const plan = JSON.stringify(
      shop.shop.reader
        .prepare(
          `EXPLAIN QUERY PLAN SELECT c.id FROM customer_totals t JOIN customers c ON c.id = t.customer_id
           WHERE t.last_sale_at IS NOT NULL AND c.deleted_at IS NULL AND c.merged_into_id IS NULL
           ORDER BY t.last_sale_at DESC, t.customer_id DESC LIMIT 60`,
        )
        .all(),
    );
    expect(plan).toContain('customer_totals_by_last_sale');
    expect(plan).not.toContain('TEMP B-TREE');
  });

  it('remembers whom each person looked at last', async () => {
    const a = (await shop.call('customers.create', { englishName: 'A' })).id;
    const b = (await shop.call('customers.create', { englishName: 'B' })).id;
    for (const id of [a, b, a]) {
      shop.clock.advance(1000);
      await shop.call('customers.view', { id });
    }
    expect((await shop.call('customers.recent', {})).map(({ id }) => id)).toEqual([a, b]);
    shop.as('advisor');
    expect(await shop.call('customers.recent', {})).toEqual([]);
  });
});

describe('handing customers over', () => {
  it('moves all of one advisor and takes it back, except where somebody decided otherwise since', async () => {
    const { advisor, manager, service } = shop.staff;
    const one = await shop.call('customers.create', { englishName: 'A', primaryAdvisorId: advisor });
    const two = await shop.call('customers.create', {
      englishName: 'B',
      primaryAdvisorId: manager,
      secondaryAdvisorId: advisor,
    });
    expect(await shop.try('customers.reassign', { fromId: advisor, toId: manager })).toMatchObject({
      code: 'CONFIRMATION_NEEDED',
    });
    shop.session.confirm(shop.clock.now());
    const { batchId, customers } = await shop.call('customers.reassign', { fromId: advisor, toId: manager });
    expect(customers).toBe(2);
    expect(await shop.call('customers.get', { id: two.id })).toMatchObject({
      primaryAdvisor: { id: manager },
      secondaryAdvisor: null,
    });
    await shop.call('customers.update', { id: one.id, version: 2, changes: { primaryAdvisorId: service } });
    expect(await shop.call('customers.undoReassign', { batchId })).toEqual({ customers: 1 });
    expect((await shop.call('customers.get', { id: two.id })).secondaryAdvisor?.id).toBe(advisor);
    expect((await shop.call('customers.get', { id: one.id })).primaryAdvisor?.id).toBe(service);
  });

  it('is for managers, like removing a record', async () => {
    const { id } = await shop.call('customers.create', chan);
    shop.as('advisor');
    expect(await shop.try('customers.reassign', { fromId: 'a', toId: 'b' })).toMatchObject({
      code: 'NOT_ALLOWED',
    });
    expect(await shop.try('customers.remove', { id })).toMatchObject({ code: 'NOT_ALLOWED' });
    shop.as('manager');
    await shop.call('customers.remove', { id });
    expect((await shop.call('customers.list', {})).rows).toEqual([]);
    expect((await shop.call('customers.get', { id })).isDeleted).toBe(true);
    await shop.call('customers.restore', { id });
    expect((await shop.call('customers.list', {})).rows).toHaveLength(1);
  });
});

describe('the client book filtered by consent', () => {
  it('asks the one function that knows, and finds nobody who was never asked', async () => {
    const asked = (await shop.call('customers.create', { englishName: 'Asked' })).id;
    const silent = (await shop.call('customers.create', { englishName: 'Silent' })).id;
    addConsentEvent(shop, asked, { seq: 1, kind: 'declined', at: 1 });
    const ids = async (consent: 'may' | 'may-not' | 'never-asked') =>
      (await shop.call('customers.list', { consent })).rows.map(({ id }) => id);
    expect(await ids('may')).toEqual([]);
    expect(await ids('may-not')).toEqual([asked]);
    expect(await ids('never-asked')).toEqual([silent]);
  });
});
