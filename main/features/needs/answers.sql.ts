import { matchNeed, type NeedMatch, normaliseReference } from '@shared/domain/needs';
import { prepared, type ReadableDb } from '../../db/sql';
import { factsOf } from './arrivals.sql';
import { type WishColumns, wishesOf } from './wishes';

/** Beyond these many, the order by brand, price and stock has already put the rest last. */
const mostCompared = 400;

/** A product of the shop that answers a need. */
export interface Answer {
  readonly productId: string;
  readonly match: NeedMatch;
}

type Wishes = WishColumns & { readonly currency: string };

interface ComparedRow {
  readonly id: string;
  readonly brand: string | null;
  readonly category: string;
  readonly reference: string | null;
  readonly attributes: string;
  readonly price_minor: number | null;
  readonly stock_count: number | null;
}

/** Ids of the products worth comparing with a need: the right category (or the very reference), likeliest first. */
export function listComparedProducts(db: ReadableDb, need: Wishes, limit = mostCompared): string[] {
  const reference = need.reference ? normaliseReference(need.reference) : '';
  // Without a reference nothing is compared letter by letter; the categories as they are written come from their index.
  const isReference = reference
    ? `upper(replace(replace(replace(replace(coalesce(p.reference, ''), '.', ''), '-', ''), '/', ''), ' ', '')) = @reference`
    : '';
  const isCategory = need.category
    ? `p.category IN (SELECT category FROM products WHERE category = @category COLLATE NOCASE GROUP BY category)
       ${reference ? `OR ${isReference}` : ''}`
    : '1';
  return prepared(
    db,
    `SELECT p.id FROM products p
     WHERE p.deleted_at IS NULL AND p.currency = @currency
       AND NOT (p.status = 'discontinued' AND coalesce(p.stock_count, 0) <= 0) AND (${isCategory})
     ORDER BY ${reference ? `${isReference} DESC,` : ''}
       coalesce(p.brand = @brand COLLATE NOCASE, 0) DESC,
       coalesce(p.price_minor BETWEEN coalesce(@min, 0) AND coalesce(@max, p.price_minor), 0) DESC,
       coalesce(p.stock_count, 1) > 0 DESC, p.arrived_at DESC, p.id
     LIMIT @limit`,
  )
    .pluck()
    .all({
      ...(reference ? { reference } : {}),
      ...(need.category ? { category: need.category } : {}),
      currency: need.currency,
      brand: need.brand,
      min: need.budget_min_minor,
      max: need.budget_max_minor,
      limit,
    }) as string[];
}

/** Read for those that are compared only: thousands of descriptions are too much to put in order. */
function compare(db: ReadableDb, need: Wishes): ComparedRow[] {
  return prepared(
    db,
    `SELECT p.id, p.brand, p.category, p.reference, p.attributes, p.price_minor, p.stock_count
     FROM json_each(?) i CROSS JOIN products p ON p.id = i.value`,
  ).all(JSON.stringify(listComparedProducts(db, need))) as ComparedRow[];
}

/** What the shop has for a need now, the best first; of equals, what is in stock. */
export function listAnswers(db: ReadableDb, need: Wishes): Answer[] {
  const wishes = wishesOf(need);
  return compare(db, need)
    .map((row) => ({ row, match: matchNeed(wishes, factsOf(row)) }))
    .filter(({ match }) => match.matches)
    .sort(
      (a, b) =>
        b.match.score - a.match.score ||
        Number((b.row.stock_count ?? 1) > 0) - Number((a.row.stock_count ?? 1) > 0) ||
        (a.row.id < b.row.id ? -1 : 1),
    )
    .map(({ row, match }) => ({ productId: row.id, match }));
}
