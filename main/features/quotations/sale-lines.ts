import { allocate, money } from '@shared/domain/money';
import type { SaleInput } from '../sales/sell.sql';
import type { ShownQuotationLine } from './quotations.sql';

/**
 * The lines of an offer as a sale records them, at the offer's prices. A product whose pieces have serial numbers is one
 * line a piece; the discount is split so that the pieces come to the line exactly.
 */
export function saleLinesOf(
  currency: string,
  lines: readonly ShownQuotationLine[],
  serials: Readonly<Record<string, readonly string[]>>,
  reason: string,
): SaleInput['lines'] {
  return lines.flatMap((line) => {
    const given = serials[line.id] ?? [];
    const pieces = line.is_serialised === 1 ? line.quantity : 1;
    const discounts = allocate(
      money(line.discount_minor, currency),
      Array.from({ length: pieces }, () => 1),
    );
    return discounts.map(({ minor }, index) => ({
      productId: line.product_id,
      description: line.product_id === null ? line.description : undefined,
      quantity: line.quantity / pieces,
      unitPriceMinor: line.unit_price_minor,
      discountMinor: minor,
      discountReason: minor > 0 ? reason : null,
      serial: given[index] || null,
      warrantyEndsOn: null,
    }));
  });
}
