import type { Output } from '@shared/contract';
import type { Campaign, CampaignEntry } from '@shared/contract/campaigns';
import type { CampaignChannel, CampaignResponse, CampaignStatus } from '@shared/domain/campaigns';
import type { GoodsClass } from '@shared/domain/consent-events';
import type { ProgrammeState } from '@shared/domain/programmes';
import { customerOf } from '../customers/cards.sql';
import type { MakingRow, ShownCampaignRow } from './campaigns.sql';
import type { ShownEntryRow } from './entries.sql';

type Bought = Pick<Campaign['figures'], 'bought' | 'amountMinor'>;

/** A row as the contract shows it, with what was bought after it. */
export function campaignOf(row: ShownCampaignRow, currency: string, bought: Bought): Campaign {
  return {
    id: row.id,
    number: row.number,
    name: row.name,
    owner: { id: row.owner_id, name: row.owner_name },
    segment: { id: row.segment_id, name: row.segment_name },
    programme:
      row.programme_id === null
        ? null
        : {
            id: row.programme_id,
            number: row.programme_number ?? '',
            name: row.programme_name ?? '',
            status: row.programme_status as ProgrammeState,
          },
    leavesOutOthers: row.leaves_out_others === 1,
    channel: row.channel as CampaignChannel,
    goodsClass: row.goods_class as GoodsClass,
    template: row.template_id === null ? null : { id: row.template_id, version: row.template_version ?? 0 },
    texts: JSON.parse(row.texts) as Campaign['texts'],
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    salesDays: row.sales_days,
    status: row.status as CampaignStatus,
    madeAt: row.made_at,
    sentAt: row.sent_at,
    closedAt: row.closed_at,
    lesson: row.lesson,
    version: row.version,
    figures: {
      written: row.written,
      answered: row.answered,
      no: row.refused,
      optedOut: row.opted_out,
      notReached: row.not_reached,
      ...bought,
    },
    currency,
  };
}

/** One person of a campaign. */
export function entryOf(row: ShownEntryRow): CampaignEntry {
  return {
    id: row.id,
    campaign: {
      id: row.campaign_id,
      number: row.campaign_number,
      name: row.campaign_name,
      channel: row.channel as CampaignChannel,
      status: row.status as CampaignStatus,
    },
    customer: customerOf(row),
    advisor: { id: row.advisor_id, name: row.advisor_name },
    at: row.at,
    isWritten: row.written_at !== null,
    response: row.response as CampaignResponse | null,
    responseAt: row.response_at,
    words: row.response_words,
    boughtMinor: row.bought_minor > 0 ? row.bought_minor : null,
  };
}

/** One making of files. */
export function makingOf(
  row: MakingRow & { readonly staff_name: string },
): Output<'campaigns.get'>['makings'][number] {
  return {
    id: row.id,
    at: row.at,
    by: { id: row.staff_id, name: row.staff_name },
    kind: row.kind,
    isAgain: row.is_again === 1,
    people: row.people,
    files: row.files,
    isFinished: row.finished_at !== null,
  };
}
