import { civilDateOf } from '@shared/domain/dates';
import type { Candidate, CoPurchase } from '@shared/domain/recommend';
import { prepared, type ReadableDb } from '../../db/sql';
import { knownFacts } from '../needs/needs.sql';
import { listCoPurchases } from './co-purchases.sql';

/** Bought again and again: may be suggested to somebody who has it. */
const consumableCategories = new Set(['strap', 'straps', 'care', 'battery', 'polish']);

const mostArrivals = 60;
const mostOfABrand = 40;
const mostStraps = 120;
const newForMs = 90 * 86_400_000;

interface CandidateRow {
  readonly id: string;
  readonly brand: string | null;
  readonly category: string;
  readonly reference: string | null;
  readonly attributes: string;
  readonly price_minor: number | null;
  readonly stock_count: number | null;
  readonly status: Candidate['status'];
  readonly arrived_at: number | null;
}

const isAvailable = `deleted_at IS NULL AND currency = @currency
  AND NOT (status = 'discontinued' AND coalesce(stock_count, 0) <= 0)`;

/** What arrived in the last three months, newest first. */
export function listArrivals(db: ReadableDb, currency: string, now: number): string[] {
  return prepared(
    db,
    `SELECT id FROM products WHERE arrived_at >= @from AND ${isAvailable} ORDER BY arrived_at DESC LIMIT ${mostArrivals}`,
  )
    .pluck()
    .all({ currency, from: now - newForMs }) as string[];
}

/** What the shop has of a brand, new and in stock first. */
export function listOfBrand(db: ReadableDb, brand: string, currency: string): string[] {
  return prepared(
    db,
    `SELECT id FROM products WHERE brand = @brand AND ${isAvailable}
     ORDER BY status = 'new' DESC, coalesce(stock_count, 1) > 0 DESC, arrived_at DESC, id LIMIT ${mostOfABrand}`,
  )
    .pluck()
    .all({ brand, currency }) as string[];
}

/** Straps in stock: the right width is found among them by the rules. */
export function listStraps(db: ReadableDb, currency: string): string[] {
  return prepared(
    db,
    `SELECT id FROM products WHERE category = 'strap' AND ${isAvailable}
     ORDER BY coalesce(stock_count, 1) > 0 DESC, arrived_at DESC, id LIMIT ${mostStraps}`,
  )
    .pluck()
    .all({ currency }) as string[];
}

/** What the shop says goes with these products: companion → what it goes with. */
export function listCompanionsOf(db: ReadableDb, productIds: readonly string[]): Map<string, string[]> {
  const find = prepared(db, 'SELECT companion_id FROM product_companions WHERE product_id = ?').pluck();
  const companions = new Map<string, string[]>();
  for (const id of productIds)
    for (const companion of find.all(id) as string[])
      companions.set(companion, [...(companions.get(companion) ?? []), id]);
  return companions;
}

/** What those who bought these products bought as well: product → its ties to them. */
export function listTies(db: ReadableDb, productIds: readonly string[]): Map<string, CoPurchase[]> {
  const ties = new Map<string, CoPurchase[]>();
  for (const row of listCoPurchases(db, productIds)) {
    const tie = {
      withProductId: row.with_product_id,
      lift: row.lift,
      customers: row.customers,
      sameReceipt: row.same_receipt === 1,
    };
    ties.set(row.product_id, [...(ties.get(row.product_id) ?? []), tie]);
  }
  return ties;
}

/** Candidates with everything the rules ask about them; ids without a product are left out. */
export function readCandidates(
  db: ReadableDb,
  ids: Iterable<string>,
  known: {
    readonly companions: ReadonlyMap<string, string[]>;
    readonly ties: ReadonlyMap<string, CoPurchase[]>;
    readonly currency: string;
    readonly timeZone: string;
  },
): Candidate[] {
  const rows = prepared(
    db,
    `SELECT p.id, p.brand, p.category, p.reference, p.attributes, p.price_minor, p.stock_count, p.status, p.arrived_at
     FROM json_each(@ids) i CROSS JOIN products p ON p.id = i.value
     WHERE p.deleted_at IS NULL AND p.currency = @currency`,
  ).all({ ids: JSON.stringify([...ids]), currency: known.currency }) as CandidateRow[];
  return rows.map((row) => ({
    id: row.id,
    brand: row.brand,
    category: row.category,
    reference: row.reference,
    attributes: knownFacts(row.attributes, row.category),
    priceMinor: row.price_minor,
    stock: row.stock_count,
    status: row.status,
    arrivedOn: row.arrived_at === null ? null : civilDateOf(row.arrived_at, known.timeZone),
    consumable: consumableCategories.has(row.category.toLowerCase()),
    coPurchases: known.ties.get(row.id) ?? [],
    companionOf: known.companions.get(row.id) ?? [],
  }));
}
