import type { FollowUpRuleShape, plansContract } from '@shared/contract/plans';
import { laterBy } from '@shared/domain/plans';
import type { QueryHandlers } from '../../kernel/handlers';
import { findStandingCustomer } from '../customers/customers.sql';
import { readSetting } from '../shop/shop.sql';
import { cadenceOf, clockRange, contactPlanOf, tierPlanOf } from './contact-plan';
import { listFollowUps } from './follow-ups.sql';
import { countClocks, countMembers, listTierPlans } from './plans.sql';
import { countOpenByRule, listRuleVersions, type RuleRow } from './rules.sql';

const mostShown = 100;

export const plansQueries: QueryHandlers<typeof plansContract> = {
  'plans.forCustomer': ({ db, shop, now, today, fail }, { customerId }) => {
    const customer = findStandingCustomer(db, customerId) ?? fail('CUSTOMER_NOT_FOUND');
    const { timeZone } = shop;
    const list = (isOpen: boolean) => listFollowUps(db, customer.id, { isOpen, timeZone, limit: mostShown });
    return {
      plan: contactPlanOf(db, customer, { now, today, timeZone }),
      open: list(true),
      ended: list(false),
    };
  },

  'plans.tiers': ({ db, shop, today }) => {
    const plans = listTierPlans(db);
    const members = countMembers(db);
    const known = readSetting(db, 'vipTiers').map(({ code }) => code);
    const names = [...new Set([...known, ...members.keys(), ...plans.keys()])];
    return names.map((tier) => {
      const plan = plans.get(tier);
      const cadence = plan ? cadenceOf(plan) : null;
      const filter = cadence && {
        plan: `tier ${tier}`,
        staffId: null,
        ...clockRange({ from: '', to: today }, cadence, shop.timeZone),
      };
      return {
        tier,
        members: members.get(tier) ?? 0,
        due: filter ? countClocks(db, filter) : 0,
        plan: plan ? tierPlanOf(plan) : null,
      };
    });
  },

  'plans.rules': ({ db }) => {
    const open = countOpenByRule(db);
    const byRule = new Map<string, RuleRow[]>();
    for (const row of listRuleVersions(db))
      byRule.set(row.rule_id, [...(byRule.get(row.rule_id) ?? []), row]);
    return [...byRule.values()]
      .flatMap(([current, ...before]) =>
        current
          ? [{ ...ruleOf(current), open: open.get(current.rule_id) ?? 0, versions: before.map(ruleOf) }]
          : [],
      )
      .sort(byTime);
  },
};

/** Those after a purchase first, each in the order of days. */
function byTime(a: FollowUpRuleShape, b: FollowUpRuleShape): number {
  const day = ({ delay, unit }: FollowUpRuleShape) => laterBy('2000-01-01', { every: delay, unit });
  if (a.after !== b.after) return a.after === 'purchase' ? -1 : 1;
  return day(a) < day(b) ? -1 : day(a) > day(b) ? 1 : 0;
}

function ruleOf(row: RuleRow): FollowUpRuleShape {
  return {
    ruleId: row.rule_id,
    version: row.version,
    kind: row.kind as FollowUpRuleShape['kind'],
    name: row.name,
    after: row.after as FollowUpRuleShape['after'],
    delay: row.delay,
    unit: row.unit as FollowUpRuleShape['unit'],
    categories: JSON.parse(row.categories) as string[],
    channel: row.channel as FollowUpRuleShape['channel'],
    who: row.who as FollowUpRuleShape['who'],
    purpose: row.purpose as FollowUpRuleShape['purpose'],
    isOn: row.is_on === 1,
    startsOn: row.starts_on,
    madeBy: row.made_by ? { id: row.made_by, name: row.maker ?? '' } : null,
    madeAt: row.made_at,
  };
}
