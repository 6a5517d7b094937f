import type { OutputOf, ParsedInputOf } from '@shared/contract/define';
import type { itemStatuses, itemsContract } from '@shared/contract/items';
import { daysBetween } from '@shared/domain/dates';
import {
  type CareDate,
  type CareKind,
  careDates,
  DEFAULT_NOTICE_DAYS,
  readWarrantyPolicy,
  warrantyOf,
} from '@shared/domain/warranty';
import type { ItemRow, ShownItemRow } from './items.sql';

export type ItemFields = ParsedInputOf<(typeof itemsContract)['items.update']>['fields'];
type ShownItem = OutputOf<(typeof itemsContract)['items.forCustomer']>[number];

/** An item with its warranty and what it needs next, as of today. */
export function toItem(row: ShownItemRow, today: string): ShownItem {
  const policy = readWarrantyPolicy(row.warranty_policy);
  const soldOn = row.warranty_start ?? row.bought_on;
  const byTerms = warrantyOf({ soldOn, policy }, today).endsOn;
  // A sale writes down what the terms come to; only another end is what a card says, and cannot be extended by them.
  const facts = { soldOn, cardEndsOn: row.warranty_end === byTerms ? null : row.warranty_end, policy };
  const warranty = warrantyOf(facts, today);
  return {
    id: row.id,
    customerId: row.customer_id,
    productId: row.product_id,
    pictureId: row.picture_id,
    brand: row.brand,
    family: row.family,
    reference: row.reference,
    description: row.description,
    chineseName: row.chinese_name,
    serial: row.serial,
    movementNumber: row.movement_number,
    calibre: row.calibre,
    attributes: readAttributes(row.attributes),
    isBoughtHere: row.is_bought_here === 1,
    boughtElsewhereAt: row.bought_elsewhere_at,
    boughtOn: row.bought_on,
    warranty: policy,
    warrantyIssuer: row.warranty_issuer,
    warrantyName: row.warranty_name,
    warrantyStart: row.warranty_start,
    warrantyEnd: row.warranty_end,
    serviceDue: row.service_due,
    waterTestDue: row.water_test_due,
    batteryDue: row.battery_due,
    isDiscreet: row.is_discreet === 1,
    status: row.status as (typeof itemStatuses)[number],
    note: row.note,
    version: row.version,
    warrantyState: warranty.state,
    warrantyEndsOn: warranty.endsOn,
    canExtend: warranty.canExtend,
    care: careOf(row, careDates(facts, today), today),
  };
}

/** What was written down goes before what the policy says. */
function careOf(row: ItemRow, planned: readonly CareDate[], today: string): CareDate[] {
  const written: [CareKind, string | null][] = [
    ['service', row.service_due],
    ['water-test', row.water_test_due],
    ['battery', row.battery_due],
  ];
  return written
    .map(([kind, dueOn]): CareDate | undefined =>
      dueOn ? { kind, dueOn, state: careState(dueOn, today) } : planned.find((date) => date.kind === kind),
    )
    .filter((date) => date !== undefined)
    .sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1));
}

function careState(dueOn: string, today: string): CareDate['state'] {
  const left = daysBetween(today, dueOn);
  return left < 0 ? 'overdue' : left <= DEFAULT_NOTICE_DAYS ? 'soon' : 'later';
}

function readAttributes(json: string): ItemFields['attributes'] {
  const attributes: ItemFields['attributes'] = {};
  for (const [name, value] of Object.entries(JSON.parse(json) as Record<string, unknown>)) {
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
      attributes[name] = value;
    else if (Array.isArray(value))
      attributes[name] = value.filter((one): one is string => typeof one === 'string');
  }
  return attributes;
}

/** What a person wrote, as columns. */
export function toColumns(fields: ItemFields) {
  return {
    brand: fields.brand || null,
    family: fields.family || null,
    reference: fields.reference || null,
    description: fields.description,
    serial: fields.serial || null,
    movement_number: fields.movementNumber || null,
    calibre: fields.calibre || null,
    attributes: JSON.stringify(fields.attributes),
    bought_elsewhere_at: fields.boughtElsewhereAt || null,
    bought_on: fields.boughtOn,
    warranty_policy: fields.warranty && JSON.stringify(fields.warranty),
    warranty_issuer: fields.warrantyIssuer || null,
    warranty_name: fields.warrantyName || null,
    warranty_start: fields.warrantyStart,
    warranty_end: fields.warrantyEnd,
    service_due: fields.serviceDue,
    water_test_due: fields.waterTestDue,
    battery_due: fields.batteryDue,
    is_discreet: fields.isDiscreet ? 1 : 0,
    status: fields.status,
    note: fields.note || null,
  } satisfies Partial<ItemRow>;
}
