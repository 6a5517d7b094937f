import { prepared, type ReadableDb } from '../../db/sql';
import type { Scope } from '../../kernel/parts';
import { type DueRow, people, standing, whose } from './due.sql';

/** Open needs whose day is between `from` and `to`, the earliest first. */
export function listNeedsDue(
  db: ReadableDb,
  scope: Scope,
  range: { from: string; to: string; limit: number },
): DueRow[] {
  return prepared(
    db,
    `SELECT n.id, n.customer_id, n.by_date AS due_on, n.is_discreet, count(*) OVER () AS found,
       json_object('brand', coalesce(n.brand, ''), 'category', coalesce(n.category, ''),
         'reference', coalesce(n.reference, ''), 'occasion', coalesce(n.occasion, '')) AS params
     FROM needs n JOIN customers c ON c.id = n.customer_id AND ${standing}
     WHERE n.status = 'open' AND n.deleted_at IS NULL
       AND coalesce(n.by_date, '9999-12-31') BETWEEN @from AND @to AND ${whose(scope, 'n.staff_id')}
     ORDER BY n.by_date, n.id LIMIT @limit`,
  ).all({ ...people(scope), ...range }) as DueRow[];
}

/** Needs that were put off until a day between `from` and `to`, the longest waiting first. */
export function listPostponedDue(
  db: ReadableDb,
  scope: Scope,
  range: { from: string; to: string; limit: number },
): DueRow[] {
  return prepared(
    db,
    `SELECT n.id, n.customer_id, n.postponed_until AS due_on, n.is_discreet, count(*) OVER () AS found,
       json_object('brand', coalesce(n.brand, ''), 'category', coalesce(n.category, ''),
         'reason', coalesce(n.status_reason, '')) AS params
     FROM needs n JOIN customers c ON c.id = n.customer_id AND ${standing}
     WHERE n.status = 'postponed' AND n.deleted_at IS NULL AND n.postponed_until BETWEEN @from AND @to
       AND ${whose(scope, 'n.staff_id')}
     ORDER BY n.postponed_until, n.id LIMIT @limit`,
  ).all({ ...people(scope), ...range }) as DueRow[];
}

/** A month and a day of it. */
export interface YearDay {
  readonly month: number;
  readonly day: number;
}

const inDays = (month: string, day: string, days: readonly YearDay[]) =>
  `(${month}, ${day}) IN (VALUES ${days.map(({ month: m, day: d }) => `(${Number(m)}, ${Number(d)})`).join(', ')})`;

// Without any consent on record the answer is no, and need not be computed.
const saidYesOnce = `EXISTS (SELECT 1 FROM consent_events e WHERE e.customer_id = c.id AND e.kind = 'given')`;

/** Customers whose birthday is one of these days and who ever consented to anything, best customers first. */
export function listBirthdays(
  db: ReadableDb,
  scope: Scope,
  days: readonly YearDay[],
  limit: number,
): (DueRow & YearDay)[] {
  return prepared(
    db,
    `SELECT c.id, c.id AS customer_id, NULL AS due_on, 0 AS is_discreet, c.birth_month AS month, c.birth_day AS day,
       '{}' AS params, 0 AS found
     FROM customers c LEFT JOIN customer_totals t ON t.customer_id = c.id
     WHERE ${inDays('c.birth_month', 'c.birth_day', days)} AND c.birth_month IS NOT NULL AND c.is_minor = 0
       AND ${standing} AND ${whose(scope)} AND ${saidYesOnce}
     ORDER BY t.lifetime_minor DESC, c.id LIMIT @limit`,
  ).all({ ...people(scope), limit }) as (DueRow & YearDay)[];
}

/** Important dates on one of these days, of customers who ever consented to anything. */
export function listDatesDue(
  db: ReadableDb,
  scope: Scope,
  days: readonly YearDay[],
  limit: number,
): (DueRow & YearDay)[] {
  return prepared(
    db,
    `SELECT d.id, d.customer_id, NULL AS due_on, d.is_discreet, d.month, d.day, 0 AS found,
       json_object('kind', d.kind, 'label', coalesce(d.label, '')) AS params
     FROM customer_dates d JOIN customers c ON c.id = d.customer_id AND ${standing}
     LEFT JOIN customer_totals t ON t.customer_id = c.id
     WHERE ${inDays('d.month', 'd.day', days)} AND ${whose(scope)} AND ${saidYesOnce}
     ORDER BY t.lifetime_minor DESC, d.id LIMIT @limit`,
  ).all({ ...people(scope), limit }) as (DueRow & YearDay)[];
}

/** Items whose warranty ends between two days, the earliest first. */
export function listWarrantiesEnding(
  db: ReadableDb,
  scope: Scope,
  range: { from: string; to: string; limit: number },
): DueRow[] {
  return prepared(
    db,
    `SELECT i.id, i.customer_id, i.warranty_end AS due_on, i.is_discreet, count(*) OVER () AS found,
       json_object('item', trim(coalesce(i.brand || ' ', '') || coalesce(i.family, i.description))) AS params
     FROM items i JOIN customers c ON c.id = i.customer_id AND ${standing}
     WHERE i.status = 'owned' AND i.deleted_at IS NULL AND i.warranty_end BETWEEN @from AND @to AND ${whose(scope)}
     ORDER BY i.warranty_end, i.id LIMIT @limit`,
  ).all({ ...people(scope), ...range }) as DueRow[];
}

/** Items due for service, a water test or a battery between two days, the earliest first. */
export function listCareDue(
  db: ReadableDb,
  scope: Scope,
  range: { from: string; to: string; limit: number },
): DueRow[] {
  const kinds = [
    ['service', 'service_due'],
    ['water-test', 'water_test_due'],
    ['battery', 'battery_due'],
  ] as const;
  const parts = kinds.map(
    ([kind, column]) => `SELECT i.id || ' ${kind}' AS id, i.customer_id, i.${column} AS due_on, i.is_discreet,
       json_object('item', trim(coalesce(i.brand || ' ', '') || coalesce(i.family, i.description)),
         'care', '${kind}') AS params
     FROM items i JOIN customers c ON c.id = i.customer_id AND ${standing}
     WHERE i.status = 'owned' AND i.deleted_at IS NULL AND i.${column} BETWEEN @from AND @to AND ${whose(scope)}`,
  );
  return prepared(
    db,
    `SELECT *, count(*) OVER () AS found FROM (${parts.join(' UNION ALL ')}) ORDER BY due_on, id LIMIT @limit`,
  ).all({ ...people(scope), ...range }) as DueRow[];
}

/** Whose record was opened since this instant: how many customers, and the last of them. */
export function listSeenSince(
  db: ReadableDb,
  staffId: string | null,
  from: number,
  limit: number,
): { total: number; ids: string[] } {
  const who = staffId === null ? '' : 'AND v.staff_id = @staffId';
  const rows = prepared(
    db,
    `SELECT v.customer_id AS id, count(*) OVER () AS total FROM customer_views v
     JOIN customers c ON c.id = v.customer_id AND ${standing}
     WHERE v.at >= @from ${who} GROUP BY v.customer_id ORDER BY max(v.at) DESC LIMIT @limit`,
  ).all({ from, limit, ...(staffId === null ? {} : { staffId }) }) as { id: string; total: number }[];
  return { total: rows[0]?.total ?? 0, ids: rows.map((row) => row.id) };
}

/** True when this member of staff looks after the customer. */
export function isAdvisedBy(db: ReadableDb, customerId: string, staffId: string): boolean {
  return (
    prepared(
      db,
      'SELECT 1 FROM customers WHERE id = ? AND (primary_advisor_id = ? OR secondary_advisor_id = ?)',
    ).get(customerId, staffId, staffId) !== undefined
  );
}
