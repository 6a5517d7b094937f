import type { Input } from '@shared/contract';
import type { Campaign } from '@shared/contract/campaigns';
import { usualCampaign } from '@shared/domain/campaigns';

/** What the form of a campaign holds; a segment is chosen before it can be saved. */
export type CampaignValues = Omit<Input<'campaigns.save'>, 'campaignId' | 'version' | 'segmentId'> & {
  readonly segmentId: string | null;
};

const blankText = { subject: '', body: '' };

/** A campaign as its form begins with it. */
export function valuesOf(
  campaign: Campaign | null,
  { today, staffId }: { readonly today: string; readonly staffId: string },
): CampaignValues {
  if (campaign) {
    const { name, channel, goodsClass, template, texts, startsOn, endsOn, salesDays } = campaign;
    return {
      name,
      ownerId: campaign.owner.id,
      segmentId: campaign.segment.id,
      channel,
      goodsClass,
      template,
      texts,
      startsOn,
      endsOn,
      salesDays,
      programmeId: campaign.programme?.id ?? null,
    };
  }
  return {
    name: '',
    ownerId: staffId,
    segmentId: null,
    channel: usualCampaign.channel,
    goodsClass: usualCampaign.goodsClass,
    template: null,
    texts: { en: blankText, 'zh-Hant': blankText, 'zh-Hans': blankText },
    startsOn: today,
    endsOn: null,
    salesDays: usualCampaign.salesDays,
    programmeId: null,
  };
}
