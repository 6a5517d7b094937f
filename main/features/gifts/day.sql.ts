import type { DayPart } from '../../kernel/parts';

/** What was given and what was taken back that day. */
export const giftsDay: DayPart = {
  name: 'gifts',
  figures: {
    given: 'SELECT count(*) AS n FROM gifts WHERE made_at BETWEEN @from AND @to',
    takenBack: 'SELECT count(*) AS n FROM gifts WHERE taken_back_at BETWEEN @from AND @to',
  },
};
