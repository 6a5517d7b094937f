import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buyIn, Shelves, type Unanswered } from './needs-board';

const product = {
  brand: 'Omega',
  category: 'watch',
  reference: '210.30.42',
  currency: 'HKD',
  priceMinor: 50_000_00,
};
const wish = { brand: null, category: null, reference: null, currency: 'HKD', budgetMaxMinor: null };

describe('the shelves', () => {
  const shelves = new Shelves([product]);
  it('answer by kind and brand, however they are written', () => {
    expect(shelves.answers({ ...wish, category: 'Watch', brand: ' omega ' })).toBe(true);
    expect(shelves.answers({ ...wish, category: 'watch' })).toBe(true);
    expect(shelves.answers({ ...wish, brand: 'Tudor' })).toBe(false);
    expect(shelves.answers({ ...wish, category: 'strap', brand: 'Omega' })).toBe(false);
    expect(shelves.answers({ ...wish, currency: 'MOP', brand: 'Omega' })).toBe(false);
  });

  it('answer up to a fifth over the budget, and the very reference at any price', () => {
    expect(shelves.answers({ ...wish, brand: 'Omega', budgetMaxMinor: 42_000_00 })).toBe(true);
    expect(shelves.answers({ ...wish, brand: 'Omega', budgetMaxMinor: 41_000_00 })).toBe(false);
    expect(shelves.answers({ ...wish, reference: '21030 42', budgetMaxMinor: 1 })).toBe(true);
    expect(new Shelves([{ ...product, priceMinor: null }]).answers({ ...wish, budgetMaxMinor: 1 })).toBe(
      true,
    );
  });
});

describe('what to buy in', () => {
  const one = (part: Partial<Unanswered>): Unanswered => ({
    brand: 'Tudor',
    category: 'watch',
    reference: null,
    band: '3',
    at: 10,
    count: 1,
    isLost: false,
    ...part,
  });

  it('puts equal wishes together, most wanted first, with the references that were named', () => {
    const lines = buyIn(
      [
        one({ brand: 'Rolex', at: 1 }),
        one({ reference: 'A' }),
        one({ brand: 'TUDOR', reference: 'B', at: 5, count: 2 }),
        one({ reference: 'B', isLost: true, at: 2 }),
      ],
      5,
    );
    expect(lines).toMatchObject([
      { brand: 'Tudor', waiting: 3, lost: 1, since: 5, references: ['B', 'A'] },
      { brand: 'Rolex', waiting: 1, lost: 0, since: 1, references: [] },
    ]);
  });

  it('counts everybody once', () => {
    const need = fc.record({
      brand: fc.option(fc.constantFrom('Omega', 'omega', 'Tudor')),
      category: fc.option(fc.constantFrom('watch', 'strap')),
      reference: fc.option(fc.constantFrom('A', 'B')),
      band: fc.constantFrom('1', '2', 'none'),
      at: fc.integer({ min: 0, max: 1000 }),
      count: fc.integer({ min: 1, max: 9 }),
      isLost: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(need), (needs) => {
        const lines = buyIn(needs, 1000);
        const sum = lines.reduce((total, { waiting, lost }) => total + waiting + lost, 0);
        expect(sum).toBe(needs.reduce((total, { count }) => total + count, 0));
      }),
    );
  });
});
