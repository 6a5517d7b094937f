import type { vipContract } from '@shared/contract/vip';
import { civilDateOf } from '@shared/domain/dates';
import type { QueryHandlers } from '../../kernel/handlers';
import { isMinorOn } from '../consents/consents.sql';
import { namesOf } from '../customers/cards.sql';
import {
  type CustomerRow,
  findCustomer,
  findStandingCustomer,
  listStaffNames,
} from '../customers/customers.sql';
import { readSetting } from '../shop/shop.sql';
import { isQualified, pausesOf, standingOf } from './facts';
import { listThinkingDue, neverAskedBySpend } from './vip.sql';

// Beyond these many without a candidate, the rest spent less and will not qualify either.
const mostLookedAt = 400;

export const vipQueries: QueryHandlers<typeof vipContract> = {
  'vip.forCustomer': ({ db, shop, today, fail }, { customerId }) => {
    const customer = findStandingCustomer(db, customerId) ?? fail('CUSTOMER_NOT_FOUND');
    const standing = standingOf(db, shop, customer.id, today);
    const staff = listStaffNames(db);
    const { membership } = standing;
    return {
      ...standing.eligibility,
      currency: shop.currency,
      spendMinor: standing.spendMinor,
      reached: standing.tier,
      next: standing.next,
      membership: membership && {
        cardNumber: membership.card_number,
        tier: membership.tier,
        since: membership.since,
        welcomedAt: membership.welcomed_at,
        welcomedHow: membership.welcomed_how,
      },
      invitations: standing.invitations.map((row) => ({
        id: row.id,
        at: row.at,
        by: staff.get(row.staff_id) ?? null,
        outcome: row.outcome as 'accepted' | 'declined' | 'thinking',
        askAgainOn: row.ask_again_on,
        note: row.note,
      })),
    };
  },
  'vip.invitation': ({ db, shop, today, fail }, { customerId }) => {
    const customer = findStandingCustomer(db, customerId) ?? fail('CUSTOMER_NOT_FOUND');
    const standing = standingOf(db, shop, customer.id, today);
    return {
      person: personOf(customer),
      isMinor: isMinorOn(customer, today),
      isMember: standing.membership !== null,
      pauses: pausesOf(standing.eligibility).filter(({ code }) => code !== 'ALREADY_MEMBER'),
      isQualified: isQualified(standing.eligibility, readSetting(db, 'vipRules').match),
      tier: standing.tier,
    };
  },
  'vip.candidates': ({ db, shop, today }, { limit }) => {
    const found = [];
    let looked = 0;
    for (const id of neverAskedBySpend(db, shop.currency)) {
      looked += 1;
      const { eligibility } = standingOf(db, shop, id, today);
      const customer = eligibility.eligible ? findCustomer(db, id) : undefined;
      if (customer)
        found.push({ person: personOf(customer), reasons: eligibility.reasons, currency: shop.currency });
      if (found.length === limit || looked === mostLookedAt) break;
    }
    return found;
  },
  'vip.followUps': ({ db, shop, today }) =>
    listThinkingDue(db, today).flatMap((row) => {
      const customer = findCustomer(db, row.customer_id);
      if (!customer) return [];
      const since = civilDateOf(row.at, shop.timeZone);
      return [{ person: personOf(customer), since, askOn: row.ask_again_on ?? today, note: row.note }];
    }),
};

function personOf(customer: CustomerRow) {
  return { ...namesOf(customer), id: customer.id, number: customer.number, language: customer.language };
}
