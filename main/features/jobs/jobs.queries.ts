import type { jobsContract } from '@shared/contract/jobs';
import type { QueryContext, QueryHandlers } from '../../kernel/handlers';
import { findStandingCustomer } from '../customers/customers.sql';
import { readSetting } from '../shop/shop.sql';
import { type JobMoment, jobOf, summaryOf } from './job-view';
import {
  findJobByNumber,
  findJobPhoto,
  findShownJob,
  listEndedJobs,
  listJobsOf,
  listOpenJobs,
} from './service-jobs.sql';

/** More items than this never lie in one shop's safe. */
const mostOpen = 1000;
const mostEnded = 200;

export const jobsQueries: QueryHandlers<typeof jobsContract> = {
  'jobs.board': (context, { show }) => {
    const { db } = context;
    const moment = momentOf(context);
    const open = listOpenJobs(db, mostOpen).map((row) => summaryOf(row, moment));
    const queues = {
      open,
      late: open.filter(({ isLate }) => isLate),
      ready: open.filter(({ isLongReady }) => isLongReady),
      unanswered: open.filter(({ isUnanswered }) => isUnanswered),
    };
    return {
      jobs:
        show === 'ended' ? listEndedJobs(db, mostEnded).map((row) => summaryOf(row, moment)) : queues[show],
      counts: {
        open: open.length,
        late: queues.late.length,
        ready: queues.ready.length,
        unanswered: queues.unanswered.length,
      },
    };
  },

  'jobs.forCustomer': (context, { customerId }) => {
    const customer = findStandingCustomer(context.db, customerId) ?? context.fail('CUSTOMER_NOT_FOUND');
    const moment = momentOf(context);
    const jobs = listJobsOf(context.db, customer.id).map((row) => summaryOf(row, moment));
    return {
      open: jobs.filter(({ endedAt }) => endedAt === null),
      ended: jobs.filter(({ endedAt }) => endedAt !== null),
    };
  },

  'jobs.get': (context, { jobId }) => {
    const row = findShownJob(context.db, jobId) ?? context.fail('JOB_NOT_FOUND');
    return jobOf(context.db, row, momentOf(context));
  },

  'jobs.byNumber': ({ db }, { number }) => ({ jobId: findJobByNumber(db, number) }),

  'jobs.photo': ({ db }, { photoId }) => {
    const photo = findJobPhoto(db, photoId);
    return photo ? { mime: photo.mime, base64: Buffer.from(photo.bytes).toString('base64') } : null;
  },
};

function momentOf({ db, shop, today }: Pick<QueryContext, 'db' | 'shop' | 'today'>): JobMoment {
  return { today, timeZone: shop.timeZone, rules: readSetting(db, 'jobRules') };
}
