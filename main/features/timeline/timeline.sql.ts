import { type TimelineKind, timelineKinds } from '@shared/contract/timeline';
import { prepared, type ReadableDb } from '../../db/sql';
import type { TimelineRow, TimelineSource } from '../../kernel/parts';
import { benefitsTimeline } from '../benefits/timeline.sql';
import { campaignsTimeline } from '../campaigns/timeline.sql';
import { complaintsTimeline } from '../complaints/timeline.sql';
import { consentsTimeline } from '../consents/timeline.sql';
import { conversationsTimeline } from '../conversations/timeline.sql';
import { customersTimeline } from '../customers/timeline.sql';
import { enquiriesTimeline } from '../enquiries/timeline.sql';
import { eventsTimeline } from '../events/timeline.sql';
import { feedbackTimeline } from '../feedback/timeline.sql';
import { giftsTimeline } from '../gifts/timeline.sql';
import { handoversTimeline } from '../handovers/timeline.sql';
import { interestsTimeline } from '../interests/timeline.sql';
import { itemsTimeline } from '../items/timeline.sql';
import { jobsTimeline } from '../jobs/timeline.sql';
import { needsTimeline } from '../needs/timeline.sql';
import { plansTimeline } from '../plans/timeline.sql';
import { privacyTimeline } from '../privacy/timeline.sql';
import { promisesTimeline } from '../promises/timeline.sql';
import { quotationsTimeline } from '../quotations/timeline.sql';
import { recommendationsTimeline } from '../recommendations/timeline.sql';
import { reviewsTimeline } from '../reviews/timeline.sql';
import { salesTimeline } from '../sales/timeline.sql';
import { vipTimeline } from '../vip/timeline.sql';

/** Where a page begins: strictly after this entry, in the order newest first. */
export interface TimelineCursor {
  readonly at: number;
  readonly id: string;
}

/** Where everything comes from that happens with a customer: one line a feature. */
const sources: readonly TimelineSource[] = [
  ...salesTimeline,
  ...customersTimeline,
  ...needsTimeline,
  ...recommendationsTimeline,
  ...promisesTimeline,
  ...plansTimeline,
  ...complaintsTimeline,
  ...feedbackTimeline,
  ...conversationsTimeline,
  ...enquiriesTimeline,
  ...quotationsTimeline,
  ...interestsTimeline,
  ...jobsTimeline,
  ...handoversTimeline,
  ...giftsTimeline,
  ...reviewsTimeline,
  ...eventsTimeline,
  ...campaignsTimeline,
  ...consentsTimeline,
  ...vipTimeline,
  ...privacyTimeline,
  ...itemsTimeline,
  ...benefitsTimeline,
];

/** The next entries after the cursor, newest first, at most `limit`; an empty list of kinds means all. */
export function listTimeline(
  db: ReadableDb,
  customerId: string,
  kinds: readonly TimelineKind[],
  cursor: TimelineCursor | null,
  limit: number,
): TimelineRow[] {
  const rows: TimelineRow[] = [];
  for (const { kind, select } of sources) {
    if (kinds.length > 0 && !kinds.includes(kind)) continue;
    const after = cursor ? 'WHERE (at, id) < (@at, @after)' : '';
    const found = prepared(
      db,
      `SELECT * FROM (${select}) ${after} ORDER BY at DESC, id DESC LIMIT @limit`,
    ).all({
      id: customerId,
      limit,
      ...(cursor ? { at: cursor.at, after: cursor.id } : {}),
    }) as Omit<TimelineRow, 'kind'>[];
    for (const row of found) rows.push({ ...row, kind });
  }
  return rows.sort((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1)).slice(0, limit);
}

/** Of what kinds anything happened with the customer, in the order of the filter. */
export function listTimelineKinds(db: ReadableDb, customerId: string): TimelineKind[] {
  const found = new Set<TimelineKind>();
  for (const { kind, select } of sources) {
    if (found.has(kind)) continue;
    const any = prepared(db, `SELECT 1 FROM (${select}) LIMIT 1`).get({ id: customerId });
    if (any !== undefined) found.add(kind);
  }
  return timelineKinds.filter((kind) => found.has(kind));
}
