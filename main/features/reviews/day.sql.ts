import type { DayPart } from '../../kernel/parts';

/** Which meetings were planned and which were held that day. */
export const reviewsDay: DayPart = {
  name: 'reviews',
  figures: {
    planned: `SELECT count(*) AS n FROM review_meetings WHERE made_at BETWEEN @from AND @to`,
    held: `SELECT count(*) AS n FROM review_meetings WHERE closed_at BETWEEN @from AND @to AND status = 'held'`,
  },
};
