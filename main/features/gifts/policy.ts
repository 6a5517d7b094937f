import { type GiftPolicyVersion, giftPolicySchema } from '@shared/contract/gifts';
import {
  CUSTOMARY_OCCASIONS,
  DEFAULT_GIFT_POLICY,
  type GiftBudget,
  giftBudget,
  giftYear,
} from '@shared/domain/gifts';
import { versionInForce } from '@shared/domain/guidelines';
import type { ReadableDb } from '../../db/sql';
import { findMembership } from '../vip/vip.sql';
import { type GiftPolicyRow, listGiftPolicies, sumGiven } from './gifts.sql';

/** What holds in a shop whose manager wrote no policy yet. */
const first: GiftPolicyVersion = {
  ...giftPolicySchema.parse(DEFAULT_GIFT_POLICY),
  version: 0,
  effectiveOn: '2000-01-01',
  reason: '',
  by: null,
};

const nobody = Object.fromEntries(
  CUSTOMARY_OCCASIONS.map((occasion) => [occasion, [] as string[]]),
) as unknown as GiftPolicyVersion['customary'];

/** Every version, the last first; version 0 is what the app came with. */
export function giftPolicies(db: ReadableDb): GiftPolicyVersion[] {
  return [...listGiftPolicies(db).map(policyOf), first];
}

/** The policy that holds on a day. */
export function giftPolicyOn(db: ReadableDb, day: string): GiftPolicyVersion {
  return versionInForce(giftPolicies(db), day) ?? first;
}

/** The tier of somebody's card today, and what the year of that day has room for. */
export function budgetOf(
  db: ReadableDb,
  customerId: string,
  day: string,
): { tier: string | null; policy: GiftPolicyVersion; budget: GiftBudget } {
  const policy = giftPolicyOn(db, day);
  const tier = findMembership(db, customerId)?.tier ?? null;
  return { tier, policy, budget: giftBudget(policy, tier, sumGiven(db, customerId, giftYear(day))) };
}

function policyOf(row: GiftPolicyRow & { staff_name: string }): GiftPolicyVersion {
  return {
    version: row.version,
    effectiveOn: row.effective_on,
    limits: JSON.parse(row.limits) as GiftPolicyVersion['limits'],
    // Versions that were written before an occasion was known name nobody for it.
    customary: { ...nobody, ...(JSON.parse(row.customary) as Partial<GiftPolicyVersion['customary']>) },
    reason: row.reason,
    by: row.staff_name,
  };
}
