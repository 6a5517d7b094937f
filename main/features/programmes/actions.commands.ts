import type { programmesContract } from '@shared/contract/programmes';
import { fail } from '../../kernel/errors';
import type { CommandContext, CommandHandlers } from '../../kernel/handlers';
import { findCampaign, updateCampaign } from '../campaigns/campaigns.sql';
import { isActiveStaff } from '../customers/customers.sql';
import { findEvent } from '../events/events.sql';
import {
  type ActionRow,
  deleteAction,
  findAction,
  findActionOfCampaign,
  findProgramme,
  insertAction,
  updateAction,
} from './programmes.sql';

type Handlers = CommandHandlers<typeof programmesContract>;

export const actionCommands: Pick<
  Handlers,
  'programmes.addAction' | 'programmes.changeAction' | 'programmes.removeAction' | 'programmes.tick'
> = {
  'programmes.addAction': (context, { programmeId, ...terms }) => {
    const { db, now, newId, about } = context;
    needOpen(context, programmeId);
    const actionId = newId();
    insertAction(db, {
      ...columnsOf(context, { ...terms, programmeId, actionId }),
      id: actionId,
      programme_id: programmeId,
      made_at: now,
      updated_at: now,
    });
    about('programme', programmeId, ['action']);
    return { actionId };
  },

  'programmes.changeAction': (context, { actionId, ...terms }) => {
    const before = needAction(context, actionId);
    const columns = columnsOf(context, { ...terms, programmeId: before.programme_id, actionId });
    updateAction(context.db, actionId, { ...columns, updated_at: context.now });
    context.about('programme', before.programme_id, ['action']);
    return null;
  },

  'programmes.removeAction': (context, { actionId }) => {
    const before = needAction(context, actionId);
    if (before.done_at !== null) fail('ACTION_IS_DONE');
    deleteAction(context.db, actionId);
    context.about('programme', before.programme_id, ['action']);
    return null;
  },

  'programmes.tick': (context, { actionId, isDone, outcome, spentMinor }) => {
    const { db, now, staff, about } = context;
    const before = needAction(context, actionId);
    if (findProgramme(db, before.programme_id)?.status === 'draft') fail('PROGRAMME_NOT_STARTED');
    updateAction(db, actionId, {
      done_at: isDone ? now : null,
      done_by: isDone ? staff.staffId : null,
      outcome: isDone ? outcome || null : null,
      spent_minor: isDone ? spentMinor : null,
      updated_at: now,
    });
    about('programme', before.programme_id, ['done', 'outcome', 'spent_minor']);
    return null;
  },
};

type Context = Pick<CommandContext, 'db'>;

function needOpen({ db }: Context, programmeId: string): void {
  const programme = findProgramme(db, programmeId) ?? fail('PROGRAMME_NOT_FOUND');
  if (programme.status === 'closed') fail('PROGRAMME_CLOSED');
}

/** An action of a programme that is not closed; fails otherwise. */
function needAction(context: Context, actionId: string): ActionRow {
  const action = findAction(context.db, actionId) ?? fail('ACTION_NOT_FOUND');
  needOpen(context, action.programme_id);
  return action;
}

interface Terms {
  readonly kind: string;
  readonly what: string;
  readonly dueOn: string;
  readonly ownerId: string;
  readonly eventId: string | null;
  readonly campaignId: string | null;
  readonly programmeId: string;
  readonly actionId: string;
}

function columnsOf(context: Pick<CommandContext, 'db' | 'now'>, terms: Terms) {
  const { db } = context;
  const { kind, what, dueOn, ownerId, eventId } = terms;
  if (!isActiveStaff(db, ownerId)) fail('OWNER_NOT_FOUND');
  const linked = kind === 'event' ? eventId : null;
  if (linked !== null && !findEvent(db, linked)) fail('EVENT_NOT_FOUND');
  const campaignId = kind === 'campaign' ? terms.campaignId : null;
  if (campaignId !== null) tieCampaign(context, { ...terms, campaignId });
  return { kind, what, due_on: dueOn, owner_id: ownerId, event_id: linked, campaign_id: campaignId };
}

/** A campaign of the programme becomes this action; a draft of no programme becomes one of the programme, too. */
function tieCampaign(
  { db, now }: Pick<CommandContext, 'db' | 'now'>,
  { campaignId, programmeId, actionId }: Terms & { readonly campaignId: string },
): void {
  const campaign = findCampaign(db, campaignId) ?? fail('CAMPAIGN_NOT_FOUND');
  const other = findActionOfCampaign(db, campaignId);
  if (other && other.id !== actionId) fail('CAMPAIGN_TAKEN');
  if (campaign.programme_id === programmeId) return;
  if (campaign.programme_id !== null) fail('CAMPAIGN_TAKEN');
  if (campaign.status !== 'draft') fail('CAMPAIGN_IS_MADE');
  updateCampaign(db, campaign, { programme_id: programmeId, updated_at: now });
}
