import { addDays, civilDateOf, startOfDay } from '@shared/domain/dates';
import { prepared } from '../../db/sql';
import type { DutySource } from '../../kernel/parts';
import { type DueRow, groupOf, limitOf, people, rangeOf, standing, whose } from '../today/due.sql';

interface PreparedRow extends Omit<DueRow, 'params' | 'due_on'> {
  readonly made_at: number;
  readonly channel: string;
  readonly subject: string;
  readonly number: string;
}

/**
 * Messages that were prepared, or calls that were begun, on an earlier day, and nobody has said what came of them. Mine are
 * those I began and those to my customers. A campaign's own page asks once whether all of its messages went out, and its calls
 * are duties of their own: hundreds of lines here would hide everything else.
 */
export const outcomeDuties: DutySource = (db, scope, moment) => {
  const { today, timeZone } = moment;
  // Due on the day after it was begun.
  const { from, to } = rangeOf(moment, { ahead: 0 });
  const isOpen = from === '';
  const rows = prepared(
    db,
    `SELECT v.id, v.customer_id, v.made_at, v.channel, coalesce(v.subject, '') AS subject, v.number, v.is_discreet,
       count(*) OVER () AS found
     FROM conversations v JOIN customers c ON c.id = v.customer_id AND ${standing}
     WHERE v.outcome IS NULL AND v.direction = 'out' AND v.made_at >= @since AND v.made_at < @before
       AND v.origin_kind <> 'campaign' AND ${whose(scope, 'v.staff_id')}
     ORDER BY v.made_at, v.id LIMIT @limit`,
  ).all({
    since: isOpen ? 0 : startOfDay(addDays(from, -1), timeZone),
    before: startOfDay(to < today ? to : today, timeZone),
    limit: limitOf(moment),
    ...people(scope),
  }) as PreparedRow[];
  return groupOf(
    db,
    'conversation-outcome',
    rows.map((row) => ({
      ...row,
      due_on: addDays(civilDateOf(row.made_at, timeZone), 1),
      params: JSON.stringify({ channel: row.channel, subject: row.subject || row.number }),
    })),
    today,
  );
};
