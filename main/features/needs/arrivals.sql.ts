import { matchNeed, type NeedWishes, normaliseReference, type ProductFacts } from '@shared/domain/needs';
import { prepared, type ReadableDb, type WritableDb } from '../../db/sql';
import { knownFacts } from './facts';
import { type WishColumns, wishesOf } from './wishes';

/** More than this for one need is a catalogue, not an arrival. */
const mostPerNeed = 12;

interface ArrivedRow {
  readonly id: string;
  readonly brand: string | null;
  readonly category: string;
  readonly reference: string | null;
  readonly attributes: string;
  readonly currency: string;
  readonly price_minor: number | null;
}

type OpenNeed = WishColumns & { readonly id: string; readonly currency: string };

/** What a product offers, as the rules compare it with a need. */
export function factsOf(row: Omit<ArrivedRow, 'currency'>): ProductFacts {
  return {
    id: row.id,
    brand: row.brand,
    category: row.category,
    reference: row.reference,
    attributes: knownFacts(row.attributes, row.category),
    priceMinor: row.price_minor,
  };
}

/**
 * Matches every open need with products that arrived: created, back in stock, or new on the shelf. Call it inside the
 * transaction that brought them; a product without stock is left out, one that is not counted is not. What was dismissed
 * or declined for a need does not come back. Returns how many matches wait.
 */
export function matchArrivals(db: WritableDb, productIds: readonly string[], now: number): number {
  if (productIds.length === 0) return 0;
  const needs = groupNeeds(listOpenNeeds(db));
  if (needs.size === 0) return 0;
  const best = new Map<string, { productId: string; score: number }[]>();
  const wishes = wishesOnce();
  for (const product of readArrived(db, productIds)) {
    const facts = factsOf(product);
    for (const need of candidatesFor(needs, facts)) {
      if (need.currency !== product.currency) continue;
      const match = matchNeed(wishes(need), facts);
      if (!match.matches) continue;
      const list = best.get(need.id) ?? [];
      list.push({ productId: product.id, score: match.score });
      best.set(need.id, list);
    }
  }
  return writeMatches(db, best, now);
}

/** The same for everything one import of products brought. */
export function matchArrivalsOfImport(db: WritableDb, importId: string, now: number): number {
  const ids = prepared(db, 'SELECT id FROM products WHERE import_id = ?').pluck().all(importId) as string[];
  return matchArrivals(db, ids, now);
}

/** The same for everything that arrived since an instant: a sample shop that was just filled. */
export function matchArrivalsSince(db: WritableDb, from: number, now: number): number {
  const ids = prepared(db, 'SELECT id FROM products WHERE arrived_at >= ?').pluck().all(from) as string[];
  return matchArrivals(db, ids, now);
}

function writeMatches(
  db: WritableDb,
  best: ReadonlyMap<string, { productId: string; score: number }[]>,
  now: number,
): number {
  const insert = prepared(
    db,
    `INSERT INTO need_matches (need_id, product_id, matched_at, score)
     SELECT @need, @product, @now, @score
     WHERE NOT EXISTS (SELECT 1 FROM recommendations
       WHERE need_id = @need AND product_id = @product AND outcome = 'declined')
     ON CONFLICT (need_id, product_id) DO UPDATE SET matched_at = @now, score = @score, seen_at = NULL
       WHERE dismissed_at IS NULL`,
  );
  let waiting = 0;
  for (const [need, matches] of best) {
    matches.sort((a, b) => b.score - a.score || (a.productId < b.productId ? -1 : 1));
    for (const { productId, score } of matches.slice(0, mostPerNeed))
      waiting += insert.run({ need, product: productId, now, score }).changes;
  }
  return waiting;
}

function readArrived(db: ReadableDb, ids: readonly string[]): ArrivedRow[] {
  const find = prepared(
    db,
    `SELECT id, brand, category, reference, attributes, currency, price_minor FROM products
     WHERE id = ? AND deleted_at IS NULL AND (status = 'new' OR coalesce(stock_count, 1) > 0)`,
  );
  return [...new Set(ids)]
    .map((id) => find.get(id) as ArrivedRow | undefined)
    .filter((row) => row !== undefined);
}

function listOpenNeeds(db: ReadableDb): OpenNeed[] {
  return prepared(
    db,
    `SELECT id, currency, brand, category, reference, attributes, budget_min_minor, budget_max_minor
     FROM needs WHERE status = 'open' AND deleted_at IS NULL`,
  ).all() as OpenNeed[];
}

/** Reads what a need asks for when it is first compared, and only then: most are of another category. */
function wishesOnce(): (need: OpenNeed) => NeedWishes {
  const known = new Map<string, NeedWishes>();
  return (need) => {
    const read = known.get(need.id) ?? wishesOf(need);
    known.set(need.id, read);
    return read;
  };
}

/**
 * Needs by what a product must have for a match: the category, or the very reference. Thousands of products against
 * thousands of needs would otherwise be compared one by one.
 */
function groupNeeds(needs: readonly OpenNeed[]): Map<string, OpenNeed[]> {
  const groups = new Map<string, OpenNeed[]>();
  const add = (key: string, need: OpenNeed) => {
    const group = groups.get(key);
    if (group) group.push(need);
    else groups.set(key, [need]);
  };
  for (const need of needs) {
    const { category, reference } = need;
    add(category ? `category ${plain(category)}` : 'any', need);
    if (reference && category) add(`reference ${normaliseReference(reference)}`, need);
  }
  return groups;
}

function candidatesFor(groups: ReadonlyMap<string, OpenNeed[]>, facts: ProductFacts): Set<OpenNeed> {
  const keys = ['any', `category ${plain(facts.category ?? '')}`];
  if (facts.reference) keys.push(`reference ${normaliseReference(facts.reference)}`);
  return new Set(keys.flatMap((key) => groups.get(key) ?? []));
}

const plain = (word: string) => word.normalize('NFKC').trim().toLowerCase();
