import type { DayPart } from '../../kernel/parts';

/** Follow-ups that were done and that were skipped that day. */
export const plansDay: DayPart = {
  name: 'plans',
  figures: {
    done: `SELECT count(*) AS n FROM follow_ups WHERE closed_at BETWEEN @from AND @to AND status = 'done'`,
    skipped: `SELECT count(*) AS n FROM follow_ups WHERE closed_at BETWEEN @from AND @to AND status = 'skipped'`,
  },
};
