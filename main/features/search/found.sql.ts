import { prepared, type ReadableDb } from '../../db/sql';
import type { FoundSource } from '../../kernel/parts';
import { foundComplaints } from '../complaints/found.sql';
import { foundConversations } from '../conversations/found.sql';
import { foundEnquiries } from '../enquiries/found.sql';
import { foundGuests, foundOwnEvents } from '../events/found.sql';
import { foundFeedback } from '../feedback/found.sql';
import { foundGifts } from '../gifts/found.sql';
import { foundHandovers } from '../handovers/found.sql';
import { foundInterests } from '../interests/found.sql';
import { foundJobs } from '../jobs/found.sql';
import { foundNeeds } from '../needs/found.sql';
import { foundPlans } from '../plans/found.sql';
import { foundPrivacyRequests } from '../privacy/found.sql';
import { foundPromises } from '../promises/found.sql';
import { foundQuotations } from '../quotations/found.sql';
import { foundReviewPoints, foundReviews } from '../reviews/found.sql';
import type { NamedValue } from './explain';

/** Records that find their customer, one line a feature. */
const sources: readonly FoundSource[] = [
  foundPromises,
  foundConversations,
  foundEnquiries,
  foundQuotations,
  foundInterests,
  foundComplaints,
  foundJobs,
  foundGuests,
  foundOwnEvents,
  foundPrivacyRequests,
  foundNeeds,
  foundGifts,
  foundReviews,
  foundReviewPoints,
  foundFeedback,
  foundHandovers,
  foundPlans,
];

interface FoundRow {
  readonly id: string;
  readonly number: string | null;
  readonly body: string;
  readonly is_discreet: number;
}

/** Numbers and words of the records of these customers (a JSON list of ids), the newest record first. */
export function readFound(db: ReadableDb, list: string): FoundRow[] {
  return sources.flatMap(
    ({ select, column }) =>
      prepared(db, `${select} WHERE ${column} IN (SELECT value FROM json_each(?)) ORDER BY at DESC`).all(
        list,
      ) as FoundRow[],
  );
}

/** The same of one customer as values that may be why the search found them. */
export function foundValues(
  db: ReadableDb,
  customerId: string,
): { numbers: NamedValue[]; words: NamedValue[] } {
  const numbers: NamedValue[] = [];
  const words: NamedValue[] = [];
  for (const { field, select, column } of sources) {
    const rows = prepared(db, `${select} WHERE ${column} = ? ORDER BY at DESC`).all(customerId) as FoundRow[];
    for (const { number, body, is_discreet } of rows) {
      if (number !== null) numbers.push({ field, value: number });
      words.push({ field: is_discreet === 1 ? 'discreetNote' : field, value: body });
    }
  }
  return { numbers, words };
}
