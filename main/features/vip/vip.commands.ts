import type { vipContract } from '@shared/contract/vip';
import { mayContact } from '@shared/domain/consent';
import { CHANNELS, GOODS_CLASSES } from '@shared/domain/consent-events';
import { addDays } from '@shared/domain/dates';
import type { ReadableDb } from '../../db/sql';
import { fail } from '../../kernel/errors';
import type { CommandContext, CommandHandlers } from '../../kernel/handlers';
import { captureConsent, needCustomer, noteAnswer } from '../consents/capture.sql';
import { permissionsOf } from '../consents/consents.sql';
import { settleWritten } from '../conversations/written.sql';
import { findCurrentNotice } from '../notices/notices.sql';
import { readSetting } from '../shop/shop.sql';
import { isQualified, pausesOf, standingOf, type VipStanding } from './facts';
import { findMembership, insertInvitation, insertMembership, updateWelcomed } from './vip.sql';

export const vipCommands: CommandHandlers<typeof vipContract> = {
  'vip.invite': (context, input) => {
    const { db, shop, now, today, newId, staff, about } = context;
    const customer = needCustomer(db, input.customerId);
    about('customer', customer.id);
    const standing = standingOf(db, shop, customer.id, today);
    checkMayAsk(db, standing, input.isCustomersWish);
    const invitationId = newId();
    insertInvitation(db, {
      id: invitationId,
      customer_id: customer.id,
      staff_id: staff.staffId,
      at: now,
      outcome: input.outcome,
      reasons: JSON.stringify(standing.eligibility.reasons),
      note: input.note?.trim() || null,
      ask_again_on: input.askAgainOn ?? thinkingUntil(db, input.outcome, today),
    });
    if (input.outcome !== 'accepted') {
      // A no to the card must not take back an earlier yes to messages; withdrawing is its own, one tap away.
      const kind = input.outcome;
      if (kind === 'thinking' || !isAnythingPermitted(db, customer.id, now))
        noteAnswer(context, customer.id, kind, findCurrentNotice(db, 'vip', input.language) ?? null);
      return { cardNumber: null, tier: null, confirmationDueAt: null };
    }
    if (!input.consent) return fail('VIP_CONSENT_NEEDED');
    const { confirmationDueAt } = captureConsent(context, customer, input.consent);
    const cardNumber = addMember(context, customer.id, standing.tier, invitationId);
    return { cardNumber, tier: standing.tier, confirmationDueAt };
  },
  'vip.markWelcomed': (context, { customerId }) => {
    const { db, now, about } = context;
    const customer = needCustomer(db, customerId);
    about('customer', customer.id);
    const membership = findMembership(db, customer.id) ?? fail('NOT_A_MEMBER');
    updateWelcomed(db, membership.id, { welcomed_at: now, welcomed_how: 'printed' });
    settleWritten(context, {
      origin: { kind: 'vip', id: membership.id },
      channel: 'letter',
      outcome: 'sent',
    });
    return null;
  },
};

/** Refuses what the shop's rules forbid; a customer who asks by himself is not held to his own no. */
function checkMayAsk(
  db: ReadableDb,
  { eligibility, membership }: VipStanding,
  isCustomersWish: boolean,
): void {
  if (membership) fail('ALREADY_MEMBER');
  if (!isQualified(eligibility, readSetting(db, 'vipRules').match)) fail('VIP_NOT_YET');
  for (const { code } of pausesOf(eligibility)) {
    if (code === 'OPEN_COMPLAINT') fail('VIP_NOT_YET');
    if (!isCustomersWish) fail('VIP_ASKED_TOO_SOON');
  }
}

function thinkingUntil(db: ReadableDb, outcome: string, today: string): string | null {
  if (outcome !== 'thinking') return null;
  return addDays(today, readSetting(db, 'vipRules').thinkingFollowUpDays);
}

function isAnythingPermitted(db: ReadableDb, customerId: string, now: number): boolean {
  const permissions = permissionsOf(db, customerId, now);
  return CHANNELS.some((channel) =>
    GOODS_CLASSES.some((goods) => {
      const verdict = mayContact(permissions, { purpose: 'direct-marketing', channel, class: goods });
      return verdict.ok || verdict.reason === 'ORAL_AWAITING_CONFIRMATION';
    }),
  );
}

function addMember(
  { db, now, today, newId, nextNumber }: CommandContext,
  customerId: string,
  tier: string,
  invitationId: string,
): string {
  const cardNumber = `V${nextNumber('card')}`;
  insertMembership(db, {
    id: newId(),
    customer_id: customerId,
    card_number: cardNumber,
    tier,
    since: today,
    invitation_id: invitationId,
    created_at: now,
  });
  return cardNumber;
}
