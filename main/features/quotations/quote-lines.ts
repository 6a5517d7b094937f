import type { ParsedInputOf } from '@shared/contract/define';
import type { quotationsContract } from '@shared/contract/quotations';
import { addDays } from '@shared/domain/dates';
import {
  discountLimitOf,
  isWithinLimit,
  type QuotedAmounts,
  quotedLineTotal,
  quotedTotals,
} from '@shared/domain/quotations';
import type { ReadableDb } from '../../db/sql';
import { fail } from '../../kernel/errors';
import type { CommandContext } from '../../kernel/handlers';
import { findProduct } from '../products/products.sql';
import { readSetting } from '../shop/shop.sql';
import type { QuotationLineRow } from './quotations.sql';

type Draft = (typeof quotationsContract)['quotations.draft'];
type Context = Pick<CommandContext, 'db' | 'today' | 'staff' | 'newId'>;
export type QuotationContent = Omit<ParsedInputOf<Draft>, 'customerId'>;

/** The content of a quotation, priced and checked: its own columns, and its lines. */
export function contentOf(context: Context, quotationId: string, content: QuotationContent) {
  const { db, today } = context;
  const rules = readSetting(db, 'quotationRules');
  const expiresOn = content.expiresOn ?? addDays(today, rules.validDays);
  if (expiresOn < today) fail('EXPIRY_IN_THE_PAST');
  const lines = pricedLines(context, quotationId, content);
  checkLimits(context, lines);
  const totals = quotedTotals(lines.map(amountsOf));
  if (!Number.isSafeInteger(totals.grossMinor)) fail('TOTAL_TOO_LARGE');
  return {
    lines,
    columns: {
      gross_minor: totals.grossMinor,
      total_minor: totals.totalMinor,
      expires_on: expiresOn,
      terms: content.terms,
      note: content.note,
      is_discreet: content.isDiscreet ? 1 : 0,
    },
  };
}

/** The amounts of a stored line, as the rules take them. */
export function amountsOf(line: QuotationLineRow): QuotedAmounts {
  return {
    quantity: line.quantity,
    unitPriceMinor: line.unit_price_minor,
    discountMinor: line.discount_minor,
    listPriceMinor: line.list_price_minor,
  };
}

/** Refuses a line on which more is taken off than this person's role allows, naming the line and the limit. */
export function checkLimits(
  { db, staff }: { readonly db: ReadableDb; readonly staff: { readonly role: string } },
  lines: readonly QuotationLineRow[],
): void {
  const percent = discountLimitOf(staff.role, readSetting(db, 'quotationRules'));
  for (const [index, line] of lines.entries())
    if (!isWithinLimit(amountsOf(line), percent)) fail('DISCOUNT_OVER_LIMIT', { line: index + 1, percent });
}

function pricedLines(
  { db, newId }: Context,
  quotationId: string,
  { lines }: QuotationContent,
): QuotationLineRow[] {
  if (lines.length === 0) fail('QUOTATION_EMPTY');
  return lines.map((line, position) => {
    const where = { line: position + 1 };
    const product = line.productId ? (findProduct(db, line.productId) ?? fail('PRODUCT_NOT_FOUND')) : null;
    const amounts: QuotedAmounts = {
      quantity: line.quantity,
      unitPriceMinor: line.unitPriceMinor ?? product?.price_minor ?? fail('PRICE_NEEDED', where),
      discountMinor: line.discountMinor,
      listPriceMinor: product?.price_minor ?? null,
    };
    const total = quotedLineTotal(amounts);
    if (!Number.isSafeInteger(total)) fail('TOTAL_TOO_LARGE');
    if (total < 0) fail('DISCOUNT_TOO_LARGE', where);
    return {
      id: newId(),
      quotation_id: quotationId,
      position,
      product_id: product?.id ?? null,
      description: line.description ?? product?.name ?? fail('DESCRIPTION_NEEDED', where),
      quantity: amounts.quantity,
      list_price_minor: amounts.listPriceMinor,
      unit_price_minor: amounts.unitPriceMinor,
      discount_minor: amounts.discountMinor,
      total_minor: total,
    };
  });
}
