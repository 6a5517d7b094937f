import { addMonths, civilDateOf } from '@shared/domain/dates';
import { rhythm } from '@shared/domain/purchases';
import {
  tierFor,
  type VipEligibility,
  type VipFacts,
  type VipInvitation,
  vipEligibility,
} from '@shared/domain/vip';
import type { ReadableDb } from '../../db/sql';
import type { ShopHandle } from '../../kernel/shop-handle';
import { countOpenComplaints } from '../complaints/complaints.sql';
import { listSalesForNetting } from '../sales/sales.sql';
import { readSetting } from '../shop/shop.sql';
import { findMembership, type InvitationRow, listInvitations, type MembershipRow } from './vip.sql';

/** Everything the VIP rules say about one customer today. */
export interface VipStanding {
  readonly eligibility: VipEligibility;
  readonly spendMinor: number;
  readonly tier: string;
  readonly next: { readonly tier: string; readonly missingMinor: number } | null;
  readonly membership: MembershipRow | null;
  readonly invitations: readonly InvitationRow[];
}

/**
 * Reads the receipts and the shop's rules and says who may be invited and why. Receipts in another currency than the
 * shop's count as visits and not as spend, for no rate is known.
 */
export function standingOf(
  db: ReadableDb,
  { timeZone, currency }: Pick<ShopHandle, 'timeZone' | 'currency'>,
  customerId: string,
  today: string,
): VipStanding {
  const sales = listSalesForNetting(db, customerId);
  const from = addMonths(today, -24);
  let lifetimeMinor = 0;
  let last24MonthsMinor = 0;
  for (const sale of sales) {
    if (sale.currency !== currency) continue;
    for (const line of sale.lines) {
      lifetimeMinor += line.totalMinor;
      if (sale.soldOn > from) last24MonthsMinor += line.totalMinor;
    }
  }
  const membership = findMembership(db, customerId) ?? null;
  const invitations = listInvitations(db, customerId);
  const facts: VipFacts = {
    today,
    lifetimeMinor,
    last24MonthsMinor,
    visits: rhythm(sales).visitDays.length,
    openComplaints: countOpenComplaints(db, customerId),
    isMember: membership !== null,
    lastInvitation: lastInvitation(invitations, timeZone),
  };
  const tiers = readSetting(db, 'vipTiers');
  const { tier, next, missingMinor } = tierFor(lifetimeMinor, tiers);
  return {
    eligibility: vipEligibility(facts, readSetting(db, 'vipRules')),
    spendMinor: lifetimeMinor,
    tier: tier?.code ?? tiers[0]?.code ?? '',
    next: next && { tier: next.code, missingMinor: missingMinor ?? 0 },
    membership,
    invitations,
  };
}

function lastInvitation(invitations: readonly InvitationRow[], timeZone: string): VipInvitation | null {
  const [last] = invitations;
  if (!last) return null;
  return {
    outcome: last.outcome as VipInvitation['outcome'],
    on: civilDateOf(last.at, timeZone),
    askAgainOn: last.ask_again_on,
  };
}

const pauseCodes: ReadonlySet<string> = new Set([
  'ALREADY_MEMBER',
  'OPEN_COMPLAINT',
  'DECLINED_UNTIL',
  'THINKING_UNTIL',
]);

/** What forbids asking today, apart from the thresholds. */
export function pausesOf({ notYet }: VipEligibility): VipEligibility['notYet'] {
  return notYet.filter((entry) => pauseCodes.has(entry.code));
}

/** True when the thresholds are reached, whatever pauses there are. */
export function isQualified(eligibility: VipEligibility, match: 'any' | 'all'): boolean {
  if (match === 'any') return eligibility.reasons.length > 0;
  return eligibility.notYet.every((entry) => pauseCodes.has(entry.code));
}
