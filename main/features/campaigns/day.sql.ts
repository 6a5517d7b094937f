import type { DayPart } from '../../kernel/parts';

/** Who was written to in campaigns that day, and who said something to one. */
export const campaignsDay: DayPart = {
  name: 'campaigns',
  figures: {
    written: 'SELECT count(*) AS n FROM campaign_entries WHERE written_at BETWEEN @from AND @to',
    answered: 'SELECT count(*) AS n FROM campaign_entries WHERE response_at BETWEEN @from AND @to',
  },
};
