import type { ProductCard } from '@shared/contract/needs';
import type { ReadableDb } from '../../db/sql';
import { listProductsById, type ProductSummaryRow } from '../products/products.sql';

/** A product as a card at the counter shows it. */
export function cardOf(row: ProductSummaryRow): ProductCard {
  return {
    id: row.id,
    code: row.code,
    brand: row.brand,
    reference: row.reference,
    name: row.name,
    chineseName: row.chinese_name,
    category: row.category,
    priceMinor: row.price_minor,
    currency: row.currency,
    status: row.status as ProductCard['status'],
    stockCount: row.stock_count,
    pictureId: row.picture_id,
  };
}

/** Cards by product id; what is gone is left out. */
export function listProductCards(db: ReadableDb, ids: readonly string[]): Map<string, ProductCard> {
  return new Map(listProductsById(db, [...new Set(ids)]).map((row) => [row.id, cardOf(row)]));
}
