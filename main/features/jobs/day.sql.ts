import type { DayPart } from '../../kernel/parts';

/** What was taken in for repair and what was given back that day. */
export const jobsDay: DayPart = {
  name: 'jobs',
  figures: {
    intake: 'SELECT count(*) AS n FROM service_jobs WHERE intake_at BETWEEN @from AND @to',
    ended: 'SELECT count(*) AS n FROM service_jobs WHERE ended_at BETWEEN @from AND @to',
  },
};
