import { timelineContract } from '@shared/contract/timeline';
import { defineFeature } from '../../kernel/handlers';
import { findStandingCustomer, listStaffNames } from '../customers/customers.sql';
import { entryOf } from './entries';
import { listTimeline, listTimelineKinds, type TimelineCursor } from './timeline.sql';

export const timelineFeature = defineFeature(timelineContract, {
  'timeline.forCustomer': ({ db }, { customerId, kinds, cursor, limit }) => {
    const id = findStandingCustomer(db, customerId)?.id ?? customerId;
    const from = readCursor(cursor);
    const rows = listTimeline(db, id, kinds, from, limit);
    const staffNames = listStaffNames(db);
    const last = rows.at(-1);
    return {
      entries: rows.map((row) => entryOf(row, staffNames)),
      next: last && rows.length === limit ? JSON.stringify([last.at, last.id]) : null,
      kinds: from ? null : listTimelineKinds(db, id),
    };
  },
});

/** A cursor nobody made reads as the beginning. */
function readCursor(cursor: string | null): TimelineCursor | null {
  if (!cursor) return null;
  try {
    const [at, id] = JSON.parse(cursor) as [unknown, unknown];
    return typeof at === 'number' && typeof id === 'string' ? { at, id } : null;
  } catch {
    return null;
  }
}
