import { addDays } from '@shared/domain/dates';
import type { CustomaryOccasion } from '@shared/domain/gifts';
import { prepared, type ReadableDb } from '../../db/sql';
import type { DutySource, Scope } from '../../kernel/parts';
import {
  type DueRow,
  dutyOf,
  isWithin,
  limitOf,
  mostOfAKind,
  people,
  standing,
  whose,
} from '../today/due.sql';
import { listOccasions } from '../today/occasions.sql';
import { findMembership } from '../vip/vip.sql';
import { wasGivenFor } from './gifts.sql';
import { giftPolicyOn } from './policy';

/** A gift of so many days before the occasion was for it; and a welcome is given within this time. */
const nearDays = 60;
const welcomeDays = 30;

/**
 * Occasions of the week for which a gift is customary by the policy and none was given. Birthdays and anniversaries by the
 * rule of the greetings (consent); a date that is not to be mentioned brings no gift, which would mention it.
 */
export const giftDuties: DutySource = (db, scope, moment) => {
  const { today } = moment;
  const { customary } = giftPolicyOn(db, today);
  const isCustomary = (occasion: CustomaryOccasion, customerId: string) => {
    const tier = findMembership(db, customerId)?.tier;
    return tier !== undefined && (customary[occasion] ?? []).includes(tier);
  };
  const birthdays = listOccasions(db, scope, moment, 'birthday').map((row) => ({
    row,
    occasion: 'birthday' as const,
  }));
  const anniversaries = listOccasions(db, scope, moment, 'date')
    .filter(({ is_discreet, params }) => is_discreet === 0 && isAnniversary(params))
    .map((row) => ({ row, occasion: 'anniversary' as const }));
  const yearly = [...birthdays, ...anniversaries].filter(
    ({ row, occasion }) =>
      isCustomary(occasion, row.customer_id) &&
      !wasGivenFor(db, row.customer_id, occasion, addDays(today, -nearDays)),
  );
  const welcomes = listWelcomes(db, scope, customary['vip-welcome'] ?? [], addDays(today, -welcomeDays))
    .map((row) => ({ row, occasion: 'vip-welcome' as const }))
    .filter(({ row }) => isWithin(moment, row.due_on));
  const duties = [...yearly, ...welcomes]
    .map(({ row, occasion }) => {
      const params = JSON.stringify({ occasion });
      return dutyOf(db, 'gift', { ...row, id: `${occasion} ${row.id}`, params }, today);
    })
    .filter((duty) => duty !== null)
    .map((duty) => ({ ...duty, isOverdue: false }))
    .sort((a, b) => ((a.dueOn ?? '') < (b.dueOn ?? '') ? -1 : 1));
  return { kind: 'gift', total: duties.length, duties: duties.slice(0, limitOf(moment)) };
};

const isAnniversary = (params: string) =>
  (JSON.parse(params) as { kind: string }).kind.includes('anniversary');

/** Members of these tiers who joined lately and were not welcomed with a gift; their day is that of the card. */
function listWelcomes(db: ReadableDb, scope: Scope, tiers: readonly string[], since: string): DueRow[] {
  if (tiers.length === 0) return [];
  return prepared(
    db,
    `SELECT m.id, m.customer_id, m.since AS due_on, 0 AS is_discreet, '{}' AS params, 0 AS found
     FROM vip_memberships m JOIN customers c ON c.id = m.customer_id AND ${standing}
     WHERE m.ended_on IS NULL AND m.tier IN (SELECT value FROM json_each(@tiers)) AND m.since >= @since
       AND ${whose(scope)}
       AND NOT EXISTS (SELECT 1 FROM gifts g WHERE g.customer_id = m.customer_id AND g.occasion = 'vip-welcome'
         AND g.taken_back_at IS NULL)
     ORDER BY m.since, m.id LIMIT @limit`,
  ).all({ ...people(scope), tiers: JSON.stringify(tiers), since, limit: mostOfAKind }) as DueRow[];
}
