import { civilDateOf } from '@shared/domain/dates';
import { rowInserter } from '../../db/bulk';
import type { WritableDb } from '../../db/sql';
import { policyJson } from './catalogue-rows';
import type { Sample, SampleCustomer, SampleItem, SampleSale } from './generator/types';

const itemStatus: Record<SampleItem['status'], string> = {
  owned: 'owned',
  returned: 'returned',
  'given-away': 'given',
  sold: 'sold',
};

/** Writes receipts with their lines. */
export function saleWriter(db: WritableDb, { products }: Sample): (sale: SampleSale) => void {
  const insertSale = rowInserter(db, 'sales');
  const insertLine = rowInserter(db, 'sale_lines');
  return (sale) => {
    insertSale({
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
      insertLine({
        id: line.id,
        sale_id: sale.id,
        position: line.lineNo,
        product_id: line.productId,
        description: product?.nameEn ?? '',
        quantity: line.quantity,
        unit_price_minor: line.unitPrice,
        discount_minor: line.discount,
        discount_reason: line.discountReason,
        total_minor: line.amount,
        serial: line.serial,
        returns_line_id: line.returnOfLineId,
      });
    }
  };
}

/** Writes what a customer owns, from here and from elsewhere; a present that is not to be mentioned is discreet. */
export function itemWriter(db: WritableDb, sample: Sample): (customer: SampleCustomer) => void {
  const insertItem = rowInserter(db, 'items');
  const policies = new Map(sample.shop.warrantyPolicies.map((policy) => [policy.id, policy]));
  return (customer) => {
    const secretSales = new Set(customer.discretions.map(({ saleId }) => saleId));
    for (const item of customer.items) {
      const { warranty } = item;
      insertItem({
        id: item.id,
        customer_id: customer.id,
        product_id: item.productId,
        sale_line_id: item.saleLineId,
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
