import type { DayPart } from '../../kernel/parts';

/** Conversations that took place that day. */
export const conversationsDay: DayPart = {
  name: 'conversations',
  figures: {
    count: 'SELECT count(*) AS n FROM conversations WHERE at BETWEEN @from AND @to',
    customers: 'SELECT count(DISTINCT customer_id) AS n FROM conversations WHERE at BETWEEN @from AND @to',
  },
};
