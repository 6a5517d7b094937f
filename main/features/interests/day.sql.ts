import type { DayPart } from '../../kernel/parts';

/** Interest that was registered and pieces that were offered that day. */
export const interestsDay: DayPart = {
  name: 'interests',
  figures: {
    registered: 'SELECT count(*) AS n FROM interests WHERE registered_at BETWEEN @from AND @to',
    offered: 'SELECT count(*) AS n FROM allocation_offers WHERE at BETWEEN @from AND @to',
    extended: 'SELECT count(*) AS n FROM allocation_hold_extensions WHERE at BETWEEN @from AND @to',
  },
};
