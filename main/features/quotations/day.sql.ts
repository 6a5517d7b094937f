import type { DayPart } from '../../kernel/parts';

/** Quotations that went out and that were confirmed that day. */
export const quotationsDay: DayPart = {
  name: 'quotations',
  figures: {
    sent: 'SELECT count(*) AS n FROM quotations WHERE sent_at BETWEEN @from AND @to',
    confirmed: 'SELECT count(*) AS n FROM quotations WHERE confirmed_at BETWEEN @from AND @to',
  },
};
