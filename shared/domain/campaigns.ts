/** Campaigns: by which ways they go, who is left out and why, what came of them. */

import type { ContactChannel } from './contact-channels';

/** The ways for which the app can make what goes out. */
export const CAMPAIGN_CHANNELS = ['email', 'sms', 'whatsapp', 'letter', 'phone'] as const;
export type CampaignChannel = (typeof CAMPAIGN_CHANNELS)[number] & ContactChannel;

/** `made`: somebody was written to, so what was said and to whom stands fast. */
export const CAMPAIGN_STATUSES = ['draft', 'made', 'closed'] as const;
export type CampaignStatus = (typeof CAMPAIGN_STATUSES)[number];

/** What is made of an audience; letters and labels may be made together. */
export const MAILING_OUTPUTS = ['letters', 'labels', 'emails', 'messages', 'call-sheets'] as const;
export type MailingOutput = (typeof MAILING_OUTPUTS)[number];

const outputs: Readonly<Record<CampaignChannel, readonly MailingOutput[]>> = {
  email: ['emails'],
  sms: ['messages'],
  whatsapp: ['messages'],
  letter: ['letters', 'labels'],
  phone: ['call-sheets'],
};

/** What can be made for this way. */
export function outputsFor(channel: CampaignChannel): readonly MailingOutput[] {
  return outputs[channel];
}

/** How a campaign begins where nobody says otherwise. */
export const usualCampaign = { channel: 'letter', goodsClass: 'watches', salesDays: 30 } as const;

/** Why somebody of the segment is not written to, in the order in which it is asked. */
export const EXCLUSIONS = [
  /** Written to in this campaign already. */
  'written',
  /** The lot held them out of the programme: what it did is measured by them. */
  'held-out',
  'suppressed',
  'unpermitted',
  'no-address',
  /** Selling rests: an open complaint, a late repair. */
  'paused',
  /** Written to often enough lately. */
  'pressure',
  /** Somebody else at the same address gets it. */
  'duplicate',
] as const;
export type Exclusion = (typeof EXCLUSIONS)[number];

/** What somebody said to it. */
export const CAMPAIGN_RESPONSES = ['answered', 'no', 'opted-out', 'not-reached'] as const;
export type CampaignResponse = (typeof CAMPAIGN_RESPONSES)[number];

/** Where somebody would get it, written so that two at one address are seen to be. */
export function householdKey(channel: CampaignChannel, address: string): string {
  const kind = channel === 'letter' || channel === 'email' ? channel : 'number';
  const plain = address.normalize('NFKC').toLowerCase();
  return `${kind}:${kind === 'number' ? plain.replace(/[^\d+]/g, '') : plain.replace(/[\s,，.。]+/g, '')}`;
}

/** What is still to be filled in by hand: words in square brackets, as the built-in texts have them. */
export function gapsIn(text: string): string[] {
  return [...new Set(text.match(/\[[^\][\n]{1,60}\]/g) ?? [])];
}

/** Who was reached by a campaign, as the results count it. */
export interface CampaignFigures {
  /** Written to or given to be called; those dropped are not among them. */
  readonly written: number;
  readonly answered: number;
  readonly no: number;
  readonly optedOut: number;
  readonly notReached: number;
  /** Customers who bought within the days. */
  readonly bought: number;
  readonly amountMinor: number;
}

/** Said anything at all ÷ written to; null where nobody was written to. An opt-out is an answer, too. */
export function responseRate({
  written,
  answered,
  no,
  optedOut,
}: Pick<CampaignFigures, 'written' | 'answered' | 'no' | 'optedOut'>): number | null {
  return written === 0 ? null : (answered + no + optedOut) / written;
}
