import type { DayPart } from '../../kernel/parts';

/** What was promised and what was settled that day. */
export const promisesDay: DayPart = {
  name: 'promises',
  figures: {
    made: 'SELECT count(*) AS n FROM promises WHERE made_at BETWEEN @from AND @to',
    closed: 'SELECT count(*) AS n FROM promises WHERE closed_at BETWEEN @from AND @to',
  },
};
