import type { Programme, ProgrammeAction, ProgrammeResult } from '@shared/contract/programmes';
import type { CampaignStatus } from '@shared/domain/campaigns';
import {
  type ActionKind,
  compareMeans,
  compareShares,
  type GoalKind,
  lastDayOf,
  type ProgrammeState,
} from '@shared/domain/programmes';
import type { ReadableDb } from '../../db/sql';
import { countMembers, measureMembers } from './members.sql';
import type { ProgrammeRow, ShownActionRow, ShownProgrammeRow } from './programmes.sql';

/** A row as the contract shows it. */
export function programmeOf(db: ReadableDb, row: ShownProgrammeRow, today: string): Programme {
  return {
    id: row.id,
    number: row.number,
    name: row.name,
    words: row.words,
    goal: { kind: row.goal_kind as GoalKind, days: row.goal_days, target: row.goal_target },
    segment: { id: row.segment_id, name: row.segment_name ?? row.current_segment },
    heldOutPercent: row.held_out_percent,
    currency: row.currency,
    budgetMinor: row.budget_minor,
    spentMinor: row.spent,
    owner: { id: row.owner_id, name: row.owner_name },
    endsOn: row.ends_on,
    status: row.status as ProgrammeState,
    start: startOf(db, row, today),
    lesson: row.lesson,
    closedAt: row.closed_at,
    actions: { total: row.actions, done: row.done, late: row.status === 'running' ? row.late : 0 },
    version: row.version,
  };
}

function startOf(db: ReadableDb, row: ShownProgrammeRow, today: string): Programme['start'] {
  if (row.starts_on === null || row.started_at === null || row.seed === null) return null;
  const lastDay = lastDayOf(row.starts_on, row.goal_days);
  return {
    on: row.starts_on,
    at: row.started_at,
    by: { id: row.started_by ?? '', name: row.starter_name ?? '' },
    seed: row.seed,
    method: row.method ?? '',
    ...countMembers(db, row.id),
    lastDay,
    isOver: today > lastDay,
  };
}

/** An action as the contract shows it. */
export function actionOf(row: ShownActionRow, today: string): ProgrammeAction {
  return {
    id: row.id,
    kind: row.kind as ActionKind,
    what: row.what,
    dueOn: row.due_on,
    owner: { id: row.owner_id, name: row.owner_name },
    event: row.event_id === null ? null : { id: row.event_id, name: row.event_name ?? '' },
    campaign:
      row.campaign_id === null
        ? null
        : {
            id: row.campaign_id,
            number: row.campaign_number ?? '',
            name: row.campaign_name ?? '',
            status: row.campaign_status as CampaignStatus,
          },
    done:
      row.done_at !== null && row.done_by !== null
        ? { at: row.done_at, by: { id: row.done_by, name: row.doer_name ?? '' } }
        : null,
    outcome: row.outcome,
    spentMinor: row.spent_minor,
    isLate: row.done_at === null && row.due_on < today,
  };
}

/** What came of it so far, beside those who were held out; null before the start. */
export function resultOf(db: ReadableDb, row: ProgrammeRow): ProgrammeResult | null {
  if (row.starts_on === null || row.started_at === null) return null;
  const { members, leftOut } = measureMembers(db, {
    programmeId: row.id,
    from: row.started_at,
    lastDay: lastDayOf(row.starts_on, row.goal_days),
    currency: row.currency,
  });
  const treated = members.filter(({ isHeldOut }) => !isHeldOut);
  const heldOut = members.filter(({ isHeldOut }) => isHeldOut);
  const count = (of: typeof members) => ({
    of: of.length,
    hits: of.filter(({ netMinor, hasCome }) => (row.goal_kind === 'repeat' ? netMinor > 0 : hasCome)).length,
  });
  const spent = (of: typeof members) => of.map(({ netMinor }) => netMinor);
  const comparison =
    row.goal_kind === 'spend'
      ? compareMeans(spent(treated), spent(heldOut))
      : compareShares(count(treated), count(heldOut));
  const target = row.goal_kind === 'spend' ? row.goal_target : row.goal_target / 10_000;
  return { ...comparison, leftOut, isReached: treated.length > 0 && comparison.treated.value >= target };
}
