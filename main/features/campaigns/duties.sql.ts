import type { GoodsClass } from '@shared/domain/consent-events';
import { prepared } from '../../db/sql';
import type { DutySource } from '../../kernel/parts';
import { pausesOn } from '../conversations/gate.sql';
import { type DueRow, groupOf, mostOfAKind, people, standing, whose } from '../today/due.sql';
import { isStillPermitted } from './audience';

/**
 * Calls of a running campaign that nobody made yet, and of which nobody noted an outcome among the conversations either: mine
 * are those of my customers, and those given to me. Whoever has said no since the call sheet was made is called no more
 * (s.35G: at once, without a time of grace), and while a complaint is open or a repair is late the call waits.
 */
export const campaignCallDuties: DutySource = (db, scope, { today, now }) => {
  // Named, because the planner cannot know how few of a shop's entries are calls that wait.
  const index = scope.customerId === null ? 'INDEXED BY campaign_entries_to_call' : '';
  const rows = prepared(
    db,
    `SELECT e.id, e.customer_id, k.ends_on AS due_on, 0 AS is_discreet, count(*) OVER () AS found, k.goods_class,
       json_object('name', k.name, 'number', k.number) AS params
     FROM campaign_entries e ${index} JOIN campaigns k ON k.id = e.campaign_id AND k.status = 'made'
       JOIN conversations v ON v.id = e.conversation_id AND v.outcome IS NULL
       JOIN customers c ON c.id = e.customer_id AND ${standing}
     WHERE e.is_call = 1 AND e.response IS NULL AND e.dropped_at IS NULL AND e.written_at IS NOT NULL
       AND ${whose(scope, 'e.advisor_id')}
     ORDER BY coalesce(k.ends_on, '9999-12-31'), e.id LIMIT @limit`,
  ).all({ limit: mostOfAKind, ...people(scope) }) as (DueRow & { readonly goods_class: string })[];
  const permitted = rows.filter(
    ({ customer_id, goods_class }) =>
      isStillPermitted(db, customer_id, { channel: 'phone', goodsClass: goods_class as GoodsClass }, now)
        .ok && pausesOn(db, customer_id, today).length === 0,
  );
  const { total, duties } = groupOf(db, 'campaign-call', permitted, today);
  return { kind: 'campaign-call', total: Math.max(0, total - (rows.length - permitted.length)), duties };
};
