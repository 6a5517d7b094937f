import { addMonths } from '@shared/domain/dates';
import { nextReviewOn } from '@shared/domain/reviews';
import { prepared, type ReadableDb } from '../../db/sql';
import type { Scope } from '../../kernel/parts';
import { readSetting } from '../shop/shop.sql';
import { people, standing, whose } from '../today/due.sql';
import { findMembership } from '../vip/vip.sql';
import { findLastHeld, findPlannedReview } from './reviews.sql';

/** Somebody with whom a meeting is due and none is planned. */
export interface DueReview {
  readonly customer_id: string;
  readonly due_on: string;
  readonly last_held_on: string | null;
}

/** Beyond this many nobody counts: it is a list that is never worked off. */
const mostCounted = 100;

/**
 * With whom a meeting is due up to a day (and not before another) and none is planned: settled when the last one was held, or by the cadence of a
 * card whose holder was never met. The longest waiting first; `total` stops at a hundred of each.
 */
export function listDueReviews(
  db: ReadableDb,
  scope: Scope,
  { from = '', to, limit }: { from?: string; to: string; limit: number },
): { total: number; rows: DueReview[] } {
  if (scope.customerId !== null) return dueOfOne(db, scope.customerId, { from, to });
  const settled = prepared(
    db,
    `SELECT r.customer_id, r.next_on AS due_on, r.held_on AS last_held_on
     FROM review_meetings r JOIN customers c ON c.id = r.customer_id AND ${standing}
     WHERE r.status = 'held' AND r.followed_by_id IS NULL AND r.next_on IS NOT NULL AND r.next_on BETWEEN @from AND @to
       AND ${whose(scope, 'r.lead_id')}
     ORDER BY r.next_on, r.id LIMIT @limit`,
  ).all({ ...people(scope), from, to, limit: mostCounted }) as DueReview[];
  const never = neverMet(db, scope, to).filter(({ due_on }) => due_on >= from);
  const rows = [...settled, ...never].sort((a, b) => (a.due_on < b.due_on ? -1 : 1));
  return { total: rows.length, rows: rows.slice(0, limit) };
}

/** The same for one customer: from their own records, without a look at the others of the tier. */
function dueOfOne(
  db: ReadableDb,
  customerId: string,
  { from, to }: { from: string; to: string },
): { total: number; rows: DueReview[] } {
  const dueOn = dueReviewOf(db, customerId);
  if (dueOn === null || dueOn < from || dueOn > to) return { total: 0, rows: [] };
  const last = findLastHeld(db, customerId)?.held_on ?? null;
  return { total: 1, rows: [{ customer_id: customerId, due_on: dueOn, last_held_on: last }] };
}

/** Whoever looks after no more is asked about by their customers: among tens of thousands of cards nearly all are others'. */
const FEW_CUSTOMERS = 1000;
const theirs = `SELECT id FROM customers WHERE primary_advisor_id = @staffId
  UNION SELECT id FROM customers WHERE secondary_advisor_id = @staffId`;

function hasFewCustomers(db: ReadableDb, { staffId }: Scope): boolean {
  if (staffId === null) return false;
  const count = prepared(db, `SELECT count(*) FROM (${theirs} LIMIT ${FEW_CUSTOMERS + 1})`).pluck();
  return (count.get({ staffId }) as number) <= FEW_CUSTOMERS;
}

/** Holders of a card with a cadence with whom no meeting was planned yet, tier by tier, the oldest cards first. */
function neverMet(db: ReadableDb, scope: Scope, to: string): DueReview[] {
  const rules = readSetting(db, 'reviewRules');
  const holders = hasFewCustomers(db, scope)
    ? `customers c CROSS JOIN vip_memberships m ON m.customer_id = c.id WHERE c.id IN (${theirs}) AND`
    : 'vip_memberships m JOIN customers c ON c.id = m.customer_id WHERE';
  return Object.entries(rules.months).flatMap(([tier, months]) => {
    const rows = prepared(
      db,
      `SELECT m.customer_id, m.since FROM ${holders}
         ${standing} AND m.tier = @tier AND m.ended_on IS NULL AND m.since <= @before AND ${whose(scope)}
         AND NOT EXISTS (SELECT 1 FROM review_meetings r WHERE r.customer_id = m.customer_id AND r.status <> 'cancelled')
       ORDER BY m.since LIMIT @limit`,
    ).all({ ...people(scope), tier, before: addMonths(to, -months), limit: mostCounted }) as {
      customer_id: string;
      since: string;
    }[];
    return rows.map(({ customer_id, since }) => ({
      customer_id,
      due_on: addMonths(since, months),
      last_held_on: null,
    }));
  });
}

/** When the next meeting with one customer is due; null where one is planned or none is due by rule. */
export function dueReviewOf(db: ReadableDb, customerId: string): string | null {
  if (findPlannedReview(db, customerId)) return null;
  const last = findLastHeld(db, customerId);
  if (last) return last.next_on;
  const card = findMembership(db, customerId);
  return card ? nextReviewOn(readSetting(db, 'reviewRules'), card.tier, card.since) : null;
}
