import type { giftsContract } from '@shared/contract/gifts';
import { giftBudget, giftYear, suggestGifts } from '@shared/domain/gifts';
import type { ReadableDb } from '../../db/sql';
import type { QueryHandlers } from '../../kernel/handlers';
import { findStandingCustomer } from '../customers/customers.sql';
import { findPreferences } from '../customers/details.sql';
import { readSetting } from '../shop/shop.sql';
import { findMembership } from '../vip/vip.sql';
import { giftKindOf, giftOf } from './gift-view';
import {
  findGiftPicture,
  isOwnRecord,
  listGiftKinds,
  listGiftMovements,
  listGiftsOf,
  listGivenKinds,
} from './gifts.sql';
import { budgetOf, giftPolicies, giftPolicyOn } from './policy';
import { giftYearOf } from './year';

export const giftsQueries: QueryHandlers<typeof giftsContract> = {
  'gifts.kinds': ({ db }, { withRetired }) => listGiftKinds(db, withRetired).map(giftKindOf),

  'gifts.picture': ({ db }, { kindId }) => {
    const found = findGiftPicture(db, kindId);
    return found?.picture && found.picture_mime
      ? { mime: found.picture_mime, base64: Buffer.from(found.picture).toString('base64') }
      : null;
  },

  'gifts.movements': ({ db }, { kindId, limit }) =>
    listGiftMovements(db, kindId, limit).map((row) => ({
      id: row.id,
      at: row.at,
      by: row.staff_name,
      kind: row.kind as 'received',
      quantity: row.quantity,
      counted: row.counted,
      reason: row.reason,
      giftNumber: row.gift_number,
    })),

  'gifts.policy': ({ db, shop, today }) => {
    const versions = giftPolicies(db);
    const inForce = giftPolicyOn(db, today);
    return {
      inForce,
      coming: versions.find(({ version }) => version > inForce.version) ?? null,
      versions,
      tiers: readSetting(db, 'vipTiers').map(({ code }) => code),
      currency: shop.currency,
    };
  },

  'gifts.suggest': ({ db, shop, staff, today, fail }, { customerId, occasion, on }) => {
    const customer = findStandingCustomer(db, customerId) ?? fail('CUSTOMER_NOT_FOUND');
    const { tier, budget } = budgetOf(db, customer.id, on ?? today);
    const kinds = listGiftKinds(db, false).map(giftKindOf);
    const suggestions = suggestGifts(kinds, {
      occasion,
      budget,
      tastes: tastesOf(db, customer.id),
      givenKinds: new Set(listGivenKinds(db, customer.id)),
    });
    const byId = new Map(kinds.map((kind) => [kind.id, kind]));
    return {
      tier,
      currency: shop.currency,
      budget,
      isOwnRecord: isOwnRecord(db, staff.staffId, customer.id),
      suggestions: suggestions.flatMap(({ kindId, isPastLimit, reasons }) => {
        const kind = byId.get(kindId);
        return kind ? [{ kind, isPastLimit, reasons: [...reasons] }] : [];
      }),
    };
  },

  'gifts.forCustomer': ({ db, shop, today, fail }, { customerId }) => {
    const customer = findStandingCustomer(db, customerId) ?? fail('CUSTOMER_NOT_FOUND');
    const gifts = listGiftsOf(db, customer.id).map(giftOf);
    const years = new Map<number, { gifts: number; costMinor: number }>();
    for (const { givenOn, costMinor, takenBack } of gifts) {
      if (takenBack) continue;
      const year = Number(givenOn.slice(0, 4));
      const sum = years.get(year) ?? { gifts: 0, costMinor: 0 };
      years.set(year, { gifts: sum.gifts + 1, costMinor: sum.costMinor + costMinor });
    }
    const tier = findMembership(db, customer.id)?.tier ?? null;
    const given = years.get(Number(giftYear(today).from.slice(0, 4)))?.costMinor ?? 0;
    return {
      gifts,
      budget: giftBudget(giftPolicyOn(db, today), tier, given),
      years: [...years].map(([year, sum]) => ({ year, ...sum })).sort((a, b) => b.year - a.year),
      currency: shop.currency,
    };
  },

  'gifts.year': ({ db, shop }, { year }) => giftYearOf(db, year, shop.currency),
};

/**
 * What the customer likes, in their own preferences and nowhere else: what is known of those who belong to them, or was
 * bought as a present, would give a secret away.
 */
function tastesOf(db: ReadableDb, customerId: string): string[] {
  const found = findPreferences(db, customerId);
  if (!found) return [];
  const list = (json: string) => JSON.parse(json) as string[];
  return [
    ...list(found.colours),
    ...list(found.metals),
    ...list(found.brands),
    ...(found.strap ? [found.strap] : []),
  ];
}
