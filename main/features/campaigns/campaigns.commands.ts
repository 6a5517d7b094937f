import type { CampaignTexts, campaignsContract } from '@shared/contract/campaigns';
import { usualCampaign as usual } from '@shared/domain/campaigns';
import { unknownFields } from '@shared/domain/templates';
import { fail } from '../../kernel/errors';
import type { CommandContext, CommandHandlers } from '../../kernel/handlers';
import { isActiveStaff } from '../customers/customers.sql';
import {
  detachCampaign,
  findAction,
  findProgramme,
  type ProgrammeRow,
  updateAction,
} from '../programmes/programmes.sql';
import { findSegment } from '../segments/segments.sql';
import { type CampaignRow, findCampaign, insertCampaign, updateCampaign } from './campaigns.sql';
import { respondTo } from './respond';

export const campaignsCommands: CommandHandlers<typeof campaignsContract> = {
  'campaigns.save': (context, { campaignId, version, ...terms }) => {
    const { db, now, staff, newId, nextNumber, about } = context;
    const before = campaignId === null ? null : needCampaign(db, campaignId);
    if (before !== null && before.version !== version) fail('CAMPAIGN_CHANGED');
    if (terms.endsOn !== null && terms.endsOn < terms.startsOn) fail('CAMPAIGN_DATES');
    if (!findSegment(db, terms.segmentId)) fail('SEGMENT_NOT_FOUND');
    if (before?.owner_id !== terms.ownerId && !isActiveStaff(db, terms.ownerId)) fail('OWNER_NOT_FOUND');
    if (terms.programmeId !== null && before?.programme_id !== terms.programmeId)
      needOpenProgramme(db, terms.programmeId);
    for (const { subject, body } of Object.values(terms.texts)) {
      const [unknown] = unknownFields(`${subject}\n${body}`);
      if (unknown !== undefined) fail('TEMPLATE_FIELD_UNKNOWN', { field: unknown });
    }
    const columns = {
      name: terms.name,
      owner_id: terms.ownerId,
      segment_id: terms.segmentId,
      channel: terms.channel,
      goods_class: terms.goodsClass,
      template_id: terms.template?.id ?? null,
      template_version: terms.template?.version ?? null,
      texts: JSON.stringify(terms.texts),
      starts_on: terms.startsOn,
      ends_on: terms.endsOn,
      sales_days: terms.salesDays,
      programme_id: terms.programmeId,
      updated_at: now,
    };
    if (before === null) {
      const id = newId();
      const number = `K${nextNumber('campaign')}`;
      about('campaign', id);
      insertCampaign(db, { ...columns, id, number, created_by: staff.staffId, created_at: now });
      return { campaignId: id, number, version: 1 };
    }
    // What somebody was written stands fast; its name, owner and days are the shop's own.
    if (before.status !== 'draft' && fixedColumns.some((column) => before[column] !== columns[column]))
      fail('CAMPAIGN_IS_MADE');
    about('campaign', before.id);
    // The action of the programme it belonged to has no campaign any more.
    if (before.programme_id !== columns.programme_id) detachCampaign(db, before.id);
    return {
      campaignId: before.id,
      number: before.number,
      version: updateCampaign(db, before, columns),
    };
  },

  'campaigns.copy': ({ db, now, today, staff, newId, nextNumber, about }, { campaignId, name }) => {
    const before = needCampaign(db, campaignId);
    const id = newId();
    const number = `K${nextNumber('campaign')}`;
    about('campaign', id);
    const { segment_id, channel, goods_class, template_id, template_version, texts, sales_days } = before;
    const programme = before.programme_id === null ? undefined : findProgramme(db, before.programme_id);
    insertCampaign(db, {
      id,
      number,
      name,
      owner_id: isActiveStaff(db, before.owner_id) ? before.owner_id : staff.staffId,
      segment_id,
      channel,
      goods_class,
      template_id,
      template_version,
      texts,
      sales_days,
      programme_id: programme && programme.status !== 'closed' ? programme.id : null,
      leaves_out_others: before.leaves_out_others,
      starts_on: today,
      copied_from_id: before.id,
      created_by: staff.staffId,
      created_at: now,
      updated_at: now,
    });
    return { campaignId: id, number };
  },

  'campaigns.beginFor': (context, { programmeId, actionId }) => {
    const { db, now, today, staff, newId, nextNumber, about } = context;
    const programme = needOpenProgramme(db, programmeId);
    const action = actionId === null ? null : (findAction(db, actionId) ?? fail('ACTION_NOT_FOUND'));
    if (action && (action.programme_id !== programmeId || action.kind !== 'campaign'))
      fail('ACTION_NOT_FOUND');
    if (action && action.campaign_id !== null) fail('ACTION_HAS_CAMPAIGN');
    const ownerId = action?.owner_id ?? programme.owner_id;
    const id = newId();
    const number = `K${nextNumber('campaign')}`;
    about('campaign', id);
    insertCampaign(db, {
      id,
      number,
      name: (action?.what ?? programme.name).slice(0, longestName),
      owner_id: isActiveStaff(db, ownerId) ? ownerId : staff.staffId,
      segment_id: programme.segment_id,
      programme_id: programmeId,
      channel: usual.channel,
      goods_class: usual.goodsClass,
      texts: JSON.stringify(noTexts),
      sales_days: usual.salesDays,
      starts_on: action && action.due_on > today ? action.due_on : today,
      created_by: staff.staffId,
      created_at: now,
      updated_at: now,
    });
    if (action) updateAction(db, action.id, { campaign_id: id, updated_at: now });
    return { campaignId: id, number };
  },

  'campaigns.leaveOutOthers': ({ db, now, about }, { campaignId, leavesOutOthers }) => {
    const before = needCampaign(db, campaignId);
    if (before.status !== 'draft') fail('CAMPAIGN_IS_MADE');
    about('campaign', before.id);
    updateCampaign(db, before, { leaves_out_others: leavesOutOthers ? 1 : 0, updated_at: now });
    return null;
  },

  'campaigns.respond': (context, input) => {
    respondTo(context, input);
    return null;
  },

  'campaigns.close': ({ db, now, about }, { campaignId, lesson }) => {
    const before = needCampaign(db, campaignId);
    if (before.status === 'draft') fail('CAMPAIGN_NOT_MADE');
    if (before.status === 'closed') fail('CAMPAIGN_IS_CLOSED');
    about('campaign', before.id);
    updateCampaign(db, before, {
      status: 'closed',
      closed_at: now,
      lesson: lesson || null,
      updated_at: now,
    });
    return null;
  },

  'campaigns.reopen': ({ db, now, about }, { campaignId }) => {
    const before = needCampaign(db, campaignId);
    if (before.status !== 'closed') fail('CAMPAIGN_NOT_CLOSED');
    about('campaign', before.id);
    updateCampaign(db, before, { status: 'made', closed_at: null, updated_at: now });
    return null;
  },
};

/** What may no longer change once somebody was written to. */
const fixedColumns = ['segment_id', 'channel', 'goods_class', 'texts', 'programme_id'] as const;

/** As long as the contract lets a name be. */
const longestName = 80;
const noText = { subject: '', body: '' };
const noTexts: CampaignTexts = { en: noText, 'zh-Hant': noText, 'zh-Hans': noText };

/** A programme that is not closed; fails otherwise. */
function needOpenProgramme(db: CommandContext['db'], id: string): ProgrammeRow {
  const programme = findProgramme(db, id) ?? fail('PROGRAMME_NOT_FOUND');
  if (programme.status === 'closed') fail('PROGRAMME_CLOSED');
  return programme;
}

function needCampaign(db: CommandContext['db'], id: string): CampaignRow {
  return findCampaign(db, id) ?? fail('CAMPAIGN_NOT_FOUND');
}
