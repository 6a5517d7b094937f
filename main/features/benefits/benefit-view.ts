import type { ItemBenefit } from '@shared/contract/benefits';
import { allowanceOf, benefitYearOf } from '@shared/domain/benefits';
import { versionInForce } from '@shared/domain/guidelines';
import type { ReadableDb } from '../../db/sql';
import type { ItemRow } from '../items/items.sql';
import { findMembership } from '../vip/vip.sql';
import { type BenefitVersion, listBenefits, listBenefitUses } from './benefits.sql';

/** The version of every benefit that holds on a day. */
export function benefitsInForce(db: ReadableDb, day: string): BenefitVersion[] {
  return listBenefits(db)
    .map(({ versions }) => versionInForce(versions, day))
    .filter((one) => one !== undefined);
}

/** The owner's tier; null without a membership. */
export function tierOf(db: ReadableDb, customerId: string): string | null {
  return findMembership(db, customerId)?.tier ?? null;
}

/** What one item has in the year of a day: how often, how often given, what is left. */
export function benefitsOf(
  db: ReadableDb,
  item: ItemRow,
  { terms, tier, day }: { terms: readonly BenefitVersion[]; tier: string | null; day: string },
): ItemBenefit[] {
  const { from, to } = benefitYearOf(item.bought_on, day);
  const given = listBenefitUses(db, item.id).filter(({ used_on }) => used_on >= from && used_on <= to);
  return terms.flatMap((version) => {
    const allowed = allowanceOf(version, { isBoughtHere: item.is_bought_here === 1, tier });
    const uses = given.filter(({ benefit_id }) => benefit_id === version.benefitId);
    if (allowed === 0 && uses.length === 0) return [];
    return {
      benefitId: version.benefitId,
      names: version.names,
      allowed,
      used: uses.length,
      left: Math.max(0, allowed - uses.length),
      until: to,
      isOnRequest: version.isOnRequest,
      uses: uses.map((use) => ({
        id: use.id,
        usedOn: use.used_on,
        by: use.staff_name,
        isBeyond: use.is_beyond === 1,
        reason: use.reason,
      })),
    };
  });
}
