import type { BenefitTermsShape } from '@shared/contract/benefits';
import { addDays, civilDateOf, startOfDay } from '@shared/domain/dates';
import { rowInserter } from '../../db/bulk';
import type { WritableDb } from '../../db/sql';
import { insertBenefit, insertBenefitVersion } from '../benefits/benefits.sql';
import type { Sample, SampleCustomer } from './generator/types';

/** How long the sample shop has had its rules, in days. */
const oldDays = 400;
/** One customer in so many had something done in the last months. */
const oneIn = 17;
const elevenOClockMs = 11 * 3_600_000;

const rules: readonly (Omit<BenefitTermsShape, 'effectiveOn'> & { readonly id: string })[] = [
  {
    id: 'benefit-strap-fit',
    names: { en: 'Strap fit', 'zh-Hant': '調校錶帶', 'zh-Hans': '调整表带' },
    items: 'all',
    perYear: 2,
    tiers: { gold: 4, diamond: 12 },
    isOnRequest: false,
  },
  {
    id: 'benefit-polish',
    names: { en: 'Polish', 'zh-Hant': '打磨', 'zh-Hans': '抛光' },
    items: 'bought-here',
    perYear: 1,
    tiers: { diamond: 2 },
    isOnRequest: true,
  },
];

/** Writes what the sample shop gives free with an item. */
export function insertBenefits(db: WritableDb, { staff }: Sample, now: number): void {
  const managerId = staff.find(({ role }) => role === 'manager')?.id ?? null;
  const effectiveOn = addDays(civilDateOf(now), -oldDays);
  const at = startOfDay(effectiveOn) + elevenOClockMs;
  for (const { id, ...terms } of rules) {
    insertBenefit(db, { id, created_at: at });
    insertBenefitVersion(
      db,
      { ...terms, effectiveOn, id: `${id}-1`, benefitId: id, version: 1 },
      { now: at, staffId: managerId },
    );
  }
}

/** Writes what was given: a strap fit here and there, seldom a polish that was asked for. */
export function benefitWriter(db: WritableDb, now: number): (customer: SampleCustomer) => void {
  const insert = rowInserter(db, 'benefit_uses');
  const today = civilDateOf(now);
  let given = 0;
  return ({ index, items, primaryAdvisorId }) => {
    if (index % oneIn !== 3) return;
    const item = items.find(({ status, source }) => status === 'owned' && source === 'here');
    if (!item) return;
    given += 1;
    const usedOn = addDays(today, -1 - ((given * 13) % 90));
    if (item.acquiredOn !== null && item.acquiredOn > usedOn) return;
    const isPolish = given % 5 === 0;
    insert({
      id: `benefit-use-${index}`,
      benefit_id: isPolish ? 'benefit-polish' : 'benefit-strap-fit',
      version: 1,
      item_id: item.id,
      at: startOfDay(usedOn) + elevenOClockMs,
      used_on: usedOn,
      staff_id: primaryAdvisorId,
      is_requested: isPolish ? 1 : 0,
      is_beyond: 0,
    });
  };
}
