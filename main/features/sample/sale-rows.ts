import { civilDateOf } from '@shared/domain/dates';
import { rowInserter } from '../../db/bulk';
import { prepared, type WritableDb } from '../../db/sql';
import { numberOfDescription } from '../sales/sales.sql';
import { policyJson } from './catalogue-rows';
import type { Sample, SampleCustomer, SampleItem, SampleSale } from './generator/types';

const itemStatus: Record<SampleItem['status'], string> = {
  owned: 'owned',
  returned: 'returned',
  'given-away': 'given',
  sold: 'sold',
};

/** Where a line stands: its receipt's number and its place on it. */
type Place = readonly [saleNo: number, position: number];

/** Where the lines of one customer stand, by the id the generator gave them. */
type Places = Map<string, Place>;

/** Writes what was bought: receipts with their lines, and what customers own of them. */
export function purchaseWriters(db: WritableDb, sample: Sample) {
  const writeSale = saleWriter(db, sample);
  const writeItems = itemWriter(db, sample);
  return {
    /** A receipt of nobody known. */
    anonymous: (sale: SampleSale) => writeSale(sale, new Map()),
    customer: (customer: SampleCustomer) => {
      const places: Places = new Map();
      for (const sale of customer.sales) writeSale(sale, places);
      writeItems(customer, places);
    },
  };
}

function saleWriter(db: WritableDb, { products }: Sample): (sale: SampleSale, places: Places) => void {
  const insertSale = rowInserter(db, 'sales');
  const insertLine = rowInserter(db, 'sale_lines');
  const numbers = prepared(db, 'SELECT id, no FROM products').raw().all() as [string, number][];
  const numberOf = new Map(numbers);
  // Kept, for the lines of a product all carry its name.
  const descriptions = new Map<string, number>();
  const descriptionOf = (text: string) => {
    const known = descriptions.get(text) ?? numberOfDescription(db, text);
    descriptions.set(text, known);
    return known;
  };
  return (sale, places) => {
    const saleNo = insertSale({
      id: sale.id,
      receipt_number: sale.receiptNo,
      kind: sale.kind,
      returns_sale_id: sale.returnOfSaleId,
      customer_id: sale.customerId,
      staff_id: sale.staffId,
      sold_at: sale.at,
      sold_on: civilDateOf(sale.at),
      currency: sale.currency,
      total_minor: sale.total,
      payment_note: sale.paymentNote ?? sale.payment,
      cash_minor: sale.payment === 'cash' && sale.kind === 'sale' ? sale.total : null,
      reason: sale.returnReason,
      note: null,
      flags: sale.preciousCash ? '["precious-cash"]' : '[]',
      country: null,
      import_id: null,
      created_at: sale.at,
      deleted_at: null,
    });
    for (const line of sale.lines) {
      const product = products[line.productIndex];
      const position = line.lineNo - 1;
      const returned = line.returnOfLineId === null ? undefined : places.get(line.returnOfLineId);
      places.set(line.id, [saleNo, position]);
      insertLine({
        sale_no: saleNo,
        position,
        product_no: numberOf.get(line.productId) ?? null,
        description_no: descriptionOf(product?.nameEn ?? ''),
        quantity: line.quantity,
        unit_price_minor: line.unitPrice,
        discount_minor: line.discount,
        discount_reason: line.discountReason,
        total_minor: line.amount,
        serial: line.serial,
        returns_sale_no: returned?.[0] ?? null,
        returns_position: returned?.[1] ?? null,
      });
    }
  };
}

/** What a customer owns, from here and from elsewhere; a present that is not to be mentioned is discreet. */
function itemWriter(db: WritableDb, sample: Sample): (customer: SampleCustomer, places: Places) => void {
  const insertItem = rowInserter(db, 'items');
  const policies = new Map(sample.shop.warrantyPolicies.map((policy) => [policy.id, policy]));
  return (customer, places) => {
    const secretSales = new Set(customer.discretions.map(({ saleId }) => saleId));
    for (const item of customer.items) {
      const { warranty } = item;
      const place = item.saleLineId === null ? undefined : places.get(item.saleLineId);
      insertItem({
        id: item.id,
        customer_id: customer.id,
        product_id: item.productId,
        sale_no: place?.[0] ?? null,
        sale_position: place?.[1] ?? null,
        brand: item.brand,
        family: item.family,
        reference: item.reference,
        description: [item.brand, item.family].filter(Boolean).join(' '),
        serial: item.serial,
        movement_number: item.movementNo,
        calibre: item.calibre,
        attributes: JSON.stringify(attributesOf(item)),
        is_bought_here: item.source === 'here' ? 1 : 0,
        bought_elsewhere_at: null,
        bought_on: item.acquiredOn,
        price_minor: item.purchasePrice,
        currency: sample.shop.currency,
        warranty_policy: policyJson(policies.get(warranty?.policyId ?? ''), item.batteryDueOn !== null),
        warranty_issuer: warranty?.issuer ?? null,
        warranty_name: warranty?.nameOnCard ?? null,
        warranty_start: warranty?.issuedOn ?? null,
        warranty_end: warranty?.endsOn ?? null,
        service_due: item.serviceDueOn,
        water_test_due: item.waterTestDueOn,
        battery_due: item.batteryDueOn,
        is_discreet: item.saleId !== null && secretSales.has(item.saleId) ? 1 : 0,
        status: itemStatus[item.status],
        note: item.note,
        import_id: null,
        version: 1,
        created_at: customer.createdAt,
        updated_at: customer.updatedAt,
        deleted_at: null,
      });
    }
  };
}

function attributesOf(item: SampleItem): Record<string, string | number | boolean> {
  const facts: Record<string, string | number | boolean | null> = {
    metal: item.metal,
    case_mm: item.caseMm,
    lug_mm: item.lugWidthMm,
    dial: item.dialColour,
    strap: item.strap,
    complications: item.complications.join(', ') || null,
    year: item.year,
    links_removed: item.linksRemoved,
    box: item.box,
    papers: item.papers,
    condition: item.condition,
  };
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== null)) as Record<
    string,
    string | number | boolean
  >;
}
