import { type CampaignChannel, type Exclusion, householdKey } from '@shared/domain/campaigns';
import type { GoodsClass } from '@shared/domain/consent-events';
import { consentChannelOf } from '@shared/domain/conversations';
import type { ReadableDb } from '../../db/sql';
import { addressFor } from '../conversations/before-contact.sql';
import { gateOf } from '../conversations/gate.sql';
import { type CustomerRow, findStandingCustomer } from '../customers/customers.sql';
import { heldOutElsewhere, isHeldOut } from '../programmes/members.sql';
import { findProgramme } from '../programmes/programmes.sql';
import type { CampaignRow } from './campaigns.sql';
import { hasEntry, listWrittenCustomers } from './entries.sql';

/** What a contact of a campaign needs to be judged. */
export interface Wanted {
  /** Null where there is no campaign yet (the preview of a new one). */
  readonly campaignId: string | null;
  readonly channel: CampaignChannel;
  readonly goodsClass: GoodsClass;
  /** The programme it is an action of. */
  readonly programmeId: string | null;
  /** Leaves out whoever any other running programme holds out. */
  readonly leavesOutOthers: boolean;
}

/** Whether somebody gets it; who does not has the first reason that holds. */
export interface Verdict {
  readonly customer: CustomerRow;
  readonly address: string | null;
  readonly exclusion: Exclusion | null;
  /** The rules' own word for it: a reason of consent, an obstacle of the gate, the name of the programme. */
  readonly why: string | null;
  /** Another running programme that holds out somebody who gets it, by name. */
  readonly comparedIn: string | null;
  /** The message must tell of the right to opt out (s.35F). */
  readonly isNoticeDue: boolean;
}

/** A stored campaign as the rules take it. */
export function wantedOf(campaign: CampaignRow): Wanted {
  return {
    campaignId: campaign.id,
    channel: campaign.channel as CampaignChannel,
    goodsClass: campaign.goods_class as GoodsClass,
    programmeId: campaign.programme_id,
    leavesOutOthers: campaign.leaves_out_others === 1,
  };
}

/**
 * Judges one customer by the lot, the law, the address, the house's restraint, and then by who else at the address has it:
 * `households` are the addresses that are taken. Null where the record is gone.
 *
 * Whoever the campaign's own programme holds out never gets it: it is what the programme does, and they show what happens
 * without. Of every other running programme the comparison group gets a campaign like everybody else unless somebody chose
 * otherwise. The lot made the two groups alike, and what reaches both alike leaves their difference to the programme; a
 * campaign that passes only the comparison group over would be counted as the programme's own success. They are told apart
 * (`comparedIn`), so that who makes a campaign that does the same as another programme can leave its group out.
 */
export function verdictOn(
  db: ReadableDb,
  customerId: string,
  { campaignId, channel, goodsClass, programmeId, leavesOutOthers }: Wanted,
  { now, households }: { readonly now: number; readonly households: ReadonlySet<string> },
): Verdict | null {
  const customer = findStandingCustomer(db, customerId);
  if (!customer || customer.deleted_at !== null) return null;
  const address = addressFor(db, customer, channel);
  const not = (exclusion: Exclusion, why: string | null = null): Verdict => ({
    customer,
    address,
    exclusion,
    why,
    comparedIn: null,
    isNoticeDue: false,
  });
  if (campaignId !== null && hasEntry(db, campaignId, customer.id)) return not('written');
  if (programmeId !== null && isHeldOut(db, customer.id, programmeId))
    return not('held-out', findProgramme(db, programmeId)?.name ?? null);
  const comparedIn = heldOutElsewhere(db, customer.id, programmeId);
  if (comparedIn !== null && leavesOutOthers) return not('held-out', comparedIn);
  const gate = gateOf(db, customer.id, { channel: consentChannelOf(channel), goodsClass, now });
  if (gate.state === 'closed')
    return gate.reason === 'SUPPRESSED' ? not('suppressed') : not('unpermitted', gate.reason);
  if (address === null) return not('no-address');
  const pause = gate.obstacles.find((obstacle) => obstacle !== 'pressure');
  if (pause) return not('paused', pause);
  if (gate.obstacles.length > 0) return not('pressure');
  if (households.has(householdKey(channel, address))) return not('duplicate');
  const isNoticeDue = gate.firstUseNoticeDue;
  return { customer, address, exclusion: null, why: null, comparedIn, isNoticeDue };
}

/** True while the law still lets this contact go out: asked of what was claimed before its file is written. */
export function isStillPermitted(
  db: ReadableDb,
  customerId: string,
  { channel, goodsClass }: Pick<Wanted, 'channel' | 'goodsClass'>,
  now: number,
): { ok: boolean; isNoticeDue: boolean } {
  const gate = gateOf(db, customerId, { channel: consentChannelOf(channel), goodsClass, now });
  return { ok: gate.state !== 'closed', isNoticeDue: gate.firstUseNoticeDue };
}

/** The addresses at which somebody has it. */
export function takenHouseholds(db: ReadableDb, campaign: CampaignRow): Set<string> {
  const channel = campaign.channel as CampaignChannel;
  const taken = new Set<string>();
  for (const id of listWrittenCustomers(db, campaign.id)) {
    const customer = findStandingCustomer(db, id);
    const address = customer && addressFor(db, customer, channel);
    if (address) taken.add(householdKey(channel, address));
  }
  return taken;
}
