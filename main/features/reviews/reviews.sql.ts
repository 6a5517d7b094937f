import type { Insertable, Selectable, Updateable } from 'kysely';
import type { ReviewEvents, ReviewMeetings, ReviewPoints } from '../../db/rows';
import { all, one, prepared, type ReadableDb, run, sqlBuilder, type WritableDb } from '../../db/sql';
import { type CustomerOfRow, customerColumns } from '../customers/cards.sql';

export type ReviewRow = Selectable<ReviewMeetings>;
export type ReviewPointRow = Selectable<ReviewPoints>;

/** Adds one meeting. */
export function insertReview(db: WritableDb, row: Insertable<ReviewMeetings>): void {
  run(db, sqlBuilder.insertInto('review_meetings').values(row));
}

/** One meeting. */
export function findReview(db: ReadableDb, id: string): ReviewRow | undefined {
  return one(db, sqlBuilder.selectFrom('review_meetings').selectAll().where('id', '=', id));
}

/** Changes columns of one meeting; its history is the caller's to write. */
export function updateReview(db: WritableDb, id: string, columns: Updateable<ReviewMeetings>): void {
  run(db, sqlBuilder.updateTable('review_meetings').set(columns).where('id', '=', id));
}

/** The meeting that is planned with this customer, if there is one. */
export function findPlannedReview(db: ReadableDb, customerId: string): ReviewRow | undefined {
  return prepared(
    db,
    `SELECT * FROM review_meetings WHERE customer_id = ? AND status = 'planned' ORDER BY planned_on LIMIT 1`,
  ).get(customerId) as ReviewRow | undefined;
}

/** The meeting with this customer that was held last. */
export function findLastHeld(db: ReadableDb, customerId: string): ReviewRow | undefined {
  return prepared(
    db,
    `SELECT * FROM review_meetings WHERE customer_id = ? AND status = 'held' ORDER BY held_on DESC, id DESC LIMIT 1`,
  ).get(customerId) as ReviewRow | undefined;
}

/** Whatever led to this meeting waits for one again. */
export function releaseFollowed(db: WritableDb, reviewId: string, customerId: string): void {
  run(
    db,
    sqlBuilder
      .updateTable('review_meetings')
      .set({ followed_by_id: null })
      .where('customer_id', '=', customerId)
      .where('followed_by_id', '=', reviewId),
  );
}

/** A meeting with the names it is shown with. */
export interface ShownReviewRow extends ReviewRow, CustomerOfRow {
  readonly found: number;
}

const shown = `SELECT r.*, ${customerColumns}, count(*) OVER () AS found
  FROM review_meetings r JOIN customers c ON c.id = r.customer_id`;

/** One meeting with its names. */
export function findShownReview(db: ReadableDb, id: string): ShownReviewRow | undefined {
  return prepared(db, `${shown} WHERE r.id = ?`).get(id) as ShownReviewRow | undefined;
}

/** Which meetings a list is about. */
export interface ReviewFilter {
  readonly show: 'planned' | 'held' | 'cancelled';
  /** Led by this person; null: everybody's. */
  readonly leadId: string | null;
  readonly limit: number;
}

/** Meetings: planned ones by their day, the others the last first. `found` counts those beyond the limit, too. */
export function listReviews(db: ReadableDb, { show, leadId, limit }: ReviewFilter): ShownReviewRow[] {
  const which =
    show === 'planned' ? `r.status = 'planned'` : `r.closed_at IS NOT NULL AND r.status = '${show}'`;
  const order = show === 'planned' ? 'r.planned_on, r.planned_time, r.id' : 'r.closed_at DESC, r.id';
  return prepared(
    db,
    `${shown} WHERE ${which} ${leadId === null ? '' : 'AND r.lead_id = @leadId'} ORDER BY ${order} LIMIT @limit`,
  ).all({ limit, ...(leadId === null ? {} : { leadId }) }) as ShownReviewRow[];
}

/** All meetings with one customer, the last first. */
export function listReviewsOf(db: ReadableDb, customerId: string): ShownReviewRow[] {
  return prepared(
    db,
    `${shown} WHERE r.customer_id = ? ORDER BY r.status <> 'planned', r.planned_on DESC, r.id DESC LIMIT 100`,
  ).all(customerId) as ShownReviewRow[];
}

/** Adds one point to an agenda. */
export function insertReviewPoint(db: WritableDb, row: Insertable<ReviewPoints>): void {
  run(db, sqlBuilder.insertInto('review_points').values(row));
}

/** Changes one point of one meeting. */
export function updateReviewPoint(db: WritableDb, id: string, columns: Updateable<ReviewPoints>): void {
  run(db, sqlBuilder.updateTable('review_points').set(columns).where('id', '=', id));
}

/** A point with the promise that its action became. */
export interface ShownPointRow extends ReviewPointRow {
  readonly promise_number: string | null;
  readonly promise_what: string | null;
  readonly promise_due_on: string | null;
  readonly promise_status: string | null;
  readonly promise_is_discreet: number | null;
  readonly promise_owner: string | null;
}

/** The points of one meeting in their order. */
export function listReviewPoints(db: ReadableDb, reviewId: string): ShownPointRow[] {
  return prepared(
    db,
    `SELECT x.*, p.number AS promise_number, p.what AS promise_what, p.due_on AS promise_due_on,
       p.status AS promise_status, p.is_discreet AS promise_is_discreet, s.name AS promise_owner
     FROM review_points x LEFT JOIN promises p ON p.id = x.promise_id LEFT JOIN staff s ON s.id = p.owner_id
     WHERE x.review_id = ? AND x.is_removed = 0 ORDER BY x.position, x.id`,
  ).all(reviewId) as ShownPointRow[];
}

/** Adds a line to a meeting's history. */
export function insertReviewEvent(db: WritableDb, row: Insertable<ReviewEvents>): void {
  run(db, sqlBuilder.insertInto('review_events').values(row));
}

/** The history of one meeting, oldest first. */
export function listReviewEvents(db: ReadableDb, reviewId: string) {
  return prepared(
    db,
    `SELECT e.*, s.name AS staff_name FROM review_events e JOIN staff s ON s.id = e.staff_id
     WHERE e.review_id = ? ORDER BY e.id`,
  ).all(reviewId) as (Selectable<ReviewEvents> & { staff_name: string })[];
}

/** Every point that a meeting ever took from the record, so that one taken out does not come back. */
export function listTakenSources(
  db: ReadableDb,
  reviewId: string,
): { source: string; source_id: string | null }[] {
  return all(
    db,
    sqlBuilder.selectFrom('review_points').select(['source', 'source_id']).where('review_id', '=', reviewId),
  );
}
