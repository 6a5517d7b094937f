import type { DayPart } from '../../kernel/parts';

/** Requests about personal data that came and that were answered that day, and incidents that were recorded. */
export const privacyDay: DayPart = {
  name: 'privacy',
  figures: {
    received: 'SELECT count(*) AS n FROM privacy_requests WHERE made_at BETWEEN @from AND @to',
    answered: 'SELECT count(*) AS n FROM privacy_requests WHERE answered_at BETWEEN @from AND @to',
    incidents: 'SELECT count(*) AS n FROM incidents WHERE made_at BETWEEN @from AND @to',
  },
};
