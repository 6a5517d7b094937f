import { permissionsOf } from '@main/features/consents/consents.sql';
import { rebuildTotals } from '@main/features/sales/totals.sql';
import { addConsentEvent, addMembership, addNeed, addSale, dumpTables } from '@tests/fixtures/customers';
import { openTestShop, type TestShop } from '@tests/fixtures/shop';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { movingColumns, stayingTables } from './merges.sql';

let shop: TestShop;
beforeEach(() => {
  shop = openTestShop();
});
afterEach(() => shop.close());

async function pair() {
  const kept = await shop.call('customers.create', {
    familyName: 'Chan',
    givenName: 'Tai Man',
    district: 'Central',
    contacts: [{ kind: 'phone', value: '9123 4567' }],
  });
  const merged = await shop.call('customers.create', {
    familyName: 'Chan',
    chineseName: '陳大文',
    district: 'Wan Chai',
    isMinor: true,
    contacts: [
      { kind: 'phone', value: '+852 9123 4567' },
      { kind: 'email', value: 'tm@example.com' },
    ],
    preferences: {
      wristMm: 170,
      strap: null,
      metals: ['steel'],
      brands: [],
      colours: [],
      budgetMinMinor: null,
      budgetMaxMinor: null,
      note: null,
    },
  });
  return { keptId: kept.id, mergedId: merged.id, mergedNumber: merged.number };
}

describe('customers.merge', () => {
  it('knows every column of the schema that names a customer', () => {
    const found = shop.shop.reader
      .prepare(
        `SELECT t.name AS tbl, c.name AS col FROM sqlite_schema t JOIN pragma_table_info(t.name) c
         WHERE t.type = 'table' AND t.name NOT LIKE 'search%' AND c.name LIKE '%customer_id'`,
      )
      .all() as { tbl: string; col: string }[];
    const known = new Set(movingColumns.map((column) => column.join('.')));
    const forgotten = found
      .filter(({ tbl }) => !(stayingTables as readonly string[]).includes(tbl))
      .map(({ tbl, col }) => `${tbl}.${col}`)
      .filter((name) => !known.has(name));
    expect(forgotten).toEqual([]);
  });

  it('shows what differs and what moves, and changes nothing yet', async () => {
    const { keptId, mergedId } = await pair();
    addSale(shop, mergedId, { at: 1, minor: 100 });
    const before = dumpTables(shop);
    const preview = await shop.call('customers.mergePreview', { keptId, mergedId });
    expect(preview.conflicts).toEqual([{ field: 'district', kept: 'Central', merged: 'Wan Chai' }]);
    // The phone both have does not move twice.
    expect(preview.moves).toEqual([
      { what: 'customer_contacts', count: 1 },
      { what: 'sales', count: 1 },
    ]);
    expect(dumpTables(shop)).toEqual(before);
  });

  it('asks one question about a birthday: every part of it, where any part differs', async () => {
    const birthday = (birthMonth: number) => ({ birthYear: 1980, birthMonth, birthDay: 3 });
    const kept = await shop.call('customers.create', { englishName: 'Ann', ...birthday(5) });
    const merged = await shop.call('customers.create', { englishName: 'Ann', ...birthday(6) });
    const { conflicts } = await shop.call('customers.mergePreview', { keptId: kept.id, mergedId: merged.id });
    expect(conflicts).toEqual([
      { field: 'birthYear', kept: 1980, merged: 1980 },
      { field: 'birthMonth', kept: 5, merged: 6 },
      { field: 'birthDay', kept: 3, merged: 3 },
    ]);
  });

  it('moves everything, fills gaps, takes the chosen values and keeps a minor a minor', async () => {
    const { keptId, mergedId, mergedNumber } = await pair();
    addSale(shop, mergedId, { at: 1000, minor: 500_00 });
    addMembership(shop, keptId, 'V-1', 1);
    addMembership(shop, mergedId, 'V-2', 2);
    await shop.call('customers.merge', { keptId, mergedId, fromMerged: ['district'], keepMergedCard: true });
    const kept = await shop.call('customers.get', { id: keptId });
    expect(kept).toMatchObject({
      chineseName: '陳大文',
      district: 'Wan Chai',
      isMinor: true,
      isProspect: false,
      totals: { lifetimeMinor: 500_00 },
      preferences: { wristMm: 170 },
      membership: { cardNumber: 'V-2' },
    });
    expect(kept.contacts.map(({ normalised }) => normalised)).toEqual(['+85291234567', 'tm@example.com']);
    expect(await shop.call('customers.get', { id: mergedId })).toMatchObject({
      id: keptId,
      redirectedFrom: mergedNumber,
    });
    expect(await shop.try('customers.update', { id: mergedId, version: 1, changes: {} })).toMatchObject({
      code: 'CUSTOMER_MERGED',
    });
    expect((await shop.call('customers.merges', { id: keptId })).map(({ number }) => number)).toEqual([
      mergedNumber,
    ]);
  });

  it('refuses one record with itself, and one that is already gone', async () => {
    const { keptId, mergedId } = await pair();
    expect(await shop.try('customers.merge', { keptId, mergedId: keptId })).toMatchObject({
      code: 'MERGE_SAME',
    });
    await shop.call('customers.merge', { keptId, mergedId });
    expect(await shop.try('customers.merge', { keptId, mergedId })).toMatchObject({
      code: 'CUSTOMER_NOT_FOUND',
    });
  });

  it('never makes consent wider: a withdrawal on either record ends what was given before it on both', async () => {
    const keptId = (await shop.call('customers.create', { englishName: 'Ann' })).id;
    const mergedId = (await shop.call('customers.create', { englishName: 'Ann' })).id;
    addConsentEvent(shop, mergedId, { seq: 1, kind: 'given', at: 1 });
    addConsentEvent(shop, keptId, { seq: 2, kind: 'withdrawn', at: 2 });
    const before = permissionsOf(shop.shop.reader, mergedId, shop.clock.now());
    expect(before.cells.filter(({ allowed }) => allowed)).toHaveLength(1);
    await shop.call('customers.merge', { keptId, mergedId });
    const rows = shop.shop.reader
      .prepare('SELECT id, seq, kind FROM consent_events WHERE customer_id = ? ORDER BY seq')
      .all(keptId) as { id: string; seq: number; kind: string }[];
    expect(new Set(rows.map(({ seq }) => seq)).size).toBe(rows.length);
    const cell = (customerId: string) =>
      permissionsOf(shop.shop.reader, customerId, shop.clock.now()).cells.find(
        ({ purpose, channel, class: goods }) =>
          purpose === 'direct-marketing' && channel === 'email' && goods === 'watches',
      );
    expect(cell(keptId)).toMatchObject({ allowed: false, reason: 'WITHDRAWN' });
  });
});

describe('customers.unmerge', () => {
  it('restores every table exactly, whatever both records held', async () => {
    const things = ['sale', 'need', 'consent', 'card', 'note', 'link', 'date'] as const;
    let seq = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ what: fc.constantFrom(...things), onKept: fc.boolean() }), { maxLength: 10 }),
        fc.boolean(),
        async (list, fromMerged) => {
          const { keptId, mergedId } = await pair();
          const third = (await shop.call('customers.create', { englishName: 'Third' })).id;
          for (const { what, onKept } of list) {
            seq += 1;
            const id = onKept ? keptId : mergedId;
            if (what === 'sale') addSale(shop, id, { at: seq, minor: seq });
            else if (what === 'need') addNeed(shop, id, seq);
            else if (what === 'consent') addConsentEvent(shop, id, { seq, kind: 'given', at: seq });
            else if (what === 'card') addMembership(shop, id, `V-${seq}`, seq);
            else if (what === 'note') await shop.call('customers.addNote', { customerId: id, body: 'x' });
            else if (what === 'date') {
              const { version } = await shop.call('customers.get', { id });
              await shop.call('customers.update', {
                id,
                version,
                changes: { dates: [{ kind: 'other', month: 1 + (seq % 12), day: 1 }] },
              });
            } else
              await shop.try('customers.link', {
                customerId: id,
                otherId: onKept ? third : keptId,
                relation: 'friend',
              });
          }
          for (const id of [keptId, mergedId]) rebuildTotals(shop.shop.writer, id);
          const before = dumpTables(shop, ['customer_merges']);
          shop.clock.advance(5000);
          const { mergeId } = await shop.call('customers.merge', {
            keptId,
            mergedId,
            fromMerged: fromMerged ? ['district'] : [],
            keepMergedCard: fromMerged,
          });
          expect(dumpTables(shop, ['customer_merges'])).not.toEqual(before);
          shop.clock.advance(5000);
          await shop.call('customers.unmerge', { mergeId });
          expect(dumpTables(shop, ['customer_merges'])).toEqual(before);
        },
      ),
      { numRuns: 25 },
    );
  });

  it('keeps what was written on the kept record since', async () => {
    const { keptId, mergedId } = await pair();
    const { mergeId } = await shop.call('customers.merge', { keptId, mergedId });
    await shop.call('customers.addNote', { customerId: mergedId, body: 'After' });
    const { version } = await shop.call('customers.get', { id: keptId });
    await shop.call('customers.update', { id: keptId, version, changes: { chineseName: '陳太文' } });
    await shop.call('customers.unmerge', { mergeId });
    const kept = await shop.call('customers.get', { id: keptId });
    expect(kept).toMatchObject({ chineseName: '陳太文', isMinor: false });
    expect(
      (await shop.call('timeline.forCustomer', { customerId: keptId, kinds: ['note'] })).entries,
    ).toHaveLength(1);
    expect(await shop.try('customers.unmerge', { mergeId })).toMatchObject({ code: 'MERGE_NOT_FOUND' });
  });

  it('takes merges back in the order they came', async () => {
    const { keptId, mergedId } = await pair();
    const third = (await shop.call('customers.create', { englishName: 'Third' })).id;
    const first = await shop.call('customers.merge', { keptId, mergedId });
    shop.clock.advance(1);
    const second = await shop.call('customers.merge', { keptId: third, mergedId: keptId });
    expect((await shop.call('customers.get', { id: mergedId })).id).toBe(third);
    expect(await shop.try('customers.unmerge', first)).toMatchObject({ code: 'MERGE_LATER_FIRST' });
    await shop.call('customers.unmerge', second);
    await shop.call('customers.unmerge', first);
    expect((await shop.call('customers.get', { id: mergedId })).id).toBe(mergedId);
  });
});
