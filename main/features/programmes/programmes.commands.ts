import type { programmesContract } from '@shared/contract/programmes';
import { addDays, daysBetween } from '@shared/domain/dates';
import { fail } from '../../kernel/errors';
import type { CommandContext, CommandHandlers } from '../../kernel/handlers';
import { releaseCampaigns } from '../campaigns/campaigns.sql';
import { isActiveStaff } from '../customers/customers.sql';
import { findSegment } from '../segments/segments.sql';
import { actionCommands } from './actions.commands';
import {
  deleteDraft,
  findProgramme,
  insertAction,
  insertProgramme,
  listActions,
  type ProgrammeRow,
  updateProgramme,
} from './programmes.sql';

export const programmesCommands: CommandHandlers<typeof programmesContract> = {
  ...actionCommands,

  'programmes.plan': (context, terms) => {
    const { db, now, shop, staff, newId, nextNumber, about } = context;
    const programmeId = newId();
    const number = `PR${nextNumber('programme')}`;
    insertProgramme(db, {
      ...columnsOf(context, terms),
      id: programmeId,
      number,
      currency: shop.currency,
      made_by: staff.staffId,
      made_at: now,
      updated_at: now,
    });
    about('programme', programmeId);
    return { programmeId, number };
  },

  'programmes.change': (context, { programmeId, version, ...terms }) => {
    const { db, now, about } = context;
    const before = needProgramme(context, programmeId);
    if (before.version !== version) fail('PROGRAMME_CHANGED');
    if (before.status === 'closed') fail('PROGRAMME_CLOSED');
    const columns = columnsOf(context, terms);
    const changed = (Object.keys(columns) as (keyof typeof columns)[]).filter(
      (name) => before[name] !== columns[name],
    );
    if (before.status === 'running' && changed.some((name) => frozen.includes(name)))
      fail('PROGRAMME_STARTED');
    about('programme', programmeId, changed);
    const free = Object.fromEntries(changed.map((name) => [name, columns[name]]));
    updateProgramme(db, programmeId, { ...free, version: version + 1, updated_at: now });
    return { version: version + 1 };
  },

  'programmes.discard': (context, { programmeId }) => {
    const before = needProgramme(context, programmeId);
    if (before.status !== 'draft') fail('PROGRAMME_STARTED');
    context.about('programme', programmeId);
    releaseCampaigns(context.db, programmeId);
    deleteDraft(context.db, programmeId);
    return null;
  },

  'programmes.close': (context, { programmeId, lesson }) => {
    const { db, now, staff, about } = context;
    const before = needProgramme(context, programmeId);
    if (before.status === 'draft') fail('PROGRAMME_NOT_STARTED');
    if (before.status === 'closed') fail('PROGRAMME_CLOSED');
    about('programme', programmeId, ['status', 'lesson']);
    updateProgramme(db, programmeId, {
      status: 'closed',
      lesson,
      closed_at: now,
      closed_by: staff.staffId,
      version: before.version + 1,
      updated_at: now,
    });
    return null;
  },

  'programmes.reopen': (context, { programmeId }) => {
    const { db, now, about } = context;
    const before = needProgramme(context, programmeId);
    if (before.status !== 'closed') fail('PROGRAMME_NOT_CLOSED');
    about('programme', programmeId, ['status']);
    updateProgramme(db, programmeId, {
      status: 'running',
      lesson: null,
      closed_at: null,
      closed_by: null,
      version: before.version + 1,
      updated_at: now,
    });
    return null;
  },

  'programmes.copy': (context, { programmeId }) => {
    const { db, now, today, staff, newId, nextNumber, about } = context;
    const before = needProgramme(context, programmeId);
    const copyId = newId();
    const number = `PR${nextNumber('programme')}`;
    const firstDay = before.starts_on ?? today;
    /** As many days after today as it was after the start. */
    const moved = (day: string) => addDays(today, Math.max(0, daysBetween(firstDay, day)));
    insertProgramme(db, {
      id: copyId,
      number,
      name: before.name,
      words: before.words,
      goal_kind: before.goal_kind,
      goal_days: before.goal_days,
      goal_target: before.goal_target,
      segment_id: before.segment_id,
      held_out_percent: before.held_out_percent,
      currency: before.currency,
      budget_minor: before.budget_minor,
      owner_id: isActiveStaff(db, before.owner_id) ? before.owner_id : staff.staffId,
      ends_on: moved(before.ends_on),
      predecessor_id: before.id,
      made_by: staff.staffId,
      made_at: now,
      updated_at: now,
    });
    for (const action of listActions(db, programmeId))
      insertAction(db, {
        id: newId(),
        programme_id: copyId,
        kind: action.kind,
        what: action.what,
        due_on: moved(action.due_on),
        owner_id: isActiveStaff(db, action.owner_id) ? action.owner_id : staff.staffId,
        made_at: now,
        updated_at: now,
      });
    about('programme', copyId);
    return { programmeId: copyId, number };
  },
};

/** What the start freezes. */
const frozen: readonly string[] = ['goal_kind', 'goal_days', 'goal_target', 'segment_id', 'held_out_percent'];

/** A programme on record; fails otherwise. */
function needProgramme({ db }: Pick<CommandContext, 'db'>, programmeId: string): ProgrammeRow {
  return findProgramme(db, programmeId) ?? fail('PROGRAMME_NOT_FOUND');
}

type Terms = Parameters<CommandHandlers<typeof programmesContract>['programmes.plan']>[1];

function columnsOf({ db }: CommandContext, terms: Terms) {
  const { goal } = terms;
  if (!findSegment(db, terms.segmentId)) fail('SEGMENT_NOT_FOUND');
  if (!isActiveStaff(db, terms.ownerId)) fail('OWNER_NOT_FOUND');
  if (goal.kind !== 'spend' && goal.target > 10_000) fail('SHARE_ABOVE_WHOLE');
  return {
    name: terms.name,
    words: terms.words,
    goal_kind: goal.kind,
    goal_days: goal.days,
    goal_target: goal.target,
    segment_id: terms.segmentId,
    held_out_percent: terms.heldOutPercent,
    budget_minor: terms.budgetMinor,
    ends_on: terms.endsOn,
    owner_id: terms.ownerId,
  };
}
