import { addDays, civilDateOf, datePartsOf } from '@shared/domain/dates';
import { rowInserter } from '../../db/bulk';
import { prepared, type WritableDb } from '../../db/sql';
import { newId } from '../../kernel/ids';
import { mayBeToldOf } from '../consents/consents.sql';

/** How many days ahead, how many years ago, and among how many members whoever may be greeted is looked for. */
const daysAhead = 4;
const yearsAgo = 12;
const mostExamined = 60;

/**
 * A wedding anniversary within the week, of a member of the highest tier who may be greeted: the shop is small, and without
 * it most weeks would have neither a date to mention nor a gift to choose.
 */
export function insertOccasion(db: WritableDb, now: number): void {
  const members = prepared(
    db,
    `SELECT m.customer_id FROM vip_memberships m JOIN customers c ON c.id = m.customer_id
     WHERE m.tier IN ('diamond', 'gold') AND m.ended_on IS NULL AND c.deleted_at IS NULL AND c.merged_into_id IS NULL
     ORDER BY m.tier, m.since LIMIT ?`,
  )
    .pluck()
    .all(mostExamined) as string[];
  const customerId = members.find((id) => mayBeToldOf(db, id, now, ['direct-marketing']));
  if (!customerId) return;
  const { year, month, day } = datePartsOf(addDays(civilDateOf(now), daysAhead));
  rowInserter(
    db,
    'customer_dates',
  )({
    id: newId(),
    customer_id: customerId,
    kind: 'anniversary',
    month,
    day,
    year: year - yearsAgo,
  });
}
