import type { campaignsContract } from '@shared/contract/campaigns';
import { unknownFields } from '@shared/domain/templates';
import { fail } from '../../kernel/errors';
import type { CommandContext, CommandHandlers } from '../../kernel/handlers';
import { isActiveStaff } from '../customers/customers.sql';
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
    const { owner_id, segment_id, channel, goods_class, template_id, template_version, texts, sales_days } =
      before;
    insertCampaign(db, {
      id,
      number,
      name,
      owner_id: isActiveStaff(db, owner_id) ? owner_id : staff.staffId,
      segment_id,
      channel,
      goods_class,
      template_id,
      template_version,
      texts,
      sales_days,
      starts_on: today,
      copied_from_id: before.id,
      created_by: staff.staffId,
      created_at: now,
      updated_at: now,
    });
    return { campaignId: id, number };
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
const fixedColumns = ['segment_id', 'channel', 'goods_class', 'texts'] as const;

function needCampaign(db: CommandContext['db'], id: string): CampaignRow {
  return findCampaign(db, id) ?? fail('CAMPAIGN_NOT_FOUND');
}
