import type { DayPart } from '../../kernel/parts';

/** Guests who were asked, who answered and who came that day. */
export const eventsDay: DayPart = {
  name: 'events',
  figures: {
    asked: 'SELECT count(*) AS n FROM event_guests WHERE invited_at BETWEEN @from AND @to',
    answered: 'SELECT count(*) AS n FROM event_guests WHERE reply_at BETWEEN @from AND @to',
    came: 'SELECT count(*) AS n FROM event_guests WHERE arrived_at BETWEEN @from AND @to',
  },
};
