/**
 * SQL for what a customer bought after a moment, net of what came back within the days: in minor units of the currency
 * `@currency`, 0 where nothing was. The arguments are SQL themselves.
 */
export function soldAfter(customerId: string, at: string, days: string): string {
  return `(SELECT coalesce(sum(sold.total_minor), 0) FROM sales sold WHERE sold.customer_id = ${customerId}
    AND sold.sold_at > ${at} AND sold.sold_at <= ${at} + ${days} * 86400000 AND sold.currency = @currency
    AND sold.deleted_at IS NULL)`;
}
