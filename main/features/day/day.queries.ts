import type { dayContract } from '@shared/contract/day';
import type { QueryHandlers } from '../../kernel/handlers';
import { findClosedAt, listDayCloses } from './day.sql';
import { summaryOfDay, unfinishedOn } from './summary';

export const dayQueries: QueryHandlers<typeof dayContract> = {
  'day.summary': ({ db, shop, today, now }, { day = today }) => ({
    summary: summaryOfDay(db, day, shop.timeZone),
    unfinished: unfinishedOn(db, { now, today, timeZone: shop.timeZone }),
    closedAt: findClosedAt(db, day),
  }),
  'day.history': ({ db }, { limit }) =>
    listDayCloses(db, limit).map((row) => ({
      id: row.id,
      day: row.day,
      at: row.at,
      closedBy: { name: row.staff_name, chineseName: row.staff_chinese_name },
      logHead: row.log_head,
      logCount: row.log_count,
      backups: { verified: row.verified, failed: row.failed },
    })),
};
