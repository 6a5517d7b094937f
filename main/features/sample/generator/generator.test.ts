import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dataFolder } from '@tests/fixtures/data';
import { parsePhoneNumberFromString } from 'libphonenumber-js';
import { beforeAll, describe, expect, it } from 'vitest';
import { civil, closesAt, dayOf, dayOfCivil, LUNAR, opensAt, secondsOf } from './calendar.ts';
import { generateSample } from './index.ts';
import { productPicture } from './product-picture.ts';
import { eanCheckDigit } from './products.ts';
import { type Random, scatter, stream } from './random.ts';
import { signatureStrokes } from './signature.ts';
import type { Sample, SampleCustomer, SampleOptions, SampleSale } from './types.ts';

const TODAY = Date.parse('2026-07-01T08:00:00Z');
const OPTIONS: SampleOptions = { customers: 2000, seed: 7, today: TODAY };

function fingerprint(options: SampleOptions): string {
  const hash = createHash('sha256');
  const sample = generateSample(options);
  hash.update(JSON.stringify([sample.shop, sample.staff, sample.products]));
  for (const customer of sample.customers()) hash.update(JSON.stringify(customer));
  for (const sale of sample.anonymousSales()) hash.update(JSON.stringify(sale));
  return hash.digest('hex');
}

/** Every number that stands for money anywhere in a value. */
function* money(value: unknown): Generator<number> {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    if (/price|amount|discount$|total|budget|spend/i.test(key) && typeof inner === 'number') yield inner;
    else yield* money(inner);
  }
}

describe('the seeded randomness', () => {
  it('gives the same stream for the same name and another for its neighbour', () => {
    const draws = (random: Random): number[] => Array.from({ length: 8 }, () => random.bits());
    expect(draws(stream(7, 'customer', 1))).toEqual(draws(stream(7, 'customer', 1)));
    expect(draws(stream(7, 'customer', 1))).not.toEqual(draws(stream(7, 'customer', 2)));
    expect(draws(stream(7, 'customer', 1))).not.toEqual(draws(stream(8, 'customer', 1)));
  });

  it('draws evenly', () => {
    const random = stream(1, 'even');
    const counts = new Array<number>(10).fill(0);
    for (let i = 0; i < 100_000; i += 1) counts[random.int(0, 9)]! += 1;
    for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(500);
  });

  it('makes UUIDs of version 7 that carry the time', () => {
    const id = stream(7, 'id').uuid7(TODAY);
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16)).toBe(TODAY);
  });

  it('scatters a range without sending two numbers to the same place', () => {
    const seen = new Set(Array.from({ length: 7 * 1000 }, (_, i) => scatter(i, 7, 1000)));
    expect(seen.size).toBe(7000);
    expect(Math.max(...seen)).toBe(6999);
  });
});

describe('the calendar', () => {
  it('knows Chinese New Year and Mid-Autumn', () => {
    // The library's own table errs by a day in two of the years after 2026, so those are left out.
    const lunar = new Intl.DateTimeFormat('en-u-ca-chinese', {
      month: 'numeric',
      day: 'numeric',
      timeZone: 'UTC',
    });
    for (const [year, feasts] of Object.entries(LUNAR)) {
      if (Number(year) > 2026) continue;
      expect(lunar.format(new Date(feasts.newYear))).toBe('1/1');
      expect(lunar.format(new Date(feasts.midAutumn))).toBe('8/15');
    }
  });
});

describe('a sample shop of 2,000 customers', () => {
  let sample: Sample;
  let customers: SampleCustomer[];
  let sales: SampleSale[];
  beforeAll(() => {
    sample = generateSample(OPTIONS);
    customers = [...sample.customers()];
    sales = [...customers.flatMap((customer) => customer.sales), ...sample.anonymousSales()];
  });

  it('is the same for the same seed, and another for another', () => {
    const small = { ...OPTIONS, customers: 300 };
    expect(fingerprint(small)).toBe(fingerprint(small));
    expect(fingerprint(small)).not.toBe(fingerprint({ ...small, seed: 8 }));
    const again = generateSample(small);
    expect(JSON.stringify([...again.customers()])).toBe(JSON.stringify([...again.customers()]));
  });

  it('has 400 products with valid, different barcodes and references', () => {
    const { products } = sample;
    expect(products).toHaveLength(400);
    expect(new Set(products.map((product) => product.barcode)).size).toBe(400);
    expect(new Set(products.map((product) => product.reference)).size).toBe(400);
    for (const product of products) {
      expect(product.barcode).toMatch(/^2\d{12}$/);
      expect(Number(product.barcode[12])).toBe(eanCheckDigit(product.barcode.slice(0, 12)));
      expect(product.price).toBe(product.priceHistory.at(-1)!.price);
      const days = product.priceHistory.map((entry) => dayOfCivil(entry.from));
      expect(days).toEqual([...days].sort((a, b) => a - b));
      expect(product.launchedOn <= civil(dayOf(TODAY))).toBe(true);
    }
    expect(eanCheckDigit('400638133393')).toBe(1);
  });

  it('draws a picture of every product, with ids of its own', () => {
    for (const product of sample.products) {
      const picture = productPicture(product);
      expect(picture).toMatch(/^<svg [^>]+>.*<\/svg>$/s);
      expect(picture).not.toMatch(/NaN|undefined/);
      const ids = [...picture.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]);
      expect(new Set(ids).size).toBe(ids.length);
      for (const [, used] of picture.matchAll(/url\(#([^)]+)\)/g)) expect(ids).toContain(used);
    }
  });

  it('dials only numbers that exist', () => {
    let hongKong = 0;
    for (const contact of customers.flatMap((customer) => customer.contacts)) {
      if (contact.kind === 'email')
        expect(contact.normalised).toMatch(/^[a-z.]+\d*@([a-z]+\.example|example\.(com|net|org))$/);
      if (contact.kind !== 'phone') continue;
      if (contact.normalised.startsWith('+44')) continue;
      expect(parsePhoneNumberFromString(contact.normalised)?.isValid(), contact.normalised).toBe(true);
      expect(contact.value.replace(/\D/g, '').endsWith(contact.normalised.slice(-8))).toBe(true);
      if (contact.normalised.startsWith('+852') && contact.label === 'mobile') {
        hongKong += 1;
        expect(contact.normalised).toMatch(/^\+852[569]\d{7}$/);
      }
    }
    expect(hongKong).toBeGreaterThan(1400);
  });

  it('gives nobody another one’s number, receipt, serial or id', () => {
    const ids = new Set<string>();
    let count = 0;
    const collect = (value: unknown): void => {
      if (Array.isArray(value)) for (const inner of value) collect(inner);
      else if (typeof value === 'object' && value !== null) {
        for (const [key, inner] of Object.entries(value)) {
          if (key === 'id' && typeof inner === 'string' && inner.length === 36) {
            ids.add(inner);
            count += 1;
          } else collect(inner);
        }
      }
    };
    collect([sample.staff, sample.products, customers, [...sample.anonymousSales()]]);
    expect(ids.size).toBe(count);
    expect(new Set(sales.map((sale) => sale.receiptNo)).size).toBe(sales.length);
    expect(new Set(customers.map((customer) => customer.memberNo)).size).toBe(customers.length);
    const serials = sales
      .filter((sale) => sale.kind === 'sale')
      .flatMap((sale) => sale.lines.flatMap((line) => (line.serial === null ? [] : [line.serial])));
    expect(new Set(serials).size).toBe(serials.length);
  });

  it('puts nothing after today, and sells only while the shop is open', () => {
    const today = civil(dayOf(TODAY));
    for (const customer of customers) {
      const moments = [
        customer.createdAt,
        customer.updatedAt,
        ...[
          customer.notes,
          customer.sales,
          customer.needs,
          customer.recommendations,
          customer.consents,
          customer.vip.invitations,
          customer.discretions,
        ].flatMap((list) => list.map((entry) => entry.at)),
        ...customer.needs.map((need) => need.closedAt ?? 0),
        ...customer.consents.map((consent) =>
          Math.max(consent.confirmationSentAt ?? 0, consent.firstUseNoticeAt ?? 0),
        ),
        ...customer.recommendations.map((recommendation) => recommendation.outcomeAt),
        customer.vip.membership?.endedAt ?? 0,
      ];
      expect(Math.max(...moments)).toBeLessThanOrEqual(TODAY);
      expect(moments.every(Number.isInteger)).toBe(true);
      expect(customer.customerSince <= today).toBe(true);
      for (const item of customer.items)
        if (item.acquiredOn !== null) expect(item.acquiredOn <= today).toBe(true);
    }
    for (const sale of sales) {
      expect(sale.at).toBeLessThanOrEqual(TODAY);
      expect(secondsOf(sale.at)).toBeGreaterThanOrEqual(opensAt(dayOf(sale.at)));
      expect(secondsOf(sale.at)).toBeLessThan(closesAt(dayOf(sale.at)));
    }
  });

  it('counts money in whole cents, and every total is the sum of its lines', () => {
    for (const amount of money([sample.products, customers])) expect(Number.isInteger(amount)).toBe(true);
    for (const sale of sales) {
      for (const line of sale.lines) {
        expect(line.amount).toBe(line.quantity * line.unitPrice - line.discount);
        expect(line.productId).toBe(sample.products[line.productIndex]!.id);
      }
      expect(sale.total).toBe(sale.lines.reduce((sum, line) => sum + line.amount, 0));
      expect(sale.kind === 'sale' ? sale.total > 0 : sale.total < 0).toBe(true);
    }
  });

  it('takes back only what was sold before, and about two receipts in a hundred', () => {
    const byId = new Map(sales.map((sale) => [sale.id, sale]));
    const returns = sales.filter((sale) => sale.kind === 'return');
    for (const back of returns) {
      const sold = byId.get(back.returnOfSaleId!)!;
      expect(sold.kind).toBe('sale');
      expect(sold.at).toBeLessThan(back.at);
      expect(sold.customerId).toBe(back.customerId);
      for (const line of back.lines) {
        const original = sold.lines.find((candidate) => candidate.id === line.returnOfLineId)!;
        expect(-line.quantity).toBeLessThanOrEqual(original.quantity);
        expect(-line.amount).toBeLessThanOrEqual(original.amount);
      }
    }
    expect(returns.length / sales.length).toBeGreaterThan(0.01);
    expect(returns.length / sales.length).toBeLessThan(0.03);
  });

  it('refers only to people and things that are there', () => {
    const staff = new Set(sample.staff.map((person) => person.id));
    const seen = new Set<string>();
    for (const customer of customers) {
      const own = new Set(customer.sales.map((sale) => sale.id));
      const lines = new Set(customer.sales.flatMap((sale) => sale.lines.map((line) => line.id)));
      expect(staff.has(customer.primaryAdvisorId)).toBe(true);
      for (const entry of [...customer.sales, ...customer.notes, ...customer.needs, ...customer.consents])
        expect(staff.has(entry.staffId)).toBe(true);
      for (const entry of [...customer.needs, ...customer.recommendations, ...customer.discretions])
        if (entry.saleId !== null) expect(own.has(entry.saleId)).toBe(true);
      for (const item of customer.items) {
        expect(item.source === 'here').toBe(item.saleLineId !== null);
        if (item.saleLineId !== null) expect(lines.has(item.saleLineId)).toBe(true);
      }
      const times = customer.sales.map((sale) => sale.at);
      expect(times).toEqual([...times].sort((a, b) => a - b));
      if (times.length > 0) expect(customer.createdAt).toBeLessThanOrEqual(times[0]!);
      // A tie always points to somebody who came earlier, so that rows can be written as they stream by.
      for (const link of customer.links)
        if (link.otherCustomerId !== null) expect(seen.has(link.otherCustomerId)).toBe(true);
      seen.add(customer.id);
    }
  });

  it('keeps the law of oral consent: due in fourteen days, and used only once confirmed', () => {
    const events = customers.flatMap((customer) => customer.consents);
    const oral = events.filter((event) => event.event === 'given' && event.form === 'oral');
    expect(oral.length).toBeGreaterThan(100);
    for (const event of oral) {
      expect(event.confirmationDueAt! - event.at).toBe(14 * 86_400_000);
      if (event.confirmationSentAt === null) expect(event.firstUseNoticeAt).toBeNull();
      else expect(event.confirmationSentAt).toBeLessThanOrEqual(event.confirmationDueAt!);
    }
    expect(oral.some((event) => event.confirmationSentAt === null && event.confirmationDueAt! > TODAY)).toBe(
      true,
    );
    for (const event of events)
      if (event.withdrawsId !== null)
        expect(events.some((given) => given.id === event.withdrawsId)).toBe(true);
  });

  it('looks like Hong Kong', () => {
    const share = (test: (customer: SampleCustomer) => boolean): number =>
      customers.filter(test).length / customers.length;
    expect(share((c) => c.language === 'zh-Hant')).toBeCloseTo(0.68, 1);
    expect(share((c) => c.language === 'zh-Hans')).toBeCloseTo(0.14, 1);
    expect(share((c) => c.origin === 'mainland')).toBeCloseTo(0.15, 1);
    const local = customers.filter((c) => c.origin === 'hong-kong');
    expect(local.filter((c) => c.englishName !== null).length / local.length).toBeCloseTo(2 / 3, 1);
    expect(share((c) => c.prospect)).toBeCloseTo(0.1, 1);
    expect(customers.some((c) => c.marriedFamilyName !== null)).toBe(true);
    expect(customers.some((c) => c.familyName.includes(' ') && c.marriedFamilyName === null)).toBe(true);
    const vips = share((c) => c.vip.membership !== null);
    expect(vips).toBeGreaterThan(0.05);
    expect(vips).toBeLessThan(0.08);
    const notes = new Set(customers.flatMap((c) => c.notes.map((note) => note.text)));
    expect(notes.size).toBeGreaterThan(400);
  });

  it('trades with season and loyalty', () => {
    const months = new Array<number>(12).fill(0);
    for (const sale of sales) months[new Date(sale.at + 8 * 3_600_000).getUTCMonth()]! += 1;
    expect(months[11]!).toBeGreaterThan(1.4 * months[7]!);
    const spends = customers
      .map((c) => c.sales.reduce((sum, sale) => sum + sale.total, 0))
      .sort((a, b) => b - a);
    const total = spends.reduce((sum, spend) => sum + spend, 0);
    expect(spends.slice(0, 200).reduce((sum, spend) => sum + spend, 0) / total).toBeGreaterThan(0.5);
    const lines = customers.reduce(
      (sum, c) => sum + c.sales.reduce((count, sale) => count + sale.lines.length, 0),
      0,
    );
    expect(lines / customers.length).toBeGreaterThan(8);
    expect(lines / customers.length).toBeLessThan(12);
  });

  it('can add one customer with a history of 2,000 lines', () => {
    const busy = sample.busyCustomer(2000);
    const lines = busy.sales.reduce((count, sale) => count + sale.lines.length, 0);
    expect(lines).toBeGreaterThan(1800);
    expect(lines).toBeLessThan(2200);
    expect(new Set(sales.map((sale) => sale.receiptNo)).has(busy.sales[0]!.receiptNo)).toBe(false);
  });

  it('signs', () => {
    const strokes = signatureStrokes(
      customers.flatMap((c) => c.consents).find((consent) => consent.signatureSeed !== null)!.signatureSeed!,
    );
    const times = strokes.flat().map((point) => point[2]);
    expect(times).toEqual([...times].sort((a, b) => a - b));
  });

  const cards = ['contacts.vcf', 'issue64.vcf', 'issue153.vcf']
    .map((name) => join(dataFolder() ?? '', 'vcards', name))
    .filter((file) => existsSync(file));
  it.skipIf(cards.length === 0)('borrows nobody from the shared data', () => {
    const real = new Set(
      cards.flatMap((file) =>
        [...readFileSync(file, 'utf8').matchAll(/^(?:FN|EMAIL|TEL)[^:\n]*:(.+)$/gim)].map((match) =>
          match[1]!.trim(),
        ),
      ),
    );
    for (const customer of customers) {
      expect(real.has(customer.fullName)).toBe(false);
      if (customer.chineseName !== null) expect(real.has(customer.chineseName)).toBe(false);
      for (const contact of customer.contacts) expect(real.has(contact.value)).toBe(false);
    }
  });
});

describe('samples of other sizes', () => {
  it('work from nothing upwards, with any catalogue', () => {
    for (const customers of [0, 1, 2, 37]) {
      const sample = generateSample({ customers, seed: 3, today: TODAY, products: 40 });
      expect([...sample.customers()]).toHaveLength(customers);
      expect(sample.products).toHaveLength(40);
    }
    expect(generateSample({ customers: 1, seed: 3, today: TODAY, products: 1500 }).products).toHaveLength(
      1500,
    );
  });

  it('stay right on any day of the year and at any hour', () => {
    for (const today of [
      '2026-02-17T03:00:00Z',
      '2026-02-18T15:59:00Z',
      '2025-12-31T16:30:00Z',
      '2024-02-29T04:05:00Z',
    ]) {
      const sample = generateSample({ customers: 60, seed: 5, today: Date.parse(today) });
      for (const customer of sample.customers())
        for (const sale of customer.sales) expect(sale.at).toBeLessThanOrEqual(Date.parse(today));
    }
  });

  it('count receipts in seconds when there are many', () => {
    const sample = generateSample({ customers: 20_001, seed: 2, today: TODAY });
    const first = [...take(sample, 200)].find((customer) => customer.sales.length > 0)!;
    expect(first.sales[0]!.receiptNo).toMatch(/^C1-\d{6}-\d{6}$/);
  });
});

function* take(sample: Sample, count: number): Generator<SampleCustomer> {
  let left = count;
  for (const customer of sample.customers()) {
    if (left <= 0) return;
    left -= 1;
    yield customer;
  }
}
