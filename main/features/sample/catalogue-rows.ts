import type { Insertable } from 'kysely';
import { rowInserter } from '../../db/bulk';
import type { Products } from '../../db/rows';
import type { WritableDb } from '../../db/sql';
import { newId } from '../../kernel/ids';
import { productPicture } from './generator/product-picture';
import type { Sample, SampleProduct, SampleWarrantyPolicy } from './generator/types';

const dayMs = 86_400_000;
const instantOf = (civilDate: string) => Date.parse(`${civilDate}T00:00:00Z`) + dayMs / 6;

/**
 * The terms as items and products keep them: intervals with the version they come from. A brand's terms name a battery
 * for its quartz watches; one that is wound has none to change.
 */
export function policyJson(policy: SampleWarrantyPolicy | undefined, hasBattery: boolean): string | null {
  if (!policy) return null;
  const { warrantyMonths, extendedMonths } = policy;
  return JSON.stringify({
    policyVersion: `${policy.id} ${policy.version}`,
    warrantyMonths: warrantyMonths > 0 ? warrantyMonths : null,
    extensionMonths:
      extendedMonths && extendedMonths > warrantyMonths ? extendedMonths - warrantyMonths : null,
    serviceMonths: policy.serviceMonthsMin,
    waterTestMonths: policy.waterTestMonths,
    batteryMonths: hasBattery ? policy.batteryMonths : null,
  });
}

/** Attribute names as the catalogue's words know them. */
function attributesOf(product: SampleProduct): Record<string, string | number | boolean> {
  const facts: Record<string, string | number | boolean> = {};
  for (const [name, value] of Object.entries(product.attributes)) {
    if (value === null || name === 'kind') continue;
    const key = attributeNames[name] ?? name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
    facts[key] = Array.isArray(value) ? value.join(', ') : value;
  }
  if (product.scarce) facts.scarce = true;
  return facts;
}

const attributeNames: Record<string, string> = {
  lugWidthMm: 'lug_mm',
  dialColour: 'dial',
  waterResistanceM: 'water_m',
  powerReserveHours: 'power_reserve_h',
};

/** Writes the catalogue with its price history, pictures, and what goes with what. */
export function insertCatalogue(db: WritableDb, sample: Sample, now: number): void {
  const insertProduct = rowInserter(db, 'products');
  const insertPrice = rowInserter(db, 'product_prices');
  const insertPicture = rowInserter(db, 'product_pictures');
  const policies = new Map(sample.shop.warrantyPolicies.map((policy) => [policy.id, policy]));
  for (const product of sample.products) {
    insertProduct(
      productRow(product, policies.get(product.warrantyPolicyId ?? ''), sample.shop.currency, now),
    );
    for (const { from, price } of product.priceHistory) {
      insertPrice({
        id: newId(),
        product_id: product.id,
        from_at: Math.min(instantOf(from), now),
        currency: sample.shop.currency,
        price_minor: price,
        staff_id: null,
      });
    }
    insertPicture({
      id: newId(),
      product_id: product.id,
      mime: 'image/svg+xml',
      bytes: Buffer.from(productPicture(product)),
      position: 0,
    });
  }
  insertCompanions(db, sample.products);
}

function productRow(
  product: SampleProduct,
  policy: SampleWarrantyPolicy | undefined,
  currency: string,
  now: number,
): Insertable<Products> {
  const { attributes } = product;
  const launchedAt = Math.min(instantOf(product.launchedOn), now);
  return {
    id: product.id,
    code: product.sku,
    brand: product.brand,
    family: product.family,
    reference: product.reference,
    barcode: product.barcode,
    name: product.nameEn,
    chinese_name: product.nameZhHant,
    category: product.category,
    attributes: JSON.stringify(attributesOf(product)),
    currency,
    price_minor: product.price,
    status: product.status,
    stock_count: product.stock,
    is_serialised: product.serialised ? 1 : 0,
    is_precious: product.precious ? 1 : 0,
    warranty_policy: policyJson(policy, attributes.kind === 'watch' && attributes.movement === 'quartz'),
    // For customers who read either: the field is one text.
    care: policy ? `${policy.noteZhHant}\n${policy.noteEn}` : null,
    arrived_at: launchedAt,
    import_id: null,
    version: 1,
    created_at: launchedAt,
    updated_at: launchedAt,
    deleted_at: null,
  };
}

/** A strap of the right width goes with a watch, and so does a winder or a care kit. */
function insertCompanions(db: WritableDb, products: readonly SampleProduct[]): void {
  const insert = rowInserter(db, 'product_companions');
  const straps = products.filter(
    ({ attributes, status }) => attributes.kind === 'strap' && status !== 'discontinued',
  );
  for (const { id, attributes } of products) {
    if (attributes.kind !== 'watch') continue;
    const fitting = straps.filter(
      (strap) => strap.attributes.kind === 'strap' && strap.attributes.widthMm === attributes.lugWidthMm,
    );
    for (const strap of fitting.slice(0, 3)) insert({ product_id: id, companion_id: strap.id });
  }
}
