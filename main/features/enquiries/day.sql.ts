import type { DayPart } from '../../kernel/parts';

/** Questions that came and that were answered that day. */
export const enquiriesDay: DayPart = {
  name: 'enquiries',
  figures: {
    asked: 'SELECT count(*) AS n FROM enquiries WHERE asked_at BETWEEN @from AND @to',
    answered: 'SELECT count(*) AS n FROM enquiries WHERE answered_at BETWEEN @from AND @to',
  },
};
