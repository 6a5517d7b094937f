import { setImmediate as breathe, setTimeout as sleep } from 'node:timers/promises';
import type { CampaignTexts } from '@shared/contract/campaigns';
import { householdKey } from '@shared/domain/campaigns';
import type { SegmentRule } from '@shared/domain/segments';
import { Failure } from '../../kernel/errors';
import type { ActionContext, CommandContext } from '../../kernel/handlers';
import { logConversation } from '../conversations/conversations.sql';
import { listSegmentMembers } from '../segments/segments.sql';
import { takenHouseholds, type Verdict, verdictOn, wantedOf } from './audience';
import {
  type CampaignRow,
  findCampaign,
  insertMaking,
  type MakingRow,
  updateCampaign,
} from './campaigns.sql';
import { advisorFor, composeFor, textOf } from './compose';
import { insertEntry } from './entries.sql';

/** People written in one transaction: few, so that nobody at the counter waits for it. */
const claimedAtOnce = 20;
/** People looked at before the window gets its turn. */
const lookedAtOnce = 25;
const busyTries = 100;

type Context = Pick<ActionContext, 'db' | 'now' | 'today' | 'signal' | 'progress' | 'transact'>;

/** Walks over a segment, judging everybody; hands back the verdicts and lets the window have its turn in between. */
export async function* judgeAll(
  { db, now, today, signal, progress }: Omit<Context, 'transact'>,
  campaign: CampaignRow,
  rule: SegmentRule,
): AsyncGenerator<Verdict> {
  const wanted = wantedOf(campaign);
  const households = takenHouseholds(db, campaign);
  let looked = 0;
  for (const id of listSegmentMembers(db, rule, { now, today })) {
    const verdict = verdictOn(db, id, wanted, { now, households });
    if (verdict) {
      if (verdict.exclusion === null && verdict.address !== null)
        households.add(householdKey(wanted.channel, verdict.address));
      yield verdict;
    }
    looked += 1;
    if (looked % lookedAtOnce === 0) {
      progress('campaigns.step.looking', looked, null);
      await breathe();
      if (signal.aborted) throw new Failure('CANCELLED');
    }
  }
}

/**
 * Claims everybody who may be written to, in short transactions in which the rules are asked once more: the conversation logs
 * itself, and the claim keeps a second run from writing to them again. Returns how many; stops with CANCELLED, and what was
 * claimed until then stays.
 */
export async function claimAll(
  context: Context,
  campaign: CampaignRow,
  making: Pick<MakingRow, 'id' | 'kind'>,
  rule: SegmentRule,
): Promise<number> {
  let claimed = 0;
  let waiting: string[] = [];
  let isBegun = false;
  const claim = async () => {
    const ids = waiting;
    waiting = [];
    if (ids.length === 0) return;
    claimed += await patiently(() =>
      context.transact((transaction) => {
        if (!isBegun) beginMaking(transaction, campaign, making, rule);
        return claimSome(transaction, campaign, making.id, ids);
      }),
    );
    isBegun = true;
    context.progress('campaigns.step.claiming', claimed, null);
    await breathe();
  };
  for await (const { customer, exclusion } of judgeAll(context, campaign, rule)) {
    if (exclusion === null) waiting.push(customer.id);
    if (waiting.length === claimedAtOnce) await claim();
  }
  await claim();
  return claimed;
}

/** Another writer is let go first, as everybody at the counter is. */
export async function patiently<T>(work: () => T): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return work();
    } catch (error) {
      const { code } = error as { code?: string };
      if (tries === busyTries || !(code === 'BUSY' || code?.startsWith('SQLITE_BUSY'))) throw error;
      await sleep(50);
    }
  }
}

/** Notes that names are about to leave the database, and that what the campaign says stands fast from now on. */
export function beginMaking(
  { db, now, staff, about }: CommandContext,
  { id }: CampaignRow,
  making: Pick<MakingRow, 'id' | 'kind'>,
  rule: SegmentRule,
  isAgain = false,
): void {
  about('campaign', id);
  insertMaking(db, {
    id: making.id,
    kind: making.kind,
    campaign_id: id,
    at: now,
    staff_id: staff.staffId,
    rule: JSON.stringify(rule),
    is_again: isAgain ? 1 : 0,
  });
  const campaign = findCampaign(db, id);
  if (campaign?.status === 'draft')
    updateCampaign(db, campaign, { status: 'made', made_at: now, updated_at: now });
}

function claimSome(
  context: CommandContext,
  campaign: CampaignRow,
  makingId: string,
  customerIds: readonly string[],
): number {
  const { db, now, today, newId, about } = context;
  about('campaign', campaign.id);
  const wanted = wantedOf(campaign);
  const texts = JSON.parse(campaign.texts) as CampaignTexts;
  let claimed = 0;
  for (const customerId of customerIds) {
    const verdict = verdictOn(db, customerId, wanted, { now, households: new Set() });
    if (!verdict || verdict.exclusion !== null) continue;
    const { customer, isNoticeDue } = verdict;
    const advisorId = advisorFor(customer, campaign.owner_id);
    const message = composeFor(db, {
      customer,
      channel: wanted.channel,
      texts,
      advisorId,
      isNoticeDue,
      today,
    });
    const isCall = wanted.channel === 'phone';
    const { conversationId } = logConversation(context, {
      customerId: customer.id,
      channel: wanted.channel,
      direction: 'out',
      purpose: 'selling',
      goodsClass: wanted.goodsClass,
      subject: message.subject,
      // On the telephone the text is what to say; what was said is noted after the call.
      words: isCall ? '' : textOf(message),
      outcome: null,
      isPrepared: true,
      hasNotice: isNoticeDue && !isCall,
      template:
        campaign.template_id === null
          ? null
          : { id: campaign.template_id, version: campaign.template_version ?? 0 },
      origin: { kind: 'campaign', id: campaign.id },
    });
    insertEntry(db, {
      id: newId(),
      campaign_id: campaign.id,
      customer_id: customer.id,
      asked_id: customer.id,
      making_id: makingId,
      conversation_id: conversationId,
      advisor_id: advisorId,
      is_call: isCall ? 1 : 0,
      at: now,
    });
    claimed += 1;
  }
  return claimed;
}
