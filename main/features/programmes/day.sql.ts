import type { DayPart } from '../../kernel/parts';

/** Actions of programmes that were ticked off that day. */
export const programmesDay: DayPart = {
  name: 'programmes',
  figures: { done: 'SELECT count(*) AS n FROM programme_actions WHERE done_at BETWEEN @from AND @to' },
};
