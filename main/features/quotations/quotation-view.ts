import type { Quotation } from '@shared/contract/quotations';
import type { ToldChannel } from '@shared/domain/promises';
import {
  type QuotationSending,
  type QuotationStatus,
  quotationNumber,
  quotationState,
} from '@shared/domain/quotations';
import type { ReadableDb } from '../../db/sql';
import { customerOf } from '../customers/cards.sql';
import {
  listQuotationLines,
  type QuotationRow,
  type ShownQuotationLine,
  type ShownQuotationRow,
} from './quotations.sql';

/** How a row stands on a day; what runs out by the date is computed, never stored. */
export function stateOf(row: QuotationRow, isSold: boolean, today: string) {
  return quotationState(
    {
      status: row.status as QuotationStatus,
      expiresOn: row.expires_on,
      isSuperseded: row.superseded_by_id !== null,
      isSold,
    },
    today,
  );
}

/** A row with its lines as the contract shows it. */
export function quotationOf(db: ReadableDb, row: ShownQuotationRow, today: string): Quotation {
  return {
    id: row.id,
    number: quotationNumber(row.number, row.revision),
    revision: row.revision,
    customer: customerOf(row),
    by: { id: row.staff_id, name: row.staff_name },
    createdAt: row.created_at,
    state: stateOf(row, row.is_sold === 1, today),
    isDiscreet: row.is_discreet === 1,
    currency: row.currency,
    grossMinor: row.gross_minor,
    totalMinor: row.total_minor,
    expiresOn: row.expires_on,
    terms: row.terms,
    note: row.note,
    ...answersOf(row),
    lines: listQuotationLines(db, row.id).map(lineOf),
    version: row.version,
  };
}

function answersOf(
  row: ShownQuotationRow,
): Pick<Quotation, 'sent' | 'confirmed' | 'declinedReason' | 'sale'> {
  const { sent_at, sent_by, confirmed_by_name, confirmed_at, sale_id, receipt_number } = row;
  return {
    sent:
      sent_at !== null && sent_by !== null
        ? {
            at: sent_at,
            by: { id: sent_by, name: row.sender_name ?? '' },
            how: row.sent_how as QuotationSending,
          }
        : null,
    confirmed:
      confirmed_by_name !== null && confirmed_at !== null
        ? { name: confirmed_by_name, how: row.confirmed_how as ToldChannel, at: confirmed_at }
        : null,
    declinedReason: row.declined_reason,
    sale: sale_id !== null && row.is_sold === 1 ? { id: sale_id, receiptNumber: receipt_number ?? '' } : null,
  };
}

function lineOf(line: ShownQuotationLine): Quotation['lines'][number] {
  return {
    id: line.id,
    productId: line.product_id,
    code: line.code,
    brand: line.brand,
    reference: line.reference,
    description: line.description,
    chineseName: line.chinese_name,
    isSerialised: line.is_serialised === 1,
    isPrecious: line.is_precious === 1,
    pictureId: line.picture_id,
    quantity: line.quantity,
    listPriceMinor: line.list_price_minor,
    unitPriceMinor: line.unit_price_minor,
    discountMinor: line.discount_minor,
    totalMinor: line.total_minor,
  };
}
