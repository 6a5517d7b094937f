import type { DayPart } from '../../kernel/parts';

/** Cases that were opened and that ended that day. */
export const complaintsDay: DayPart = {
  name: 'complaints',
  figures: {
    opened: 'SELECT count(*) AS n FROM complaints WHERE received_at BETWEEN @from AND @to',
    closed: 'SELECT count(*) AS n FROM complaints WHERE closed_at BETWEEN @from AND @to',
  },
};
