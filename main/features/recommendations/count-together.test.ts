import { describe, expect, it } from 'vitest';
import { type Bought, countTogether } from './count-together';

/** Six people bought a watch and a winder on one receipt, six others a pen. */
const bought: Bought[] = Array.from({ length: 12 }, (_none, index) => {
  const of = (product: string) => ({ buyer: `buyer ${index}`, receipt: `receipt ${index}`, product });
  return index < 6 ? [of('watch'), of('winder'), of('watch')] : [of('pen')];
}).flat();

const told = (rows: readonly Bought[]) =>
  countTogether(rows)
    .map(({ with_product_id, product_id, same_receipt, customers, lift }) =>
      [with_product_id, product_id, same_receipt, customers, lift].join(' '),
    )
    .sort();

describe('what is bought together', () => {
  it('counts a pair once a receipt and once a buyer, however often they bought it', () => {
    expect(told(bought)).toEqual([
      'watch winder 0 6 2',
      'watch winder 1 6 2',
      'winder watch 0 6 2',
      'winder watch 1 6 2',
    ]);
  });

  it('does not depend on the order of the lines', () => {
    expect(told([...bought].reverse())).toEqual(told(bought));
  });

  it('lets whoever counts rest at every line and product', () => {
    let rests = 0;
    countTogether(bought, () => {
      rests += 1;
    });
    expect(rests).toBeGreaterThan(bought.length);
  });
});
