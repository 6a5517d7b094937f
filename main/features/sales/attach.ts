import type { ErrorsOf } from '@shared/contract/define';
import { isAllowed } from '@shared/contract/permissions';
import type { salesContract } from '@shared/contract/sales';
import type { CommandContext } from '../../kernel/handlers';
import { sellAccepted } from '../allocations/allocations.sql';
import { findStandingCustomer, isStaffRecord } from '../customers/customers.sql';
import { insertItem, listItemsOfLine, updateItem } from '../items/items.sql';
import { releaseNeedsOfSale } from '../needs/needs.sql';
import { dropFollowUps, makeFollowUps } from '../plans/follow-ups.sql';
import { findProduct } from '../products/products.sql';
import { releaseRecommendationsOfSale } from '../recommendations/recommendations.sql';
import { indexCustomer, indexItem, indexSale } from '../search/search.sql';
import { findStaff } from '../staff/staff.sql';
import {
  findAttachment,
  findLastAttachment,
  insertAttachment,
  isBuiltOn,
  setBuyer,
  setFlags,
  undoAttachment,
} from './attachments.sql';
import { remainingOf } from './give-back';
import { itemOf } from './record-sale';
import { findSale, lineKey, listAgainst, listLines, rebuildTotals, type SaleRow } from './sales.sql';

type Attach = (typeof salesContract)['sales.attach'];
type Move = (typeof salesContract)['sales.move'];
type Undo = (typeof salesContract)['sales.undoAttach'];

/** A receipt of nobody finds its customer: they come back with the paper in their hand. */
export function attachSale(
  context: CommandContext<ErrorsOf<Attach>>,
  { saleId, customerId, isDiscreet }: { saleId: string; customerId: string; isDiscreet: boolean },
): { attachmentId: string } {
  const { db, fail } = context;
  const sale = attachable(context, saleId);
  if (sale.customer_id !== null) fail('SALE_HAS_CUSTOMER');
  const customer = findStandingCustomer(db, customerId);
  if (!customer || customer.deleted_at !== null) return fail('CUSTOMER_NOT_FOUND');
  return { attachmentId: give(context, sale, { to: customer.id, reason: null, isDiscreet }) };
}

/** A receipt that was recorded for somebody else goes to whom it belongs to: the manager's, with the reason. */
export function moveSale(
  context: CommandContext<ErrorsOf<Move>>,
  { saleId, customerId, reason }: { saleId: string; customerId: string; reason: string },
): { attachmentId: string } {
  const { db, fail } = context;
  const sale = attachable(context, saleId);
  if (sale.customer_id === null) fail('SALE_WITHOUT_CUSTOMER');
  const customer = findStandingCustomer(db, customerId);
  if (!customer || customer.deleted_at !== null) return fail('CUSTOMER_NOT_FOUND');
  if (customer.id === sale.customer_id) fail('SAME_CUSTOMER');
  if (isBuiltOn(db, saleId)) fail('SALE_IN_USE');
  return { attachmentId: give(context, sale, { to: customer.id, reason, isDiscreet: false }) };
}

/** Takes the last of these steps back: the receipt is again whose it was before. */
export function undoAttach(
  context: CommandContext<ErrorsOf<Undo>>,
  { attachmentId }: { attachmentId: string },
): null {
  const { db, now, staff, about, fail } = context;
  const attachment = findAttachment(db, attachmentId) ?? fail('MOVE_NOT_FOUND');
  const sale = findSale(db, attachment.sale_id) ?? fail('MOVE_NOT_FOUND');
  // Whose record it became, also where that one was merged into another since.
  if (findLastAttachment(db, sale.id)?.id !== attachmentId || sale.customer_id === null)
    return fail('MOVE_NOT_FOUND');
  if (attachment.from_customer_id !== null && !isAllowed(staff.role, 'sales.move'))
    fail('MOVE_BACK_BY_MANAGER');
  if (isBuiltOn(db, sale.id)) fail('SALE_IN_USE');
  const before = attachment.from_customer_id
    ? (findStandingCustomer(db, attachment.from_customer_id)?.id ?? null)
    : null;
  about('sale', sale.id);
  const from = sale.customer_id;
  leave(context, sale);
  setBuyer(db, sale.id, before);
  setFlags(db, sale.id, attachment.flags_before);
  moveItems(context, sale, { from, to: before });
  if (before !== null) follow(context, sale, before);
  undoAttachment(db, attachmentId, { at: now, by: staff.staffId });
  settle(context, sale.id, [from, before]);
  return null;
}

/** A sale that took place, and is not itself something given back. */
function attachable(
  { db, fail }: CommandContext<'SALE_NOT_FOUND' | 'NOT_A_SALE' | 'SALE_CANCELLED'>,
  saleId: string,
): SaleRow {
  const sale = findSale(db, saleId) ?? fail('SALE_NOT_FOUND');
  if (sale.kind !== 'sale') fail('NOT_A_SALE');
  if (listAgainst(db, saleId).some(({ kind }) => kind === 'cancellation')) fail('SALE_CANCELLED');
  return sale;
}

/** The receipt is this customer's, with everything that follows from it. */
function give(
  context: CommandContext,
  sale: SaleRow,
  { to, reason, isDiscreet }: { to: string; reason: string | null; isDiscreet: boolean },
): string {
  const { db, now, today, staff, newId, about } = context;
  const from = sale.customer_id;
  const attachmentId = newId();
  about('sale', sale.id);
  if (from !== null) leave(context, sale);
  insertAttachment(db, {
    id: attachmentId,
    sale_id: sale.id,
    from_customer_id: from,
    to_customer_id: to,
    reason,
    flags_before: sale.flags,
    at: now,
    on_day: today,
    staff_id: staff.staffId,
  });
  setBuyer(db, sale.id, to);
  setFlags(db, sale.id, JSON.stringify(flagsFor(context, sale, to)));
  if (from === null) makeItems(context, { ...sale, customer_id: to }, { customerId: to, isDiscreet });
  else moveItems(context, sale, { from, to });
  follow(context, sale, to);
  takeAccepted(context, sale, to);
  settle(context, sale.id, [from, to]);
  return attachmentId;
}

/** What the receipt is to the staff, by whose it is; also whoever gives it to their own record. */
function flagsFor({ db, staff }: CommandContext, sale: SaleRow, customerId: string): string[] {
  const wasStaffs = sale.customer_id !== null && isStaffRecord(db, sale.customer_id);
  const kept = (JSON.parse(sale.flags) as string[]).filter(
    (flag) => flag !== 'own-account' && !(flag === 'staff-purchase' && wasStaffs),
  );
  const isOwn = [sale.staff_id, staff.staffId].some(
    (id) => id !== null && findStaff(db, id)?.own_customer_id === customerId,
  );
  const flags = [
    ...kept,
    ...(isOwn ? ['own-account'] : []),
    ...(isStaffRecord(db, customerId) ? ['staff-purchase'] : []),
  ];
  return [...new Set(flags)];
}

/** Pieces with a serial that did not come back are the customer's own from the day of the sale on. */
function makeItems(
  context: CommandContext,
  sale: SaleRow,
  { customerId, isDiscreet }: { customerId: string; isDiscreet: boolean },
): void {
  const { db } = context;
  const remaining = remainingOf(db, sale);
  for (const line of listLines(db, sale.id)) {
    if ((remaining.get(lineKey(line))?.quantity ?? 0) <= 0) continue;
    const product = line.product_id ? (findProduct(db, line.product_id) ?? null) : null;
    const item = itemOf(
      context,
      { product, row: line, warrantyEndsOn: line.warranty_ends_on },
      {
        customerId,
        saleNo: line.sale_no,
        position: line.position,
        soldOn: sale.sold_on,
        currency: sale.currency,
        isDiscreet,
        importId: sale.import_id,
        terms: line.warranty_terms ?? product?.warranty_policy ?? null,
      },
    );
    if (!item) continue;
    insertItem(db, item);
    indexItem(db, item.id);
  }
}

/** What the one owned of this receipt is the other's; where it is nobody's again, it is out of sight. */
function moveItems(
  { db, now }: CommandContext,
  sale: SaleRow,
  { from, to }: { from: string; to: string | null },
): void {
  for (const line of listLines(db, sale.id)) {
    for (const item of listItemsOfLine(db, line)) {
      if (item.customer_id !== from) continue;
      const moved = to === null ? { deleted_at: now } : { customer_id: to };
      updateItem(db, item.id, { ...moved, updated_at: now, version: item.version + 1 });
      indexItem(db, item.id);
    }
  }
}

/** What the purchase had settled and begun for whoever it was is open, and over, again. */
function leave(context: CommandContext, sale: SaleRow): void {
  releaseNeedsOfSale(context.db, sale.id, context.now);
  releaseRecommendationsOfSale(context.db, sale.id);
  dropFollowUps(context, sale.id);
}

/** Follow-ups by the rules, counted from the day of the sale; those whose day has passed are not made up for. */
function follow(context: CommandContext, sale: SaleRow, customerId: string): void {
  const { db, today, staff } = context;
  const isColleague = isStaffRecord(db, customerId);
  const remaining = remainingOf(db, { ...sale, customer_id: customerId });
  const kept = listLines(db, sale.id).filter((line) => (remaining.get(lineKey(line))?.quantity ?? 0) > 0);
  if (isColleague || kept.length === 0) return;
  const items = kept.flatMap((line) => listItemsOfLine(db, line));
  makeFollowUps(context, {
    after: 'purchase',
    on: sale.sold_on,
    notBefore: today,
    customerId,
    saleId: sale.id,
    jobId: null,
    sellerId: sale.staff_id ?? staff.staffId,
    isDiscreet: items.some(({ is_discreet }) => is_discreet === 1),
    goods: kept.map(({ product_id, description }) => ({
      category: (product_id && findProduct(db, product_id)?.category) || null,
      name: description,
    })),
  });
}

/** A piece that this customer had accepted and holds a receipt for has been bought. */
function takeAccepted(context: CommandContext, sale: SaleRow, customerId: string): void {
  for (const { product_id: productId, serial } of listLines(context.db, sale.id))
    if (productId) sellAccepted(context, { customerId, productId, serial, saleId: sale.id });
}

function settle({ db }: CommandContext, saleId: string, customerIds: readonly (string | null)[]): void {
  for (const id of customerIds) {
    if (id === null) continue;
    rebuildTotals(db, id);
    indexCustomer(db, id);
  }
  indexSale(db, saleId);
  for (const { id } of listAgainst(db, saleId)) indexSale(db, id);
}
