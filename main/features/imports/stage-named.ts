import { prepared, type WritableDb } from '../../db/sql';
import { newIdSeries } from '../../kernel/ids';
import { wasErased } from '../privacy/erase.sql';
import type { ImportTask } from './import-job-types';
import { findProductForLine, findPurchaser } from './lookups.sql';
import { refuseRow } from './row-values';
import type { Findings } from './stage';
import type { NewCustomer } from './stager-messages';

/** The text a number of the batch stands for. */
type TextOf = (number: number) => string;

/** How many texts are looked up in memory; any other is in the stage. */
const CACHED = 50_000;
const NAMES_KEPT = 50;

/** The words of lines, each staged once: under minus its number where the shop has them, else as one of the new. */
export interface Descriptions {
  /** By the batch's number of the text. */
  numberOf(number: number, textOf: TextOf): number;
  /** A line that is new for sure has these words. */
  need(no: number): void;
  /** By the text itself. */
  of(text: string): number;
  forgetNumbers(): void;
  /** After the last row: says in the stage which of them new lines need. */
  finish(): void;
}

/** Starts staging the words of lines. */
export function startDescriptions(db: WritableDb): Descriptions {
  const insert = db.prepare('INSERT INTO stage.descriptions (no, text) VALUES (?, ?)');
  const staged = db.prepare('SELECT no FROM stage.descriptions WHERE text = ?').pluck();
  const inShop = db.prepare('SELECT no FROM main.descriptions WHERE text = ?').pluck();
  let known: number[] = [];
  let last = 0;
  // A mark for each that is new: a byte or so.
  const needed: true[] = [];
  const of = (text: string): number => {
    const found = staged.get(text) as number | undefined;
    if (found !== undefined) return found;
    const there = inShop.get(text) as number | undefined;
    if (there === undefined) last += 1;
    const no = there === undefined ? last : -there;
    insert.run(no, text);
    return no;
  };
  return {
    of,
    numberOf(number, textOf) {
      const found = known[number];
      if (found !== undefined) return found;
      const no = of(textOf(number));
      known[number] = no;
      return no;
    },
    need(no) {
      if (no > 0) needed[no] = true;
    },
    forgetNumbers() {
      known = [];
    },
    finish() {
      const mark = db.prepare('UPDATE stage.descriptions SET is_needed = 1 WHERE no = ?');
      needed.forEach((_, no) => {
        mark.run(no);
      });
    },
  };
}

interface StagedProduct {
  readonly no: number;
  readonly code: string;
  name: string;
  readonly names: NameCounts;
}

interface NameCount {
  readonly name: string;
  count: number;
}

/** How often each description stands in the file, by its number; the last one at hand, for a product's lines mostly agree. */
interface NameCounts {
  readonly counts: Map<number, NameCount>;
  last: number;
  lastCount: NameCount;
  /** True where a line says nothing and takes the product's name. */
  isNeeded: boolean;
}

/** Starts staging products: those the shop has under minus their number, the new ones under theirs among the new. */
export function startProducts(
  db: WritableDb,
  { options }: ImportTask,
  findings: Findings,
  descriptions: Descriptions,
) {
  const ids = newIdSeries();
  const insert = db.prepare('INSERT INTO stage.products (no, key, code, id, name) VALUES (?, ?, ?, ?, ?)');
  const rename = db.prepare('UPDATE stage.products SET name = ? WHERE no = ?');
  const byCode = new Map<string, StagedProduct>();
  const byNo = new Map<number, StagedProduct>();
  let known: StagedProduct[] = [];
  let last = 0;

  /** The same code in another case is the same product: 85123a is 85123A. */
  const findByCode = (code: string): StagedProduct | string => {
    const exact = byCode.get(code);
    if (exact) return exact;
    const same = byCode.get(code.toUpperCase());
    if (same) {
      if (same.code !== code) findings.add('CODES_IN_SEVERAL_SPELLINGS', `${same.code} = ${code}`);
      byCode.set(code, same);
      return same;
    }
    const found = findProductForLine(db, code);
    if (!found && options.unknownProducts === 'refuse') refuseRow('PRODUCT_UNKNOWN', { code });
    if (!found) return code;
    // By its code and by its barcode it is one.
    const staged = byNo.get(-found.no);
    if (staged) return remember(code, staged);
    insert.run(-found.no, code.toUpperCase(), found.code, found.id, found.name);
    return remember(code, { no: -found.no, code: found.code, name: found.name, names: noNames() });
  };
  const remember = (code: string, product: StagedProduct): StagedProduct => {
    byCode.set(code, product);
    byCode.set(code.toUpperCase(), product);
    byNo.set(product.no, product);
    return product;
  };
  return {
    find(number: number, textOf: TextOf): StagedProduct | string {
      const found = known[number];
      if (found !== undefined) return found;
      const product = findByCode(textOf(number));
      if (typeof product !== 'string') known[number] = product;
      return product;
    },
    /** `description` and `words` are the batch's and the stage's number of what stands on the line; null where nothing does. */
    use(
      number: number,
      product: StagedProduct | string,
      description: number,
      words: number | null,
      textOf: TextOf,
    ): number {
      let staged = product;
      if (typeof staged === 'string') {
        last += 1;
        insert.run(last, staged.toUpperCase(), staged, ids.at(last), staged);
        staged = remember(staged, { no: last, code: staged, name: staged, names: noNames() });
        known[number] = staged;
      }
      if (words === null) staged.names.isNeeded = true;
      else if (staged.no > 0) {
        if (words !== staged.names.last && !findName(staged.names, words))
          addName(staged.names, words, textOf(description));
        staged.names.lastCount.count += 1;
      }
      return staged.no;
    },
    forgetNumbers() {
      known = [];
    },
    /** The name that stands most often wins; the first of equals. Lines that say nothing take it. */
    finish() {
      for (const product of byNo.values()) {
        if (product.no > 0) {
          const [best] = [...product.names.counts.values()].sort((a, b) => b.count - a.count);
          if (best) {
            product.name = best.name.slice(0, 200);
            rename.run(product.name, product.no);
          }
          if (product.names.counts.size > 1) findings.add('PRODUCTS_WITH_SEVERAL_NAMES', product.code);
          if (!best) findings.add('PRODUCTS_WITHOUT_NAME', product.code);
        }
        if (product.names.isNeeded)
          prepared(
            db,
            'UPDATE stage.lines SET description = ? WHERE product = ? AND description IS NULL',
          ).run(descriptions.of(product.name), product.no);
      }
    },
  };
}

function noNames(): NameCounts {
  return { counts: new Map(), last: 0, lastCount: { name: '', count: 0 }, isNeeded: false };
}

/** Puts a name at hand; false where it is not among the counted ones. */
function findName(names: NameCounts, words: number): boolean {
  const found = names.counts.get(words);
  if (found === undefined) return false;
  names.last = words;
  names.lastCount = found;
  return true;
}

function addName(names: NameCounts, words: number, name: string): void {
  names.last = words;
  names.lastCount = { name, count: 0 };
  if (names.counts.size < NAMES_KEPT) names.counts.set(words, names.lastCount);
}

/** A customer of the file: staged under a number of its own; `id` is '' for one that the import makes. */
export interface StagedCustomer {
  readonly no: number;
  readonly id: string;
}

/** Starts staging customers. */
export function startCustomers(db: WritableDb, { options }: ImportTask) {
  const ids = newIdSeries();
  const insert = db.prepare('INSERT INTO stage.customers (no, key, id, is_new) VALUES (?, ?, ?, ?)');
  const staged = db.prepare('SELECT no, id FROM stage.customers WHERE key = ?');
  const cache = new Map<string, StagedCustomer>();
  let known: StagedCustomer[] = [];
  let last = 0;
  let made: NewCustomer[] = [];
  const remember = (key: string, customer: StagedCustomer) => {
    if (cache.size >= CACHED) cache.clear();
    cache.set(key, customer);
    return customer;
  };
  const add = (key: string, id: string, isNew: number) => {
    last += 1;
    const staged = { no: last, key, id: id || ids.at(last) };
    insert.run(staged.no, key, staged.id, isNew);
    if (isNew === 1) made.push(staged);
    return remember(key, { no: last, id });
  };
  const findByKey = (key: string): StagedCustomer | string => {
    const cached = cache.get(key);
    if (cached) return cached;
    const there = staged.get(key) as StagedCustomer | undefined;
    if (there) return remember(key, there);
    const found = findPurchaser(db, key);
    if (found?.isRemoved) refuseRow('CUSTOMER_REMOVED');
    if (found) return add(key, found.id, 0);
    if (wasErased(db, { numbers: [key] })) refuseRow('CUSTOMER_ERASED');
    if (options.unknownCustomers === 'refuse') refuseRow('CUSTOMER_UNKNOWN');
    return key;
  };
  return {
    find(number: number, textOf: TextOf): StagedCustomer | string {
      const found = known[number];
      if (found !== undefined) return found;
      const customer = findByKey(textOf(number));
      if (typeof customer !== 'string') known[number] = customer;
      return customer;
    },
    use(number: number, customer: StagedCustomer | string): StagedCustomer {
      if (typeof customer !== 'string') return customer;
      const made = add(customer, '', 1);
      known[number] = made;
      return made;
    },
    /** Those made since the last time. */
    takeMade(): NewCustomer[] {
      const taken = made;
      made = [];
      return taken;
    },
    forgetNumbers() {
      known = [];
    },
  };
}
