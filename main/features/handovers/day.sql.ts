import type { DayPart } from '../../kernel/parts';

/** What departments asked each other and settled that day. */
export const handoversDay: DayPart = {
  name: 'handovers',
  figures: {
    opened: 'SELECT count(*) AS n FROM handovers WHERE opened_at BETWEEN @from AND @to',
    closed: 'SELECT count(*) AS n FROM handovers WHERE closed_at BETWEEN @from AND @to',
  },
};
