import { prepared, type ReadableDb } from '../../db/sql';
import type { DueRow } from '../today/due.sql';

/** Which prospects are asked for. */
export interface ProspectFilter {
  readonly advisorId: string | null;
  readonly source: string | null;
  readonly needs: 'any' | 'open' | 'none';
}

export interface ProspectRow {
  readonly id: string;
  readonly source: string;
  readonly created_at: number;
}

const hasOpenNeed = `EXISTS (SELECT 1 FROM needs n WHERE n.customer_id = c.id AND +n.status = 'open' AND n.deleted_at IS NULL)`;
const isStanding = 'c.deleted_at IS NULL AND c.merged_into_id IS NULL';

/** Customers without a purchase, the newest first, after the cursor. */
export function listProspects(
  db: ReadableDb,
  { advisorId, source, needs }: ProspectFilter,
  afterId: string | null,
  limit: number,
): ProspectRow[] {
  const parts = [isStanding, 't.last_sale_at IS NULL'];
  if (source !== null) parts.push('c.source = @source');
  if (needs !== 'any') parts.push(`${needs === 'open' ? '' : 'NOT '}${hasOpenNeed}`);
  if (afterId !== null) parts.push('c.id < @afterId');
  const list = (index: string, whose: string) =>
    `SELECT c.id, c.source, c.created_at FROM customers c ${index} LEFT JOIN customer_totals t ON t.customer_id = c.id
     WHERE ${[...parts, whose].join(' AND ')} ORDER BY c.id DESC LIMIT @limit`;
  const text =
    advisorId === null
      ? list('', 'true')
      : // Each arm walks its index from the newest on and stops; together they would be sorted whole.
        `SELECT * FROM (
           SELECT * FROM (${list('INDEXED BY customers_by_advisor', 'c.primary_advisor_id = @advisorId')})
           UNION SELECT * FROM (${list('INDEXED BY customers_by_second_advisor', 'c.secondary_advisor_id = @advisorId')}))
         ORDER BY id DESC LIMIT @limit`;
  return prepared(db, text).all({
    limit,
    ...(advisorId === null ? {} : { advisorId }),
    ...(source === null ? {} : { source }),
    ...(afterId === null ? {} : { afterId }),
  }) as ProspectRow[];
}

/** A first purchase of somebody who had been known for longer than that day's visit. */
export interface ConvertedRow extends ProspectRow {
  readonly bought_at: number;
  readonly found: number;
}

/** Somebody whose record is opened while they pay was no prospect. */
const leastAcquaintanceMs = 12 * 3_600_000;

/** Prospects whose first purchase was at or after an instant, the latest first. */
export function listConverted(
  db: ReadableDb,
  { advisorId, since, limit }: { advisorId: string | null; since: number; limit: number },
): ConvertedRow[] {
  const mine =
    advisorId === null
      ? ''
      : 'AND (c.primary_advisor_id = @advisorId OR c.secondary_advisor_id = @advisorId)';
  return prepared(
    db,
    `SELECT c.id, c.source, c.created_at, t.first_sale_at AS bought_at, count(*) OVER () AS found
     FROM customer_totals t JOIN customers c ON c.id = t.customer_id AND ${isStanding}
     WHERE t.first_sale_at >= @since AND c.created_at < t.first_sale_at - ${leastAcquaintanceMs} ${mine}
     ORDER BY t.first_sale_at DESC, c.id LIMIT @limit`,
  ).all({ since, limit, ...(advisorId === null ? {} : { advisorId }) }) as ConvertedRow[];
}

/** When and how the customer was last in touch; a need is noted where somebody stands before one. */
export function findLastContact(
  db: ReadableDb,
  customerId: string,
): { at: number; channel: string } | undefined {
  return prepared(
    db,
    `SELECT at, channel FROM (
       SELECT * FROM (SELECT at, channel FROM conversations
         WHERE customer_id = @id AND coalesce(outcome, '') <> 'not-sent' ORDER BY at DESC LIMIT 1)
       UNION ALL
       SELECT * FROM (SELECT at, 'visit' AS channel FROM needs
         WHERE customer_id = @id AND deleted_at IS NULL ORDER BY at DESC LIMIT 1))
     ORDER BY at DESC LIMIT 1`,
  ).get({ id: customerId }) as { at: number; channel: string } | undefined;
}

/** The open promise whose day is next, however far ahead it lies. */
export function findNextPromise(db: ReadableDb, customerId: string): DueRow | undefined {
  return prepared(
    db,
    `SELECT p.id, p.customer_id, p.due_on, p.is_discreet, 1 AS found,
       json_object('what', p.what, 'number', p.number, 'time', coalesce(p.due_time, ''), 'owner', s.name) AS params
     FROM promises p JOIN staff s ON s.id = p.owner_id
     WHERE p.customer_id = ? AND p.status = 'open' ORDER BY p.due_on, p.id LIMIT 1`,
  ).get(customerId) as DueRow | undefined;
}
