import type { DayPart } from '../../kernel/parts';

/** Surveys that were answered or declined that day. */
export const feedbackDay: DayPart = {
  name: 'feedback',
  figures: {
    answered: "SELECT count(*) AS n FROM feedback WHERE at BETWEEN @from AND @to AND status = 'answered'",
    declined: "SELECT count(*) AS n FROM feedback WHERE at BETWEEN @from AND @to AND status = 'declined'",
  },
};
