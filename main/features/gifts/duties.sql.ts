import { addDays } from '@shared/domain/dates';
import { MOST_COUNTED } from '@shared/domain/duties';
import type { CustomaryOccasion } from '@shared/domain/gifts';
import { lunarNewYearAround } from '@shared/domain/lunar-new-year';
import { prepared, type ReadableDb } from '../../db/sql';
import type { DutySource, Moment, Scope } from '../../kernel/parts';
import { mayBeToldOf } from '../consents/consents.sql';
import { readSetting } from '../shop/shop.sql';
import {
  type DueRow,
  dutyOf,
  isWithin,
  limitOf,
  mostOfAKind,
  people,
  standing,
  unlessOne,
  whose,
} from '../today/due.sql';
import { listOccasions } from '../today/occasions.sql';
import { wasGivenFor } from './gifts.sql';
import { giftPolicyOn } from './policy';

/** A gift of so many days before the occasion was for it; and a welcome is given within this time. */
const nearDays = 60;
const welcomeDays = 30;
/** From four weeks before the Lunar New Year, when things are ordered, to its fifteenth day, when the visits end. */
const newYear = { before: 28, after: 15 } as const;
/** Consent is looked up for so many members: more than these nobody visits. */
const mostExamined = 400;

interface Found {
  readonly occasion: CustomaryOccasion;
  readonly rows: readonly DueRow[];
  /** How many there are, as far as they are counted. */
  readonly total: number;
}

/**
 * Occasions for which a gift is customary by the policy and none was given: those of the week, cards of the month, the Lunar
 * New Year some weeks ahead. By the rule of the greetings (consent); a date that is not to be mentioned brings no gift,
 * which would mention it.
 */
export const giftDuties: DutySource = (db, scope, moment) => {
  const { today } = moment;
  const { customary } = giftPolicyOn(db, today);
  const isNew = (occasion: CustomaryOccasion) => (row: DueRow) =>
    !wasGivenFor(db, row.customer_id, occasion, addDays(today, -nearDays));
  const yearly = (occasion: 'birthday' | 'anniversary'): Found => {
    const tiers = customary[occasion];
    if (tiers.length === 0) return { occasion, rows: [], total: 0 };
    const isNewOne = isNew(occasion);
    const found = listOccasions(
      db,
      scope,
      moment,
      occasion === 'birthday'
        ? { occasion: 'birthday', tiers, isWanted: isNewOne }
        : {
            occasion: 'date',
            tiers,
            isWanted: (row) => row.is_discreet === 0 && isAnniversary(row.params) && isNewOne(row),
          },
    );
    // Of other dates the anniversaries are a few: only those that were looked at are known.
    return { occasion, rows: found.rows, total: occasion === 'birthday' ? found.total : found.rows.length };
  };
  const welcomes = listWelcomes(db, scope, customary['vip-welcome'], addDays(today, -welcomeDays)).filter(
    ({ due_on }) => isWithin(moment, due_on),
  );
  const all: Found[] = [
    yearly('birthday'),
    yearly('anniversary'),
    { occasion: 'vip-welcome', rows: welcomes, total: welcomes.length },
    newYearGifts(db, scope, moment, customary['new-year']),
  ];
  const duties = all
    .flatMap(({ occasion, rows }) =>
      rows.map((row) => {
        const params = JSON.stringify({ occasion });
        return dutyOf(db, 'gift', { ...row, id: `${occasion} ${row.id}`, params }, today);
      }),
    )
    .filter((duty) => duty !== null)
    .map((duty) => ({ ...duty, isOverdue: false }))
    .sort((a, b) => ((a.dueOn ?? '') < (b.dueOn ?? '') ? -1 : 1));
  const total = all.reduce((sum, found) => sum + found.total, 0);
  return { kind: 'gift', total: Math.max(total, duties.length), duties: duties.slice(0, limitOf(moment)) };
};

/** Members of these tiers who were not given anything for the Lunar New Year that comes, or has just come. */
function newYearGifts(db: ReadableDb, scope: Scope, moment: Moment, tiers: readonly string[]): Found {
  const { now, today } = moment;
  const none: Found = { occasion: 'new-year', rows: [], total: 0 };
  const day = lunarNewYearAround(moment.window?.from ?? today, moment.window ? 0 : newYear.after);
  const isSeason = moment.window ? isWithin(moment, day) : today >= addDays(day, -newYear.before);
  if (tiers.length === 0 || !isSeason) return none;
  const limit = limitOf(moment);
  const from = `vip_memberships m CROSS JOIN customers c ON c.id = m.customer_id AND ${standing}
    WHERE ${unlessOne(scope)}m.tier = @tier AND m.ended_on IS NULL AND c.is_minor = 0
      AND ${scope.customerId === null ? whose(scope) : 'm.customer_id = @customerId'}
      AND NOT EXISTS (SELECT 1 FROM gifts g WHERE g.customer_id = m.customer_id AND g.occasion = 'new-year'
        AND g.given_on >= @since AND g.taken_back_at IS NULL)`;
  const rows: DueRow[] = [];
  let total = 0;
  // The shop names its tiers from the first to the highest, which comes first here.
  const ranks = readSetting(db, 'vipTiers').map(({ code }) => code);
  for (const tier of [...tiers].sort((a, b) => ranks.indexOf(b) - ranks.indexOf(a))) {
    const params = { ...people(scope), tier, since: addDays(day, -nearDays) };
    const members = prepared(
      db,
      `SELECT m.id, m.customer_id, @day AS due_on, 0 AS is_discreet, '{}' AS params, 0 AS found
       FROM ${from} ORDER BY m.since LIMIT ${mostExamined}`,
    ).all({ ...params, day }) as DueRow[];
    for (const row of members) {
      if (rows.length >= limit) break;
      if (mayBeToldOf(db, row.customer_id, now, ['direct-marketing']))
        rows.push({ ...row, id: `${day.slice(0, 4)} ${row.customer_id}` });
    }
    if (rows.length < limit) total = rows.length;
    else
      total += prepared(db, `SELECT count(*) FROM (SELECT 1 FROM ${from} LIMIT ${MOST_COUNTED + 1})`)
        .pluck()
        .get(params) as number;
  }
  return { ...none, rows, total };
}

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
