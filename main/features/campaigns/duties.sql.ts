import { prepared } from '../../db/sql';
import type { DutySource } from '../../kernel/parts';
import { type DueRow, groupOf, mostOfAKind, people, standing, whose } from '../today/due.sql';

/** Calls of a running campaign that nobody made yet: mine are those of my customers, and those given to me. */
export const campaignCallDuties: DutySource = (db, scope, { today }) => {
  // Named, because the planner cannot know how few of a shop's entries are calls that wait.
  const index = scope.customerId === null ? 'INDEXED BY campaign_entries_to_call' : '';
  const rows = prepared(
    db,
    `SELECT e.id, e.customer_id, k.ends_on AS due_on, 0 AS is_discreet, count(*) OVER () AS found,
       json_object('name', k.name, 'number', k.number) AS params
     FROM campaign_entries e ${index} JOIN campaigns k ON k.id = e.campaign_id AND k.status = 'made'
       JOIN customers c ON c.id = e.customer_id AND ${standing}
     WHERE e.is_call = 1 AND e.response IS NULL AND e.dropped_at IS NULL AND e.written_at IS NOT NULL
       AND ${whose(scope, 'e.advisor_id')}
     ORDER BY coalesce(k.ends_on, '9999-12-31'), e.id LIMIT @limit`,
  ).all({ limit: mostOfAKind, ...people(scope) }) as DueRow[];
  return groupOf(db, 'campaign-call', rows, today);
};
