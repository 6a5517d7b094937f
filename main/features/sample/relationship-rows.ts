import { type Channel, DATA_KIND_OF_CHANNEL, type GoodsClass } from '@shared/domain/consent-events';
import { addDays, civilDateOf } from '@shared/domain/dates';
import { rowInserter } from '../../db/bulk';
import type { WritableDb } from '../../db/sql';
import { newId } from '../../kernel/ids';
import type { NoticeRow } from '../notices/notices.sql';
import { signatureStrokes } from './generator/signature';
import type { ConsentGoods, SampleConsent, SampleCustomer, SampleNeed } from './generator/types';

/** Writes what a customer looked for, and what was shown. */
export function needWriter(db: WritableDb, currency: string): (customer: SampleCustomer) => void {
  const insertNeed = rowInserter(db, 'needs');
  const insertRecommendation = rowInserter(db, 'recommendations');
  return (customer) => {
    for (const need of customer.needs) insertNeed(needRow(need, customer.id, currency));
    for (const shown of customer.recommendations) {
      insertRecommendation({
        id: shown.id,
        customer_id: customer.id,
        need_id: shown.needId,
        product_id: shown.productId,
        staff_id: shown.staffId,
        at: shown.at,
        outcome: shown.outcome,
        outcome_at: shown.outcomeAt,
        reasons: '[]',
        note: null,
        sale_id: shown.saleId,
      });
    }
  };
}

function needRow(need: SampleNeed, customerId: string, currency: string) {
  const wishes = { metal: need.metal, dial: need.colour };
  return {
    id: need.id,
    customer_id: customerId,
    staff_id: need.staffId,
    at: need.at,
    seen: need.seen,
    asked: need.asked,
    answered: need.answered,
    occasion: need.occasion,
    for_whom: need.forWhom,
    budget_min_minor: need.budgetMin,
    budget_max_minor: need.budgetMax,
    currency,
    by_date: need.byOn,
    brand: need.brand,
    category: need.category,
    reference: null,
    attributes: JSON.stringify(Object.fromEntries(Object.entries(wishes).filter(([, value]) => value))),
    is_discreet: need.forWhom === 'spouse' ? 1 : 0,
    status: need.state,
    status_reason: need.reason,
    postponed_until: need.postponedUntilOn,
    sale_id: need.saleId,
    version: 1,
    updated_at: need.closedAt ?? need.at,
    closed_at: need.closedAt,
    deleted_at: null,
  };
}

const goodsClasses: Record<ConsentGoods, GoodsClass> = {
  watches: 'watches',
  'straps-accessories': 'straps',
  gifts: 'gifts',
  'service-reminders': 'after-sales-services',
  events: 'events',
};

type Event = Parameters<ReturnType<typeof rowInserter<'consent_events'>>>[0];

/** Writes consent events under the notices of this shop; `notices` are the current ones by language. */
export function consentWriter(
  db: WritableDb,
  notices: ReadonlyMap<string, NoticeRow>,
): (customer: SampleCustomer) => void {
  const insert = rowInserter(db, 'consent_events');
  let seq = 0;
  const write = (event: Omit<Event, 'seq' | 'recorded_at'>) => {
    seq += 1;
    insert({ ...event, seq, recorded_at: event.at } as Event);
  };
  return (customer) => {
    const events = customer.consents.flatMap((consent) =>
      eventsOf(consent, customer, notices.get(consent.language)),
    );
    for (const event of events.sort((a, b) => Number(a.at) - Number(b.at))) write(event);
  };
}

function eventsOf(
  consent: SampleConsent,
  customer: SampleCustomer,
  notice: NoticeRow | undefined,
): Omit<Event, 'seq' | 'recorded_at'>[] {
  const isGiven = consent.event === 'given';
  const base = {
    id: consent.id,
    customer_id: customer.id,
    kind: consent.event as string,
    regime: 'hk-pdpo',
    purpose: consent.purpose as string,
    channels: isGiven ? JSON.stringify(consent.channels) : '"all"',
    data_kinds: isGiven ? JSON.stringify(dataKindsOf(consent)) : '[]',
    goods_classes: isGiven ? JSON.stringify(consent.goods.map((goods) => goodsClasses[goods])) : '"all"',
    recipients: '[]',
    for_gain: 0,
    form: isGiven ? consent.form : null,
    notice_id: isGiven ? (notice?.id ?? null) : null,
    notice_version: isGiven ? (notice?.version ?? null) : null,
    language: consent.language as string,
    signature: consent.signatureSeed === null ? null : JSON.stringify(signatureOf(consent.signatureSeed)),
    notice_hash: isGiven ? (notice?.hash ?? null) : null,
    parent_name: null,
    is_minor: 0,
    refers_to_id: null as string | null,
    confirmation_due_at: consent.confirmationDueAt,
    note: consent.words,
    staff_id: consent.staffId,
    at: consent.at,
  };
  const bare = {
    ...base,
    form: null,
    notice_id: null,
    notice_version: null,
    signature: null,
    notice_hash: null,
  };
  const later = (kind: string, at: number | null, channel: string | null) =>
    at === null
      ? []
      : [
          {
            ...bare,
            id: newId(),
            kind,
            channels: JSON.stringify([channel ?? 'post']),
            data_kinds: '[]',
            goods_classes: '[]',
            refers_to_id: consent.id,
            confirmation_due_at: null,
            note: null,
            at,
          },
        ];
  return [
    base,
    ...later('confirmation-sent', consent.confirmationSentAt, consent.confirmationChannel),
    ...later('first-use-notice', consent.firstUseNoticeAt, consent.channels[0] ?? null),
  ];
}

/** What the grant names, and what its channels use (PDPO s.35C(2)(b)). */
function dataKindsOf({ channels }: SampleConsent): string[] {
  return [
    ...new Set([
      'name',
      'purchase-history',
      ...channels.map((channel) => DATA_KIND_OF_CHANNEL[channel as Channel]),
    ]),
  ];
}

function signatureOf(seed: number) {
  const strokes = signatureStrokes(seed).map((stroke) => stroke.map(([x, y]) => [x, y]));
  return { width: 400, height: 120, strokes };
}

/** Writes who was invited to VIP and who joined. */
export function vipWriter(db: WritableDb): (customer: SampleCustomer) => void {
  const insertInvitation = rowInserter(db, 'vip_invitations');
  const insertMembership = rowInserter(db, 'vip_memberships');
  return ({ id, vip }) => {
    for (const invitation of vip.invitations) {
      const on = civilDateOf(invitation.at);
      insertInvitation({
        id: invitation.id,
        customer_id: id,
        staff_id: invitation.staffId,
        at: invitation.at,
        outcome: invitation.outcome === 'open' ? 'thinking' : invitation.outcome,
        reasons: '[]',
        note: null,
        ask_again_on:
          invitation.outcome === 'open' || invitation.outcome === 'thinking' ? addDays(on, 14) : null,
      });
    }
    const { membership } = vip;
    if (!membership) return;
    insertMembership({
      id: membership.id,
      customer_id: id,
      card_number: membership.cardNo,
      tier: membership.tier,
      since: civilDateOf(membership.joinedAt),
      invitation_id: membership.invitationId,
      welcomed_at: membership.joinedAt,
      welcomed_how: membership.welcome === 'printed' ? 'printed' : 'email',
      ended_on: membership.endedAt === null ? null : civilDateOf(membership.endedAt),
      end_reason: null,
      created_at: membership.joinedAt,
    });
  };
}
