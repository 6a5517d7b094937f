import type { ParsedInputOf } from '@shared/contract/define';
import type { productStatuses, productsContract } from '@shared/contract/products';
import { readWarrantyPolicy } from '@shared/domain/warranty';
import type { ProductRow, ProductSummaryRow } from './products.sql';

export type ProductFields = ParsedInputOf<(typeof productsContract)['products.update']>['fields'];

/** A product as lists show it. */
export function toSummary(row: ProductSummaryRow) {
  return {
    id: row.id,
    code: row.code,
    brand: row.brand,
    family: row.family,
    reference: row.reference,
    barcode: row.barcode,
    name: row.name,
    chineseName: row.chinese_name,
    category: row.category,
    priceMinor: row.price_minor,
    currency: row.currency,
    status: row.status as (typeof productStatuses)[number],
    stockCount: row.stock_count,
    isSerialised: row.is_serialised === 1,
    isPrecious: row.is_precious === 1,
    warrantyMonths: readWarrantyPolicy(row.warranty_policy)?.warrantyMonths ?? null,
    pictureId: row.picture_id,
  };
}

/** What a person wrote, as columns. */
export function toColumns(fields: ProductFields) {
  return {
    code: fields.code,
    brand: fields.brand || null,
    family: fields.family || null,
    reference: fields.reference || null,
    barcode: fields.barcode || null,
    name: fields.name,
    chinese_name: fields.chineseName || null,
    category: fields.category,
    attributes: JSON.stringify(fields.attributes),
    price_minor: fields.priceMinor,
    status: fields.status,
    is_serialised: fields.isSerialised ? 1 : 0,
    is_precious: fields.isPrecious ? 1 : 0,
    warranty_policy: fields.warranty && JSON.stringify(fields.warranty),
    care: fields.care || null,
  } satisfies Partial<ProductRow>;
}

/** Names of the columns that a change really changes: what the audit log records. */
export function changedColumns(before: ProductRow, after: Partial<ProductRow>): string[] {
  return Object.entries(after)
    .filter(([column, value]) => before[column as keyof ProductRow] !== value)
    .map(([column]) => column);
}
