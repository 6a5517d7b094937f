import { civilDateOf, endOfDay, startOfDay } from '@shared/domain/dates';
import { shopTimeOf } from '@shared/domain/promises';
import { prepared } from '../../db/sql';
import type { DutySource } from '../../kernel/parts';
import { type DueRow, groupOf, limitOf, standing } from '../today/due.sql';

/** Every open case, the clock that ends first at the top. Mine are those I own. */
export const complaintDuties: DutySource = (db, { staffId, customerId }, moment) => {
  const { now, today, timeZone, window } = moment;
  const whose =
    customerId === null ? '(@staffId IS NULL OR x.owner_id = @staffId)' : 'x.customer_id = @customerId';
  const rows = prepared(
    db,
    `SELECT x.id, x.customer_id, x.number, x.what, x.severity, x.responded_at IS NULL AS is_waiting, x.is_discreet,
       iif(x.responded_at IS NULL, x.respond_by, x.resolve_by) AS due_at, s.name AS owner, count(*) OVER () AS found
     FROM complaints x JOIN customers c ON c.id = x.customer_id AND ${standing} JOIN staff s ON s.id = x.owner_id
     WHERE x.status = 'open' AND ${whose} AND due_at BETWEEN @since AND @until
     ORDER BY due_at, x.id LIMIT @limit`,
  ).all({
    limit: limitOf(moment),
    since: window ? startOfDay(window.from, timeZone) : 0,
    until: window ? endOfDay(window.to, timeZone) : Number.MAX_SAFE_INTEGER,
    ...(customerId === null ? { staffId } : { customerId }),
  }) as ClockRow[];
  const due = rows.map(
    (row): DueRow => ({
      ...row,
      due_on: civilDateOf(row.due_at, timeZone),
      params: JSON.stringify({
        number: row.number,
        what: row.what,
        severity: row.severity,
        owner: row.owner,
        step: row.is_waiting ? 'respond' : 'resolve',
        time: shopTimeOf(row.due_at, timeZone).time,
      }),
    }),
  );
  const group = groupOf(db, 'complaint', due, today);
  // The clock has hours: what ended this morning is late today, not tomorrow.
  const late = new Set(rows.filter(({ due_at }) => due_at < now).map(({ id }) => id));
  return { ...group, duties: group.duties.map((duty) => ({ ...duty, isOverdue: late.has(duty.id) })) };
};

interface ClockRow {
  readonly id: string;
  readonly customer_id: string;
  readonly number: string;
  readonly what: string;
  readonly severity: string;
  readonly owner: string;
  readonly is_waiting: number;
  readonly is_discreet: number;
  readonly due_at: number;
  readonly found: number;
}
