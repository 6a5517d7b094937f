import { type CivilDate, endOfDay, startOfDay } from '@shared/domain/dates';
import { prepared, type ReadableDb } from '../../db/sql';

/** First and last instant of a shop's day. */
export interface DaySpan {
  readonly day: CivilDate;
  readonly from: number;
  readonly to: number;
}

/** The shop's day on its own clock. */
export function spanOfDay(day: CivilDate, timeZone: string): DaySpan {
  return { day, from: startOfDay(day, timeZone), to: endOfDay(day, timeZone) };
}

const row = <T>(db: ReadableDb, sql: string, ...values: unknown[]) => prepared(db, sql).get(...values) as T;
const rows = <T>(db: ReadableDb, sql: string, ...values: unknown[]) =>
  prepared(db, sql).all(...values) as T[];

/** Receipts of the day, and what they come to, returns taken off. */
export function countSales(db: ReadableDb, { day }: DaySpan) {
  const kinds = rows<{ kind: string; count: number; currency: string; minor: number }>(
    db,
    `SELECT kind, currency, count(*) AS count, sum(total_minor) AS minor FROM sales
     WHERE sold_on = ? AND deleted_at IS NULL GROUP BY kind, currency ORDER BY currency`,
    day,
  );
  const countOf = (kind: string) =>
    kinds.filter((each) => each.kind === kind).reduce((sum, each) => sum + each.count, 0);
  const totals = new Map<string, number>();
  for (const { currency, minor } of kinds) totals.set(currency, (totals.get(currency) ?? 0) + minor);
  return {
    receipts: countOf('sale'),
    returns: countOf('return'),
    cancellations: countOf('cancellation'),
    totals: [...totals].map(([currency, minor]) => ({ currency, minor })),
  };
}

/** Look-ups of the day. */
export function countLookups(db: ReadableDb, { from, to }: DaySpan): { customers: number; times: number } {
  return row(
    db,
    'SELECT count(DISTINCT customer_id) AS customers, count(*) AS times FROM customer_views WHERE at BETWEEN ? AND ?',
    from,
    to,
  );
}

/** Customers added at the counter that day; an import is not a new acquaintance. */
export function countNewCustomers(db: ReadableDb, { from, to }: DaySpan): number {
  return row<{ n: number }>(
    db,
    // Creating is an update of its time too, and that has an index.
    `SELECT count(*) AS n FROM customers WHERE updated_at >= ? AND created_at BETWEEN ? AND ?
       AND import_id IS NULL AND deleted_at IS NULL`,
    from,
    from,
    to,
  ).n;
}

/** Needs noted, met and lost that day. */
export function countNeeds(db: ReadableDb, { from, to }: DaySpan) {
  const noted = row<{ n: number }>(
    db,
    'SELECT count(*) AS n FROM needs WHERE at BETWEEN ? AND ? AND deleted_at IS NULL',
    from,
    to,
  ).n;
  const closed = row<{ met: number | null; lost: number | null }>(
    db,
    `SELECT sum(status = 'met') AS met, sum(status = 'lost') AS lost FROM needs
     WHERE closed_at BETWEEN ? AND ? AND deleted_at IS NULL`,
    from,
    to,
  );
  return { noted, met: closed.met ?? 0, lost: closed.lost ?? 0 };
}

/** Answers to VIP invitations that day. */
export function countVip(db: ReadableDb, { from, to }: DaySpan) {
  const { joined, declined, thinking } = row<Record<'joined' | 'declined' | 'thinking', number | null>>(
    db,
    `SELECT sum(outcome = 'accepted') AS joined, sum(outcome = 'declined') AS declined,
       sum(outcome = 'thinking') AS thinking FROM vip_invitations WHERE at BETWEEN ? AND ?`,
    from,
    to,
  );
  return { joined: joined ?? 0, declined: declined ?? 0, thinking: thinking ?? 0 };
}

/** Customers who consented or withdrew that day. */
export function countConsents(db: ReadableDb, { from, to }: DaySpan): { given: number; withdrawn: number } {
  return row(
    db,
    `SELECT count(DISTINCT CASE WHEN kind = 'given' THEN customer_id END) AS given,
       count(DISTINCT CASE WHEN kind = 'withdrawn' THEN customer_id END) AS withdrawn
     FROM consent_events WHERE recorded_at BETWEEN ? AND ?`,
    from,
    to,
  );
}

/** Who worked that day, as the log knows it. */
export function listStaffAtWork(db: ReadableDb, { from, to }: DaySpan) {
  return rows<{ id: string; name: string; chineseName: string | null }>(
    db,
    `SELECT s.id, s.name, s.chinese_name AS chineseName FROM staff s
     WHERE s.id IN (SELECT DISTINCT staff_id FROM audit_log WHERE at BETWEEN ? AND ?)
     ORDER BY s.created_at, s.id`,
    from,
    to,
  );
}

/** Forms that somebody began and did not save. */
export function countDrafts(db: ReadableDb) {
  return rows<{ staffId: string; name: string; chineseName: string | null; count: number }>(
    db,
    `SELECT d.staff_id AS staffId, s.name, s.chinese_name AS chineseName, count(*) AS count FROM drafts d JOIN staff s ON s.id = d.staff_id
     WHERE d.form <> 'day.close' GROUP BY d.staff_id ORDER BY s.name`,
  );
}

/** Open needs whose day has passed. */
export function countLateNeeds(db: ReadableDb, today: CivilDate): number {
  return row<{ n: number }>(
    db,
    "SELECT count(*) AS n FROM needs WHERE status = 'open' AND by_date < ? AND deleted_at IS NULL",
    today,
  ).n;
}
