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

/** Puts a product into a basket (a receipt, or everything one buyer bought), once. */
function putInto(baskets: number[][], index: number, product: number): void {
  baskets[index] ??= [];
  const basket = baskets[index];
  if (basket.length < mostPerBuyer && !basket.includes(product)) basket.push(product);
}

/**
 * How much likelier than chance two products meet in one basket: P(both) / (P(one) × P(other)), for the same receipt and
 * for the same buyer. A receipt without a customer is a buyer of its own. Only ties above chance with at least five
 * buyers behind them come back, the strongest ten a product and kind. `rest` is called often: where this runs beside somebody's
 * work, it is the place to wait.
 */
export function countTogether(rows: Iterable<Bought>, rest: () => void = () => {}): CoPurchaseRow[] {
  const buyers = new Numbering();
  const receipts = new Numbering();
  const products = new Numbering();
  const sameBuyer: number[][] = [];
  const sameReceipt: number[][] = [];
  const buyerOfReceipt: number[] = [];
  for (const row of rows) {
    const buyer = buyers.of(row.buyer);
    const receipt = receipts.of(row.receipt);
    const product = products.of(row.product);
    putInto(sameBuyer, buyer, product);
    putInto(sameReceipt, receipt, product);
    buyerOfReceipt[receipt] = buyer;
    rest();
  }
  return [
    ...ties({ baskets: sameBuyer, buyerOf: (basket) => basket, names: products.names, kind: 0, rest }),
    ...ties({
      baskets: sameReceipt,
      buyerOf: (basket) => buyerOfReceipt[basket]!,
      names: products.names,
      kind: 1,
      rest,
    }),
  ];
}

interface Counted {
  readonly baskets: readonly number[][];
  readonly buyerOf: (basket: number) => number;
  readonly names: readonly string[];
  readonly kind: 0 | 1;
  readonly rest: () => void;
}

/** One kind of tie, product by product: the counters are reused, so that memory does not grow with the pairs. */
function ties({ baskets, buyerOf, names, kind, rest }: Counted): CoPurchaseRow[] {
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
    rest();
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
