import type { Input } from '@shared/contract';
import type { Topic } from '@shared/contract/topics';
import { askPageAhead, useAskPages } from '../../lib/ask-pages';

const topics: readonly Topic[] = ['sales', 'items', 'products'];

/** Several screenfuls of receipts; a longer answer would only delay the first of them. */
const receiptsAPage = 30;

/** A customer's receipts page by page, newest first. */
export function usePurchases(filter: Omit<Input<'sales.forCustomer'>, 'limit' | 'cursor'>) {
  return useAskPages('sales.forCustomer', { ...filter, limit: receiptsAPage }, topics);
}

/** Asks for the newest receipts while the customer's screen is still being put together. */
export function askPurchasesAhead(customerId: string): void {
  askPageAhead('sales.forCustomer', { customerId, limit: receiptsAPage }, topics);
}
