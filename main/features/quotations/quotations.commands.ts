import type { quotationsContract } from '@shared/contract/quotations';
import { addDays } from '@shared/domain/dates';
import { quotationNumber } from '@shared/domain/quotations';
import { Failure, fail } from '../../kernel/errors';
import type { CommandContext, CommandHandlers } from '../../kernel/handlers';
import { findStandingCustomer } from '../customers/customers.sql';
import { recordSale } from '../sales/sell.sql';
import { readSetting } from '../shop/shop.sql';
import { stateOf } from './quotation-view';
import {
  findQuotation,
  findReplaced,
  insertQuotation,
  insertQuotationEvent,
  isSold,
  lastRevision,
  listQuotationLines,
  listStanding,
  type QuotationRow,
  setQuotationLines,
  updateQuotation,
} from './quotations.sql';
import { contentOf } from './quote-lines';
import { saleLinesOf } from './sale-lines';

/** A clock of another counter may be a little ahead. */
const clockToleranceMs = 5 * 60_000;

export const quotationsCommands: CommandHandlers<typeof quotationsContract> = {
  'quotations.draft': (context, { customerId, ...given }) => {
    const { db, now, staff, shop, newId, nextNumber, about } = context;
    const customer = findStandingCustomer(db, customerId);
    if (!customer || customer.deleted_at !== null) return fail('CUSTOMER_NOT_FOUND');
    const quotationId = newId();
    const { lines, columns } = contentOf(context, quotationId, given);
    const number = `Q${nextNumber('quotation')}`;
    about('quotation', quotationId);
    insertQuotation(db, {
      id: quotationId,
      number,
      customer_id: customer.id,
      staff_id: staff.staffId,
      created_at: now,
      currency: shop.currency,
      ...columns,
      updated_at: now,
    });
    setQuotationLines(db, quotationId, lines);
    remember(context, quotationId, 'drafted');
    return { quotationId, number, totalMinor: columns.total_minor };
  },

  'quotations.change': (context, { quotationId, version, ...given }) => {
    const { db, about } = context;
    const before = findQuotation(db, quotationId) ?? fail('QUOTATION_NOT_FOUND');
    if (before.status !== 'draft') fail('QUOTATION_WAS_SENT');
    if (before.version !== version) fail('QUOTATION_CHANGED');
    const { lines, columns } = contentOf(context, quotationId, given);
    about('quotation', quotationId);
    setQuotationLines(db, quotationId, lines);
    change(context, before, columns);
    remember(context, quotationId, 'changed');
    return {
      quotationId,
      number: quotationNumber(before.number, before.revision),
      totalMinor: columns.total_minor,
    };
  },

  'quotations.discard': (context, { quotationId }) => {
    const { db, now, staff, about } = context;
    const before = findQuotation(db, quotationId) ?? fail('QUOTATION_NOT_FOUND');
    if (before.status !== 'draft') fail('QUOTATION_WAS_SENT');
    about('quotation', quotationId);
    change(context, before, { status: 'discarded', closed_at: now, closed_by: staff.staffId });
    // What a new version would have replaced stands again as it did.
    const replaced = findReplaced(db, quotationId);
    if (replaced) change(context, replaced, { superseded_by_id: null });
    remember(context, quotationId, 'discarded');
    return null;
  },

  'quotations.confirm': (context, { quotationId, name, how, at }) => {
    const { now, staff, about } = context;
    const before = offered(context, quotationId);
    if (stateOf(before, false, context.today) === 'expired') fail('QUOTATION_EXPIRED');
    if (at > now + clockToleranceMs) fail('TOLD_IN_THE_FUTURE');
    about('quotation', quotationId);
    change(context, before, {
      status: 'confirmed',
      confirmed_by_name: name,
      confirmed_how: how,
      confirmed_at: at,
      closed_at: now,
      closed_by: staff.staffId,
    });
    remember(context, quotationId, 'confirmed', name);
    return null;
  },

  'quotations.decline': (context, { quotationId, reason }) => {
    const { now, staff, about } = context;
    const before = offered(context, quotationId);
    about('quotation', quotationId);
    change(context, before, {
      status: 'declined',
      declined_reason: reason,
      closed_at: now,
      closed_by: staff.staffId,
    });
    remember(context, quotationId, 'declined', reason);
    return null;
  },

  'quotations.reopen': (context, { quotationId }) => {
    const { db, about } = context;
    const before = findQuotation(db, quotationId) ?? fail('QUOTATION_NOT_FOUND');
    if (before.superseded_by_id !== null) fail('QUOTATION_CLOSED');
    if (before.sale_id !== null) fail('QUOTATION_SOLD');
    if (before.status === 'draft' || before.status === 'sent') fail('QUOTATION_NOT_CLOSED');
    const wasDraft = before.status === 'discarded';
    if (wasDraft && before.revision > 1) takePlaceAgain(context, before);
    about('quotation', quotationId);
    change(context, before, {
      status: wasDraft ? 'draft' : 'sent',
      confirmed_by_name: null,
      confirmed_how: null,
      confirmed_at: null,
      declined_reason: null,
      closed_at: null,
      closed_by: null,
    });
    remember(context, quotationId, 'reopened', before.status);
    return null;
  },

  'quotations.revise': (context, { quotationId }) => {
    const { db, now, today, staff, newId, about } = context;
    const before = findQuotation(db, quotationId) ?? fail('QUOTATION_NOT_FOUND');
    if (before.status === 'draft' || before.status === 'discarded') fail('QUOTATION_NOT_SENT');
    if (before.superseded_by_id !== null) fail('QUOTATION_CLOSED');
    if (isSold(db, quotationId)) fail('QUOTATION_SOLD');
    const revisionId = newId();
    const revision = lastRevision(db, before.number) + 1;
    about('quotation', revisionId);
    insertQuotation(db, {
      id: revisionId,
      number: before.number,
      revision,
      customer_id: before.customer_id,
      staff_id: staff.staffId,
      created_at: now,
      is_discreet: before.is_discreet,
      currency: before.currency,
      gross_minor: before.gross_minor,
      total_minor: before.total_minor,
      expires_on: addDays(today, readSetting(db, 'quotationRules').validDays),
      terms: before.terms,
      note: before.note,
      updated_at: now,
    });
    const lines = listQuotationLines(db, quotationId).map(
      ({ code, brand, reference, chinese_name, is_serialised, is_precious, picture_id, ...line }) => ({
        ...line,
        id: newId(),
        quotation_id: revisionId,
      }),
    );
    setQuotationLines(db, revisionId, lines);
    change(context, before, { superseded_by_id: revisionId });
    remember(context, quotationId, 'revised');
    remember(context, revisionId, 'drafted');
    return { quotationId: revisionId, number: quotationNumber(before.number, revision) };
  },

  'quotations.convert': (context, { quotationId, serials, ...payment }) => {
    const { db } = context;
    const before = findQuotation(db, quotationId) ?? fail('QUOTATION_NOT_FOUND');
    if (before.status !== 'confirmed' || before.superseded_by_id !== null) fail('QUOTATION_NOT_CONFIRMED');
    if (isSold(db, quotationId)) fail('QUOTATION_SOLD');
    const number = quotationNumber(before.number, before.revision);
    // The audit row of this command is about the sale, as that of every other sale.
    const sale = recordSale(context, {
      customerId: before.customer_id,
      lines: saleLinesOf(before.currency, listQuotationLines(db, quotationId), serials, number),
      paymentNote: payment.paymentNote,
      cashMinor: payment.cashMinor,
      note: number,
      isStaffPurchase: false,
      isPreciousCashConfirmed: payment.isPreciousCashConfirmed,
      isDiscreet: before.is_discreet === 1,
      needId: null,
      recommendationId: null,
    });
    change(context, before, { sale_id: sale.saleId });
    remember(context, quotationId, 'sold', sale.receiptNumber);
    return { saleId: sale.saleId, receiptNumber: sale.receiptNumber, totalMinor: sale.totalMinor };
  },
};

type Context = Pick<CommandContext, 'db' | 'now' | 'staff' | 'newId'>;

/** An offer that can be answered: sent, not answered yet, not replaced. */
function offered({ db }: Pick<Context, 'db'>, quotationId: string): QuotationRow {
  const row = findQuotation(db, quotationId) ?? fail('QUOTATION_NOT_FOUND');
  if (row.status === 'draft') fail('QUOTATION_NOT_SENT');
  return row.status === 'sent' && row.superseded_by_id === null ? row : fail('QUOTATION_CLOSED');
}

/** A discarded new version that comes back replaces its predecessor again, unless something else has done so meanwhile. */
function takePlaceAgain(context: Context, draft: QuotationRow): void {
  const [before, another] = listStanding(context.db, draft.number);
  if (!before || another || before.status === 'draft' || before.sale_id !== null)
    throw new Failure('QUOTATION_CLOSED');
  change(context, before, { superseded_by_id: draft.id });
}

function change(
  { db, now }: Pick<Context, 'db' | 'now'>,
  before: QuotationRow,
  columns: Parameters<typeof updateQuotation>[2],
): void {
  updateQuotation(db, before.id, { ...columns, version: before.version + 1, updated_at: now });
}

/** Every change leaves its line; the person and the moment are the command's own. */
export function remember(
  { db, now, staff, newId }: Context,
  quotationId: string,
  kind: string,
  detail: string | null = null,
): void {
  insertQuotationEvent(db, {
    id: newId(),
    quotation_id: quotationId,
    at: now,
    staff_id: staff.staffId,
    kind,
    detail,
  });
}
