import { addCustomer, addProduct, addWatch } from '@tests/fixtures/goods';
import { openTestShop, type TestShop } from '@tests/fixtures/shop';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

let shop: TestShop;
beforeEach(() => {
  shop = openTestShop();
});
afterEach(() => shop.close());

const codeOf = async (operation: string, input: unknown) => {
  const answer = await shop.try(operation, input);
  return answer.ok ? 'ok' : answer.code;
};
const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex').toString('base64');

describe('the catalogue', () => {
  it('finds a product by reference in any punctuation, barcode, code, brand and words', async () => {
    const id = await addWatch(shop, { code: 'W-1', barcode: '2000000000015' });
    await addProduct(shop, { code: 'S-1', name: 'Rubber strap' });
    for (const text of [
      '210.30',
      '2103042',
      '210-30-42',
      '2000000000015',
      'w-1',
      'omega',
      'diver seamaster',
      '海馬',
    ]) {
      const { products, total } = await shop.call('products.list', { text });
      expect([text, products.map((product) => product.id), total]).toEqual([text, [id], 1]);
    }
    expect((await shop.call('products.list', { text: '%' })).total).toBe(0);
  });

  it('finds it by its specifications, category and status, in the words of any of the three languages', async () => {
    const attributes = { metal: 'rose-gold', dial: 'blue', case_mm: 42, crystal: 'Sapphire, domed' };
    const id = await addWatch(shop, { status: 'discontinued', attributes });
    await addWatch(shop, { attributes: { metal: 'steel', dial: 'black', case_mm: 40, water_m: 420 } });
    await addProduct(shop);
    for (const text of [
      'rose gold',
      'blue 42mm',
      '42 mm diver',
      '藍色',
      '玫瑰金 42',
      '蓝',
      'domed',
      'discontinued',
      'omega 停產',
      '腕錶 藍',
    ]) {
      const { products } = await shop.call('products.list', { text });
      expect([text, products.map((product) => product.id)]).toEqual([text, [id]]);
    }
    const watches = (await shop.call('products.list', { text: 'watches' })).total;
    // The name of a specification is not what one is: "metal" finds nobody's watch.
    expect([watches, (await shop.call('products.list', { text: 'metal' })).total]).toEqual([2, 0]);
  });

  it('filters by brand, category, status, price and stock', async () => {
    const watch = await addWatch(shop, { status: 'new' });
    const strap = await addProduct(shop, { stockCount: 0 });
    const ids = async (filter: object) =>
      (await shop.call('products.list', filter)).products.map((product) => product.id);
    expect(await ids({ brand: 'Omega' })).toEqual([watch]);
    expect(await ids({ category: 'strap' })).toEqual([strap]);
    expect(await ids({ status: 'new' })).toEqual([watch]);
    expect(await ids({ priceMaxMinor: 100_00 })).toEqual([strap]);
    expect(await ids({ priceMinMinor: 100_01 })).toEqual([watch]);
    expect(await ids({ inStock: true })).toEqual([watch]);
    expect(await shop.call('products.facets', {})).toEqual({
      brands: [{ name: 'Omega', count: 1 }],
      categories: [
        { name: 'strap', count: 1 },
        { name: 'watch', count: 1 },
      ],
    });
  });

  it('pages through every product once, brands in order, by the index', async () => {
    for (let index = 0; index < 25; index += 1)
      await addProduct(shop, {
        brand: index % 3 === 0 ? undefined : `Brand ${index % 4}`,
        name: `Same ${index % 2}`,
      });
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await shop.call('products.list', { limit: 4, ...(cursor ? { cursor } : {}) });
      seen.push(...page.products.map((product) => product.id));
      cursor = page.next ?? undefined;
    } while (cursor);
    expect(new Set(seen).size).toBe(25);
    expect(seen).toHaveLength(25);
    const plan = shop.shop.reader
      .prepare(
        `EXPLAIN QUERY PLAN SELECT p.id FROM products p WHERE p.deleted_at IS NULL AND coalesce(p.brand, '') >= ?
         AND (coalesce(p.brand, ''), p.name, p.id) > (?, ?, ?) ORDER BY coalesce(p.brand, ''), p.name, p.id LIMIT 9`,
      )
      .all('', '', '', '') as { detail: string }[];
    expect(plan.map(({ detail }) => detail).join()).toMatch(/SEARCH p USING.*products_by_list/);
  });

  it('reads what a scanner types: barcode, then code, then reference', async () => {
    const id = await addWatch(shop, { code: 'W-1', barcode: '2000000000015' });
    for (const typed of ['2000000000015', 'w-1', '210.30.42.20.03.001']) {
      expect((await shop.call('products.scan', { typed })).map((product) => product.id)).toEqual([id]);
    }
    expect(await shop.call('products.scan', { typed: 'nothing' })).toEqual([]);
  });

  it('keeps the price history and refuses to overwrite what somebody saved meanwhile', async () => {
    const productId = await addProduct(shop, { code: 'S-1' });
    shop.clock.advance(86_400_000);
    const fields = { code: 'S-1', name: 'Leather strap', category: 'strap', priceMinor: 120_00 };
    await shop.call('products.update', { productId, version: 1, fields });
    expect(await codeOf('products.update', { productId, version: 1, fields })).toBe('PRODUCT_CHANGED');
    await shop.call('products.update', { productId, version: 2, fields: { ...fields, name: 'Calf strap' } });
    const product = await shop.call('products.get', { productId });
    expect(product.prices.map(({ priceMinor }) => priceMinor)).toEqual([100_00, 120_00]);
    expect(product).toMatchObject({ name: 'Calf strap', priceMinor: 120_00, version: 3 });
  });

  it('refuses a code that another product has, an unknown product, and anybody but a manager', async () => {
    const productId = await addProduct(shop, { code: 'S-1' });
    const other = await addProduct(shop, { code: 'S-2' });
    const fields = { code: 'S-1', name: 'x', category: 'strap' };
    expect(await codeOf('products.create', fields)).toBe('CODE_TAKEN');
    expect(await codeOf('products.update', { productId: other, version: 1, fields })).toBe('CODE_TAKEN');
    expect(await codeOf('products.update', { productId: 'no', version: 1, fields })).toBe(
      'PRODUCT_NOT_FOUND',
    );
    expect(await codeOf('products.get', { productId: 'no' })).toBe('PRODUCT_NOT_FOUND');
    expect(await codeOf('products.setCompanions', { productId, companionIds: ['no'] })).toBe(
      'PRODUCT_NOT_FOUND',
    );
    shop.as('advisor');
    expect(await codeOf('products.create', { ...fields, code: 'S-3' })).toBe('NOT_ALLOWED');
  });

  it('puts the count right with a reason and remembers it', async () => {
    const productId = await addProduct(shop, { stockCount: 5 });
    expect(await codeOf('products.setStock', { productId, count: 4, reason: ' ' })).toBe(
      'STOCK_REASON_NEEDED',
    );
    expect(await codeOf('products.setStock', { productId: 'no', count: 4, reason: 'counted' })).toBe(
      'PRODUCT_NOT_FOUND',
    );
    await shop.call('products.setStock', { productId, count: 4, reason: 'counted' });
    const { stockCount, stockChanges } = await shop.call('products.get', { productId });
    expect(stockCount).toBe(4);
    expect(stockChanges).toEqual([{ at: shop.clock.now(), before: 5, after: 4, reason: 'counted' }]);
  });

  it('keeps pictures, and only what is one', async () => {
    const productId = await addProduct(shop);
    const { pictureId } = await shop.call('products.addPicture', {
      productId,
      mime: 'image/png',
      base64: png,
    });
    expect(await shop.call('products.picture', { pictureId })).toEqual({ mime: 'image/png', base64: png });
    expect((await shop.call('products.list', {})).products[0]?.pictureId).toBe(pictureId);
    const add = (mime: string, base64: string) => codeOf('products.addPicture', { productId, mime, base64 });
    expect(await add('image/svg+xml', png)).toBe('PICTURE_TYPE');
    expect(await add('image/jpeg', png)).toBe('PICTURE_TYPE');
    const large = Buffer.concat([Buffer.from(png, 'base64'), Buffer.alloc(2 * 1024 * 1024)]).toString(
      'base64',
    );
    expect(await add('image/png', large)).toMatch(/PICTURE_TOO_LARGE|INVALID_INPUT/);
    await shop.call('products.removePicture', { pictureId });
    expect(await codeOf('products.removePicture', { pictureId })).toBe('PICTURE_NOT_FOUND');
    expect(await shop.call('products.picture', { pictureId })).toBeNull();
  });

  it('says who owns it, who wants it and what goes with it', async () => {
    const watch = await addWatch(shop);
    const strap = await addProduct(shop, { name: 'Rubber strap' });
    const box = await addProduct(shop, { name: 'Watch box' });
    const customerId = addCustomer(shop);
    await shop.call('products.setCompanions', { productId: watch, companionIds: [box, watch] });
    for (const serial of ['A1', 'A2']) {
      await shop.call('sales.record', {
        customerId,
        lines: [
          { productId: watch, quantity: 1, serial },
          { productId: strap, quantity: 1 },
        ],
      });
    }
    shop.shop.writer
      .prepare(
        `INSERT INTO needs (id, customer_id, staff_id, at, currency, brand, category, updated_at, budget_max_minor)
         VALUES ('n1', ?, ?, 0, 'HKD', 'Omega', 'watch', 0, 5000000), ('n2', ?, ?, 0, 'HKD', 'Rolex', 'gift', 0, NULL)`,
      )
      .run(customerId, shop.staff.advisor, customerId, shop.staff.advisor);
    const product = await shop.call('products.get', { productId: watch });
    expect(product.owners.map(({ serial }) => serial).sort()).toEqual(['A1', 'A2']);
    expect(product.owners[0]?.name).toBe('CHAN');
    expect(product.ownerCount).toBe(1);
    expect(product.wanted.map(({ needId }) => needId)).toEqual(['n1']);
    expect(product.companions.map(({ id }) => id)).toEqual([box]);
    expect(product.boughtWith.map(({ id, receipts }) => [id, receipts])).toEqual([[strap, 2]]);
    expect(product.sold).toEqual({ units: 2, lastSoldOn: '2026-11-20' });
    expect(product.stockCount).toBe(1);
  });
});
