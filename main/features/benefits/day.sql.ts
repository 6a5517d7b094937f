import type { DayPart } from '../../kernel/parts';

/** What was given free with items that day, and what was entered by mistake. */
export const benefitsDay: DayPart = {
  name: 'benefits',
  figures: {
    given: 'SELECT count(*) AS n FROM benefit_uses WHERE at BETWEEN @from AND @to AND undone_at IS NULL',
    takenBack: 'SELECT count(*) AS n FROM benefit_uses WHERE undone_at BETWEEN @from AND @to',
  },
};
