import type { benefitsContract } from '@shared/contract/benefits';
import type { CommandHandlers } from '../../kernel/handlers';
import { findItem } from '../items/items.sql';
import { readSetting } from '../shop/shop.sql';
import { benefitsInForce, benefitsOf, tierOf } from './benefit-view';
import {
  findBenefitUse,
  insertBenefit,
  insertBenefitUse,
  insertBenefitVersion,
  listBenefitVersions,
  undoBenefitUse,
} from './benefits.sql';

export const benefitsCommands: CommandHandlers<typeof benefitsContract> = {
  'benefits.publish': ({ db, now, today, staff, newId, about, fail }, { benefitId, ...terms }) => {
    if (terms.effectiveOn < today) fail('BENEFIT_DAY_PAST');
    const tiers = new Set(readSetting(db, 'vipTiers').map(({ code }) => code));
    if (Object.keys(terms.tiers).some((tier) => !tiers.has(tier))) fail('TIER_NOT_FOUND');
    const [latest] = benefitId === null ? [] : listBenefitVersions(db, benefitId);
    if (benefitId !== null && !latest) fail('BENEFIT_NOT_FOUND');
    const id = benefitId ?? newId();
    const version = (latest?.version ?? 0) + 1;
    about('benefit', id);
    if (!latest) insertBenefit(db, { id, created_at: now });
    insertBenefitVersion(
      db,
      { ...terms, id: newId(), benefitId: id, version },
      { now, staffId: staff.staffId },
    );
    return { benefitId: id, version };
  },

  'benefits.use': (context, { itemId, benefitId, usedOn, isRequested, reason }) => {
    const { db, now, today, staff, newId, about, fail } = context;
    const item = findItem(db, itemId) ?? fail('ITEM_NOT_FOUND');
    if (item.status !== 'owned') fail('ITEM_NOT_THEIRS');
    const day = usedOn ?? today;
    if (day > today) fail('USED_IN_THE_FUTURE');
    const terms = benefitsInForce(db, day).filter((version) => version.benefitId === benefitId);
    const [version] = terms;
    if (!version) return fail('BENEFIT_NOT_FOUND');
    if (version.isOnRequest && !isRequested) fail('BENEFIT_NOT_ASKED');
    const tier = tierOf(db, item.customer_id);
    const left = benefitsOf(db, item, { terms, tier, day })[0]?.left ?? 0;
    if (left === 0 && reason === '') fail('BENEFIT_USED_UP');
    const useId = newId();
    about('item', itemId);
    insertBenefitUse(db, {
      id: useId,
      benefit_id: benefitId,
      version: version.version,
      item_id: itemId,
      at: now,
      used_on: day,
      staff_id: staff.staffId,
      is_requested: isRequested ? 1 : 0,
      is_beyond: left === 0 ? 1 : 0,
      reason: reason || null,
    });
    return { useId };
  },

  'benefits.undoUse': ({ db, now, staff, about, fail }, { useId }) => {
    const use = findBenefitUse(db, useId);
    if (!use || use.undone_at !== null) return fail('BENEFIT_USE_NOT_FOUND');
    about('item', use.item_id);
    undoBenefitUse(db, useId, { now, staffId: staff.staffId });
    return null;
  },
};
