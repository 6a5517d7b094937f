import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { civilDateOf } from './dates';
import { netPurchases, rhythm, type Sale, type SaleLine } from './purchases';

const noon = (day: string) => Date.parse(`${day}T04:00:00Z`);

function line(
  id: string,
  productId: string,
  quantity: number,
  totalMinor: number,
  returnsLineId?: string,
): SaleLine {
  return { id, productId, quantity, totalMinor, returnsLineId };
}

function receipt(id: string, day: string, lines: SaleLine[], more: Partial<Sale> = {}): Sale {
  return { id, kind: 'sale', soldAt: noon(day), soldOn: day, lines, ...more };
}

describe('net purchases', () => {
  it('is empty for somebody who has not bought yet', () => {
    expect(netPurchases([])).toEqual({
      spendMinor: 0,
      byYear: [],
      receipts: 0,
      units: 0,
      firstPurchaseAt: null,
      lastPurchaseAt: null,
      lines: [],
    });
  });

  it('takes a linked return off its own line and counts the money in the year it came back', () => {
    const net = netPurchases([
      receipt('S1', '2024-12-20', [line('a', 'strap', 3, 30_000), line('b', 'watch', 1, 900_000)]),
      receipt('R1', '2025-01-05', [line('c', 'strap', -2, -20_000, 'a')], {
        kind: 'return',
        returnsSaleId: 'S1',
      }),
    ]);
    expect(net.spendMinor).toBe(910_000);
    expect(net.units).toBe(2);
    expect(net.receipts).toBe(1);
    expect(net.byYear).toEqual([
      { year: 2024, spendMinor: 930_000, receipts: 1, units: 4 },
      { year: 2025, spendMinor: -20_000, receipts: 0, units: -2 },
    ]);
    expect(net.lines.map((l) => [l.lineId, l.netQuantity, l.returnedQuantity, l.netMinor])).toEqual([
      ['a', 1, 2, 10_000],
      ['b', 1, 0, 900_000],
    ]);
  });

  it('nets a cancelled receipt to nothing', () => {
    const net = netPurchases([
      receipt('S1', '2025-03-01', [line('a', 'watch', 1, 900_000)]),
      receipt('C1', '2025-03-01', [line('b', 'watch', -1, -900_000)], {
        kind: 'cancellation',
        returnsSaleId: 'S1',
      }),
      receipt('S2', '2025-03-01', [line('c', 'watch', 1, 850_000)]),
    ]);
    expect(net.spendMinor).toBe(850_000);
    expect(net.receipts).toBe(1);
    expect(net.lines[0]).toMatchObject({
      lineId: 'a',
      cancelledQuantity: 1,
      netQuantity: 0,
      netMinor: 0,
    });
    expect(net.lines[1]).toMatchObject({ lineId: 'c', netQuantity: 1 });
  });

  it('takes an unlinked return off the latest earlier purchase of that product', () => {
    const net = netPurchases([
      receipt('S1', '2025-01-01', [line('a', 'strap', 1, 10_000)]),
      receipt('S2', '2025-02-01', [line('b', 'strap', 1, 12_000)]),
      receipt('R1', '2025-03-01', [line('c', 'strap', -1, -12_000)], { kind: 'return' }),
      receipt('S3', '2025-04-01', [line('d', 'strap', 1, 12_000)]),
    ]);
    expect(net.lines.map((l) => l.netQuantity)).toEqual([1, 0, 1]);
    expect(net.lastPurchaseAt).toBe(noon('2025-04-01'));
  });

  it('does not let a guess use up the line that a later return names', () => {
    const net = netPurchases([
      receipt('S1', '2025-01-01', [line('a', 'strap', 1, 10_000)]),
      receipt('S2', '2025-02-01', [line('b', 'strap', 1, 12_000)]),
      receipt('R1', '2025-03-01', [line('c', 'strap', -1, -10_000)], { kind: 'return' }),
      receipt('R2', '2025-04-01', [line('d', 'strap', -1, -12_000, 'b')], { kind: 'return' }),
    ]);
    expect(net.lines.map((l) => l.netMinor)).toEqual([0, 0]);
    expect(net.receipts).toBe(0);
    expect(net.lastPurchaseAt).toBeNull();
  });

  it('keeps a return of something bought before the records begin as a negative line', () => {
    const net = netPurchases([
      receipt('S1', '2025-01-01', [line('a', 'strap', 1, 10_000)]),
      receipt('R1', '2025-03-01', [line('c', 'strap', -3, -30_000)], { kind: 'return' }),
    ]);
    expect(net.spendMinor).toBe(-20_000);
    expect(net.lines.map((l) => [l.netQuantity, l.netMinor])).toEqual([
      [0, 0],
      [-2, -20_000],
    ]);
  });

  it('nets an exchange on one receipt, and counts fees without a quantity', () => {
    const net = netPurchases([
      receipt('S1', '2025-01-01', [line('a', 'strap', 1, 10_000)]),
      receipt('X1', '2025-01-02', [line('b', 'strap', -1, -10_000, 'a'), line('c', 'buckle', 1, 15_000)]),
      receipt('S2', '2025-01-03', [line('d', 'engraving', 0, 2_000)]),
    ]);
    expect(net.spendMinor).toBe(17_000);
    expect(net.receipts).toBe(1);
  });

  it('believes a link even when the clock says the goods came back before they were sold', () => {
    const net = netPurchases([
      receipt('S1', '2025-03-01', [line('a', 'strap', 1, 10_000)]),
      receipt('R1', '2025-02-01', [line('b', 'strap', -1, -10_000, 'a')], { kind: 'return' }),
    ]);
    expect(net.lines).toHaveLength(1);
    expect(net.lines[0]!.netQuantity).toBe(0);
  });

  it('always sums: lines and years to the total, whatever the receipts', () => {
    const anyLine = fc.record({
      productId: fc.constantFrom('p', 'q', null),
      quantity: fc.integer({ min: -4, max: 6 }),
      price: fc.integer({ min: -500, max: 100_000 }),
      link: fc.option(fc.integer({ min: 0, max: 20 }), { nil: null }),
    });
    const anySale = fc.record({
      kind: fc.constantFrom<Sale['kind']>('sale', 'return', 'cancellation'),
      at: fc.integer({ min: noon('2020-01-01'), max: noon('2026-01-01') }),
      original: fc.option(fc.integer({ min: 0, max: 10 }), { nil: null }),
      lines: fc.array(anyLine, { maxLength: 5 }),
    });
    fc.assert(
      fc.property(fc.array(anySale, { maxLength: 12 }), (drawn) => {
        let next = 0;
        const sales: Sale[] = drawn.map((sale, index) => ({
          id: `S${index}`,
          kind: sale.kind,
          soldAt: sale.at,
          soldOn: civilDateOf(sale.at),
          returnsSaleId: sale.original === null ? null : `S${sale.original}`,
          lines: sale.lines.map((l) => ({
            id: `L${next++}`,
            productId: l.productId,
            quantity: l.quantity,
            totalMinor: l.quantity * l.price,
            returnsLineId: l.link === null ? null : `L${l.link}`,
          })),
        }));
        const all = sales.flatMap((sale) => sale.lines);
        const net = netPurchases(sales);
        const sum = (values: number[]) => values.reduce((a, b) => a + b, 0);
        expect(net.spendMinor).toBe(sum(all.map((l) => l.totalMinor)));
        expect(net.spendMinor).toBe(sum(net.lines.map((l) => l.netMinor)));
        expect(net.spendMinor).toBe(sum(net.byYear.map((y) => y.spendMinor)));
        expect(net.units).toBe(sum(net.lines.map((l) => l.netQuantity)));
        expect(net.receipts).toBe(sum(net.byYear.map((y) => y.receipts)));
        for (const l of net.lines) if (l.quantity >= 0) expect(l.netQuantity).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

describe('rhythm', () => {
  const buy = (id: string, day: string) => receipt(id, day, [line(`${id}l`, 'p', 1, 100)]);

  it('says nothing before there is a rhythm', () => {
    expect(rhythm([])).toEqual({ visitDays: [], medianDays: null, last: null, expectedNext: null });
    expect(rhythm([buy('1', '2025-01-01'), buy('2', '2025-01-31')])).toMatchObject({
      medianDays: 30,
      expectedNext: null,
    });
  });

  it('takes the middle gap between days with a purchase', () => {
    const sales = [
      buy('1', '2025-01-01'),
      buy('1b', '2025-01-01'),
      buy('2', '2025-01-31'),
      buy('3', '2025-03-02'),
      buy('4', '2025-12-31'),
    ];
    expect(rhythm(sales)).toMatchObject({ medianDays: 30, last: '2025-12-31', expectedNext: '2026-01-30' });
  });

  it('counts a returned purchase as a visit and a cancelled one not', () => {
    const sales = [
      buy('1', '2025-01-01'),
      buy('2', '2025-02-01'),
      receipt('R', '2025-02-05', [line('r', 'p', -1, -100, '1l')], { kind: 'return' }),
      receipt('C', '2025-02-06', [line('c', 'p', -1, -100, '2l')], { kind: 'cancellation' }),
    ];
    expect(rhythm(sales).visitDays).toEqual(['2025-01-01']);
  });
});
