/** With fewer buyers behind it, a figure would be a coincidence, or tell one customer about another. */
const fewestBuyers = 5;
/** The strongest ties of each product; a shortlist shows eight products in all. */
const mostPerProduct = 10;
/** A wholesaler's four hundred articles say nothing about taste, and would be counted with each other. */
const mostPerBuyer = 400;

/** Somebody bought a product on a receipt. */
export interface Bought {
  readonly buyer: string;
  readonly receipt: string;
  readonly product: string;
}

/** What people who bought one product also bought, as it is stored. */
export interface CoPurchaseRow {
  readonly with_product_id: string;
  readonly product_id: string;
  readonly same_receipt: number;
  readonly customers: number;
  readonly lift: number;
}

/** Gives every text a small number, so that half a million of them can be counted in arrays. */
class Numbering {
  readonly #numbers = new Map<string, number>();
  readonly names: string[] = [];
  of(name: string): number {
    const known = this.#numbers.get(name);
    if (known !== undefined) return known;
    const number = this.names.length;
    this.#numbers.set(name, number);
    this.names.push(name);
    return number;
  }
}

/** Which products each basket holds, each once; a basket is a receipt or everything one buyer bought. */
function basketsOf(
  pairs: readonly (readonly [basket: number, product: number])[],
  count: number,
): number[][] {
  const baskets: Set<number>[] = Array.from({ length: count }, () => new Set());
  for (const [basket, product] of pairs) baskets[basket]?.add(product);
  return baskets.map((basket) => [...basket].slice(0, mostPerBuyer));
}

/**
 * How much likelier than chance two products meet in one basket: P(both) / (P(one) × P(other)), for the same receipt and
 * for the same buyer. A receipt without a customer is a buyer of its own. Only ties above chance with at least five
 * buyers behind them come back, the strongest ten a product and kind.
 */
export function countTogether(rows: Iterable<Bought>): CoPurchaseRow[] {
  const buyers = new Numbering();
  const receipts = new Numbering();
  const products = new Numbering();
  const byBuyer: [number, number][] = [];
  const byReceipt: [number, number][] = [];
  const buyerOfReceipt: number[] = [];
  for (const row of rows) {
    const [buyer, receipt, product] = [
      buyers.of(row.buyer),
      receipts.of(row.receipt),
      products.of(row.product),
    ];
    byBuyer.push([buyer, product]);
    byReceipt.push([receipt, product]);
    buyerOfReceipt[receipt] = buyer;
  }
  const sameBuyer = basketsOf(byBuyer, buyers.names.length);
  const sameReceipt = basketsOf(byReceipt, receipts.names.length);
  return [
    ...ties(sameBuyer, (basket) => basket, products.names, 0),
    ...ties(sameReceipt, (basket) => buyerOfReceipt[basket]!, products.names, 1),
  ];
}

/** One kind of tie, product by product: the counters are reused, so that memory does not grow with the pairs. */
function ties(
  baskets: readonly number[][],
  buyerOf: (basket: number) => number,
  names: readonly string[],
  kind: 0 | 1,
): CoPurchaseRow[] {
  const holding: number[][] = names.map(() => []);
  baskets.forEach((basket, index) => {
    for (const product of basket) holding[product]?.push(index);
  });
  // A buyer's receipts must follow each other for a buyer to be counted once.
  if (kind === 1) for (const list of holding) list.sort((a, b) => buyerOf(a) - buyerOf(b));
  const together = new Int32Array(names.length);
  const buyers = new Int32Array(names.length);
  const lastBuyer = new Int32Array(names.length);
  const found: CoPurchaseRow[] = [];
  holding.forEach((list, product) => {
    if (list.length < fewestBuyers) return;
    together.fill(0);
    buyers.fill(0);
    lastBuyer.fill(-1);
    for (const basket of list) {
      const buyer = buyerOf(basket);
      for (const other of baskets[basket]!) {
        together[other]! += 1;
        if (lastBuyer[other] !== buyer) buyers[other]! += 1;
        lastBuyer[other] = buyer;
      }
    }
    const strongest: CoPurchaseRow[] = [];
    for (let other = 0; other < names.length; other += 1) {
      if (other === product || buyers[other]! < fewestBuyers) continue;
      const lift = (together[other]! * baskets.length) / (list.length * holding[other]!.length);
      if (lift <= 1) continue;
      strongest.push({
        with_product_id: names[product]!,
        product_id: names[other]!,
        same_receipt: kind,
        customers: buyers[other]!,
        lift,
      });
    }
    // Many buyers behind a middling figure say more than five behind a large one.
    strongest.sort((a, b) => weight(b) - weight(a) || (a.product_id < b.product_id ? -1 : 1));
    found.push(...strongest.slice(0, mostPerProduct));
  });
  return found;
}

const weight = ({ lift, customers }: CoPurchaseRow) => Math.log2(lift) * Math.sqrt(customers);
