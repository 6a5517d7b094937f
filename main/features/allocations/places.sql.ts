import type { AllocationPlace } from '@shared/contract/allocations';
import {
  type InterestFlag,
  type InterestState,
  nextAgain,
  nextInLine,
  type ScoreLine,
} from '@shared/domain/allocation';
import { prepared, type ReadableDb } from '../../db/sql';
import { type CustomerOfRow, customerColumns, customerOf } from '../customers/cards.sql';
import { interestState } from '../interests/interests.sql';

/** A place on the frozen list with whom it belongs to and how it stands today. */
export interface PlaceRow extends CustomerOfRow {
  readonly interest_id: string;
  readonly interest_number: string;
  readonly customer_id: string;
  readonly rank: number;
  readonly points: number;
  readonly arithmetic: string;
  readonly flags: string;
  readonly registered_on: string;
  readonly reason: string;
  readonly wants_to_be_told: number;
  readonly is_discreet: number;
  readonly state: string;
  readonly was_offered: number;
}

/**
 * The list of one piece in its order. Who is gone waits no longer; where two records became one since, an offer to either
 * is an offer to the person.
 */
export function listPlaces(db: ReadableDb, allocationId: string): PlaceRow[] {
  return prepared(
    db,
    `SELECT r.interest_id, i.number AS interest_number, i.customer_id, r.rank, r.points, r.arithmetic, r.flags,
       i.registered_on, i.reason, i.wants_to_be_told, i.is_discreet,
       iif(c.deleted_at IS NULL, ${interestState}, 'withdrawn') AS state,
       EXISTS (SELECT 1 FROM allocation_offers q JOIN interests j ON j.id = q.interest_id
               WHERE q.allocation_id = r.allocation_id AND j.customer_id = i.customer_id) AS was_offered,
       ${customerColumns}
     FROM allocation_ranks r JOIN interests i ON i.id = r.interest_id JOIN customers c ON c.id = i.customer_id
     WHERE r.allocation_id = ? ORDER BY r.rank`,
  ).all(allocationId) as PlaceRow[];
}

/** A place as the screen shows it. */
export function placeOf(row: PlaceRow): AllocationPlace {
  return {
    interestId: row.interest_id,
    interestNumber: row.interest_number,
    rank: row.rank,
    points: row.points,
    lines: JSON.parse(row.arithmetic) as ScoreLine[],
    flags: JSON.parse(row.flags) as InterestFlag[],
    customer: customerOf(row),
    registeredOn: row.registered_on,
    reason: row.reason,
    wantsToBeTold: row.wants_to_be_told === 1,
    isDiscreet: row.is_discreet === 1,
    state: row.state as InterestState,
    wasOffered: row.was_offered === 1,
  };
}

/** Whom to ask once more, where everybody was asked. */
export function findAgain(db: ReadableDb, allocationId: string): AllocationPlace | null {
  return nextAgain(listPlaces(db, allocationId).map(placeOf));
}

/** Who is next in line for a piece that nobody holds; null where nobody is left. */
export function findNext(db: ReadableDb, allocationId: string): AllocationPlace | null {
  return nextInLine(listPlaces(db, allocationId).map(placeOf));
}
