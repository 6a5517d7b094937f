import type { RetentionRule } from '@shared/contract/retention-periods';
import { addMonths, startOfDay } from '@shared/domain/dates';
import { RETENTION_DEFAULTS, RETENTION_KINDS, type RetentionKind } from '@shared/domain/retention-periods';
import type { Insertable, Selectable } from 'kysely';
import type { RetentionRules, RetentionRuns } from '../../db/rows';
import { prepared, type ReadableDb, run, sqlBuilder, type WritableDb } from '../../db/sql';

/** Writes a version of a rule; the earlier ones stay. */
export function insertRule(db: WritableDb, row: Insertable<RetentionRules>): void {
  run(db, sqlBuilder.insertInto('retention_rules').values(row));
}

/** The number of the next version of a rule. */
export function nextRuleVersion(db: ReadableDb, kind: RetentionKind): number {
  return prepared(db, 'SELECT coalesce(max(version), 0) + 1 FROM retention_rules WHERE kind = ?')
    .pluck()
    .get(kind) as number;
}

/** The rules that hold: the manager's last word on each, or what comes with the app. */
export function listRules(db: ReadableDb): RetentionRule[] {
  const find = prepared(
    db,
    `SELECT r.*, s.name AS staff_name FROM retention_rules r JOIN staff s ON s.id = r.made_by
     WHERE r.kind = ? ORDER BY r.version DESC LIMIT 1`,
  );
  return RETENTION_KINDS.map((kind) => {
    const { months, atLeastMonths, basis } = RETENTION_DEFAULTS[kind];
    const own = find.get(kind) as (Selectable<RetentionRules> & { staff_name: string }) | undefined;
    return {
      kind,
      version: own?.version ?? 0,
      months: own ? own.months : months,
      reason: own?.reason ?? '',
      atLeastMonths,
      basis,
      made: own ? { at: own.made_at, by: own.staff_name } : null,
    };
  });
}

/** Remembers a run. */
export function insertRun(db: WritableDb, row: Insertable<RetentionRuns>): void {
  run(db, sqlBuilder.insertInto('retention_runs').values(row));
}

/** The last runs, newest first. */
export function listRuns(db: ReadableDb) {
  return prepared(
    db,
    `SELECT r.*, s.name AS staff_name FROM retention_runs r JOIN staff s ON s.id = r.staff_id
     ORDER BY r.started_at DESC LIMIT 20`,
  ).all() as (Selectable<RetentionRuns> & { staff_name: string })[];
}

/** Where the period of each kind ends today; kinds that are kept without end are left out. */
export function cutoffs(
  rules: readonly Pick<RetentionRule, 'kind' | 'months'>[],
  today: string,
  timeZone: string,
): Map<RetentionKind, { day: string; at: number }> {
  return new Map(
    rules.flatMap(({ kind, months }) => {
      if (months === null) return [];
      const day = addMonths(today, -months);
      return [[kind, { day, at: startOfDay(day, timeZone) }] as const];
    }),
  );
}

/** Tables of dealings with a customer and when each took place: any of them since the day keeps the record. */
const dealings = [
  ['sales', 'sold_at'],
  ['conversations', 'at'],
  ['customer_notes', 'at'],
  ['needs', 'at'],
  ['promises', 'made_at'],
  ['complaints', 'received_at'],
  ['feedback', 'at'],
  ['enquiries', 'asked_at'],
  ['quotations', 'created_at'],
  ['service_jobs', 'intake_at'],
  ['handovers', 'opened_at'],
  ['consent_events', 'recorded_at'],
  ['vip_invitations', 'at'],
  ['interests', 'registered_at'],
] as const;

const noneSince = dealings
  .map(([table, at]) => `NOT EXISTS (SELECT 1 FROM ${table} d WHERE d.customer_id = c.id AND d.${at} >= @at)`)
  .join(' AND ');
const lastOf = dealings
  .map(([table, at]) => `coalesce((SELECT max(d.${at}) FROM ${table} d WHERE d.customer_id = c.id), 0)`)
  .join(', ');

// Neither bought nor was talked to since, was not edited since, and no warranty of theirs still runs.
const idle = `c.updated_at < @at AND c.deleted_at IS NULL AND c.merged_into_id IS NULL AND ${noneSince}
  AND NOT EXISTS (SELECT 1 FROM items i WHERE i.customer_id = c.id AND i.warranty_end >= @today)`;

export interface IdleRow {
  readonly id: string;
  readonly number: string;
  readonly last_at: number;
}

/** Ids of the customers whose period has ended, those longest gone first. */
export function listIdle(
  db: ReadableDb,
  { at, today, limit }: { at: number; today: string; limit: number },
): { total: number; rows: IdleRow[] } {
  const rows = prepared(
    db,
    `SELECT id, number, max(created_at, ${lastOf}) AS last_at FROM (
       SELECT c.* FROM customers c INDEXED BY customers_by_updated WHERE ${idle} ORDER BY c.updated_at, c.id LIMIT @limit) c`,
  ).all({ at, today, limit }) as IdleRow[];
  const total =
    rows.length < limit
      ? rows.length
      : (prepared(db, `SELECT count(*) FROM customers c INDEXED BY customers_by_updated WHERE ${idle}`)
          .pluck()
          .get({ at, today }) as number);
  return { total, rows };
}

/** True while nothing happened with the customer since: asked again at the moment of erasing. */
export function isIdle(db: ReadableDb, id: string, at: number, today: string): boolean {
  return (
    prepared(db, `SELECT 1 FROM customers c WHERE c.id = @id AND ${idle}`).get({ id, at, today }) !==
    undefined
  );
}
