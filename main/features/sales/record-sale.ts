import type { ErrorsOf, ParsedInputOf } from '@shared/contract/define';
import { preciousCashMinor, type salesContract } from '@shared/contract/sales';
import { careDates, readWarrantyPolicy, warrantyOf } from '@shared/domain/warranty';
import type { CommandContext } from '../../kernel/handlers';
import { sellAccepted } from '../allocations/allocations.sql';
import { findStandingCustomer, isStaffRecord } from '../customers/customers.sql';
import { findSoldItem, type ItemRow } from '../items/items.sql';
import { isAwaited, meetNeed } from '../needs/needs.sql';
import { findProduct, type ProductRow } from '../products/products.sql';
import { markProductsBought, markRecommendationBought } from '../recommendations/recommendations.sql';
import { findStaff } from '../staff/staff.sql';
import { isSoldAnonymously, type NewSaleLine, type SaleLineRow } from './sales.sql';

type RecordSale = (typeof salesContract)['sales.record'];
export type SaleInput = ParsedInputOf<RecordSale>;
export type RecordContext = CommandContext<ErrorsOf<RecordSale>>;

/** A line with its product, priced and checked. */
export interface PricedLine {
  readonly product: ProductRow | null;
  /** What the card says, where somebody typed it. */
  readonly warrantyEndsOn: string | null;
  readonly row: Omit<NewSaleLine, 'sale_no' | 'position'>;
}

/** Every line with its price, discount and serial; fails with the first thing that is wrong, naming the line. */
export function priceLines(context: RecordContext, input: SaleInput): PricedLine[] {
  const { db, fail } = context;
  if (input.lines.length === 0) fail('SALE_EMPTY');
  const serials = new Set<string>();
  return input.lines.map((line, index) => {
    const where = { line: index + 1 };
    const product = line.productId ? (findProduct(db, line.productId) ?? fail('PRODUCT_NOT_FOUND')) : null;
    const description = line.description || product?.name || fail('DESCRIPTION_NEEDED', where);
    const unitPrice = line.unitPriceMinor ?? product?.price_minor ?? fail('PRICE_NEEDED', where);
    const gross = unitPrice * line.quantity;
    if (line.discountMinor > 0 && !line.discountReason) fail('DISCOUNT_REASON_NEEDED', where);
    if (line.discountMinor > gross) fail('DISCOUNT_TOO_LARGE', where);
    if (product?.is_serialised === 1) {
      if (line.quantity !== 1) fail('SERIAL_ONE_EACH', where);
      const serial = line.serial || fail('SERIAL_NEEDED', where);
      const key = `${product.id} ${serial}`;
      if (serials.has(key)) fail('SERIAL_TWICE', where);
      serials.add(key);
      if (findSoldItem(db, product.id, serial) || isSoldAnonymously(db, product.id, serial))
        fail('SERIAL_ALREADY_SOLD', where);
    }
    return {
      product,
      warrantyEndsOn: line.warrantyEndsOn,
      row: {
        product_id: product?.id ?? null,
        description,
        quantity: line.quantity,
        unit_price_minor: unitPrice,
        discount_minor: line.discountMinor,
        discount_reason: line.discountMinor > 0 ? line.discountReason : null,
        total_minor: gross - line.discountMinor,
        serial: line.serial || null,
        returns_sale_no: null,
        returns_position: null,
        ...warrantyOfNobody(context, input, product, line),
      },
    };
  });
}

/** The warranty of a thing sold to nobody known stays with its line, as an item would keep it. */
function warrantyOfNobody(
  { today }: RecordContext,
  { customerId }: SaleInput,
  product: ProductRow | null,
  { serial, warrantyEndsOn }: SaleInput['lines'][number],
): Pick<SaleLineRow, 'warranty_ends_on' | 'warranty_terms'> {
  if (customerId !== null || !serial) return { warranty_ends_on: null, warranty_terms: null };
  const policy = readWarrantyPolicy(product?.warranty_policy ?? null);
  return {
    warranty_ends_on: warrantyEndsOn ?? warrantyOf({ soldOn: today, policy }, today).endsOn,
    warranty_terms: policy && JSON.stringify(policy),
  };
}

/** The sum of the lines; refuses one that could not be added exactly. */
export function totalOf({ fail }: RecordContext, lines: readonly PricedLine[]): number {
  const total = lines.reduce((sum, { row }) => sum + row.total_minor, 0);
  if (!Number.isSafeInteger(total)) fail('TOTAL_TOO_LARGE');
  return total;
}

/** The customer this sale belongs to today, after any merge; null for an anonymous sale. */
export function findBuyer({ db, fail }: RecordContext, customerId: string | null): string | null {
  if (customerId === null) return null;
  const customer = findStandingCustomer(db, customerId);
  if (!customer || customer.deleted_at !== null) return fail('CUSTOMER_NOT_FOUND');
  return customer.id;
}

/**
 * What the manager reviews later: a sale to oneself, to any of the staff, and a precious product paid with HK$120,000
 * or more in cash (Cap. 615), which asks to be confirmed first.
 */
export function flagsOf(
  context: RecordContext,
  input: SaleInput,
  lines: readonly PricedLine[],
  customerId: string | null,
): string[] {
  const { db, staff, shop, fail } = context;
  const flags: string[] = [];
  if (customerId && findStaff(db, staff.staffId)?.own_customer_id === customerId) flags.push('own-account');
  if (input.isStaffPurchase || (customerId && isStaffRecord(db, customerId))) flags.push('staff-purchase');
  const isPrecious = lines.some(({ product }) => product?.is_precious === 1);
  if (isPrecious && shop.currency === 'HKD' && (input.cashMinor ?? 0) >= preciousCashMinor) {
    if (!input.isPreciousCashConfirmed) fail('PRECIOUS_CASH');
    flags.push('precious-cash');
  }
  return flags;
}

/** What an owned item takes from the sale it came with. */
export interface SoldWith {
  readonly customerId: string;
  /** The line of the receipt. */
  readonly saleNo: number;
  readonly position: number;
  /** Civil day of the sale, which is the item's first. */
  readonly soldOn: string;
  readonly currency: string;
  readonly isDiscreet: boolean;
  readonly importId: string | null;
  /** JSON of the terms that held on that day; null: the product has none. */
  readonly terms: string | null;
}

/** The owned item that a line with a serial brings into being, or null for a line without. */
export function itemOf(
  { now, newId }: Pick<CommandContext, 'now' | 'newId'>,
  {
    product,
    row,
    warrantyEndsOn,
  }: {
    readonly product: ProductRow | null;
    readonly row: Pick<SaleLineRow, 'product_id' | 'description' | 'serial' | 'total_minor'>;
    readonly warrantyEndsOn: string | null;
  },
  { customerId, saleNo, position, soldOn, currency, isDiscreet, importId, terms }: SoldWith,
): ItemRow | null {
  if (!row.serial) return null;
  const policy = readWarrantyPolicy(terms);
  const facts = { soldOn, policy };
  const due = new Map(careDates(facts, soldOn).map(({ kind, dueOn }) => [kind, dueOn]));
  return {
    id: newId(),
    customer_id: customerId,
    product_id: row.product_id,
    sale_no: saleNo,
    sale_position: position,
    brand: product?.brand ?? null,
    family: product?.family ?? null,
    reference: product?.reference ?? null,
    description: row.description,
    serial: row.serial,
    movement_number: null,
    calibre: null,
    attributes: product?.attributes ?? '{}',
    is_bought_here: 1,
    bought_elsewhere_at: null,
    bought_on: soldOn,
    price_minor: row.total_minor,
    currency,
    warranty_policy: policy ? JSON.stringify(policy) : null,
    warranty_issuer: null,
    warranty_name: null,
    warranty_start: policy || warrantyEndsOn ? soldOn : null,
    warranty_end: warrantyEndsOn ?? warrantyOf(facts, soldOn).endsOn,
    service_due: due.get('service') ?? null,
    water_test_due: due.get('water-test') ?? null,
    battery_due: due.get('battery') ?? null,
    is_discreet: isDiscreet ? 1 : 0,
    status: 'owned',
    note: null,
    import_id: importId,
    version: 1,
    created_at: now,
    updated_at: now,
    deleted_at: null,
  };
}

/**
 * The sale answers what was asked and shown: the need it names is met, what was recommended was bought, and the needs
 * for which a product on this receipt was recommended are met as well.
 */
export function closeLoop(
  { db, now, staff, newId, fail }: RecordContext,
  { needId, recommendationId, lines }: SaleInput,
  { customerId, saleId }: { customerId: string; saleId: string },
): void {
  if (needId && !meetNeed(db, { needId, customerId, saleId, now })) fail('NEED_NOT_THEIRS');
  const bought = { customerId, saleId, staffId: staff.staffId, now };
  const named = recommendationId ? markRecommendationBought(db, { ...bought, recommendationId }) : null;
  if (recommendationId && !named) fail('RECOMMENDATION_NOT_FOUND');
  const productIds = lines.flatMap(({ productId }) => productId ?? []);
  const shown = [...(named ? [named] : []), ...markProductsBought(db, { ...bought, productIds })];
  for (const { product_id, need_id } of shown)
    if (need_id && productIds.includes(product_id) && isAwaited(db, need_id))
      meetNeed(db, { needId: need_id, customerId, saleId, now });
  // A piece that was accepted and is bought now has ended its allocation, whichever way the sale was begun.
  for (const { productId, serial } of lines)
    if (productId) sellAccepted({ db, now, staff, newId }, { customerId, productId, serial, saleId });
}
