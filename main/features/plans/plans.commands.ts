import type { plansContract } from '@shared/contract/plans';
import { fail } from '../../kernel/errors';
import type { CommandContext, CommandHandlers } from '../../kernel/handlers';
import { findConversation, logConversation } from '../conversations/conversations.sql';
import { findStandingCustomer } from '../customers/customers.sql';
import { readSetting } from '../shop/shop.sql';
import { type FollowUpRow, findFollowUp, updateFollowUp } from './follow-ups.sql';
import { countMembers, insertOwnPlan, insertTierPlan } from './plans.sql';
import { findRule, findRuleVersion, insertRule } from './rules.sql';

export const plansCommands: CommandHandlers<typeof plansContract> = {
  'plans.save': ({ db, now, staff, newId, about }, plan) => {
    const customer = findStandingCustomer(db, plan.customerId);
    if (!customer || customer.deleted_at !== null) return fail('CUSTOMER_NOT_FOUND');
    if (plan.kind === 'every' && plan.cadence === null) fail('CADENCE_NEEDED');
    const cadence = plan.kind === 'every' ? plan.cadence : null;
    about('customer', customer.id, ['plan']);
    insertOwnPlan(db, {
      id: newId(),
      customer_id: customer.id,
      kind: plan.kind,
      every: cadence?.every ?? null,
      unit: cadence?.unit ?? null,
      channel: plan.channel,
      hours: plan.hours || null,
      purpose: plan.purpose,
      note: plan.note || null,
      set_by: staff.staffId,
      set_at: now,
    });
    return null;
  },

  'plans.saveTier': ({ db, now, staff, newId, about }, { tier, cadence, channel, hours, purpose }) => {
    const isKnown = readSetting(db, 'vipTiers').some(({ code }) => code === tier);
    if (!isKnown && !countMembers(db).has(tier)) fail('TIER_NOT_FOUND');
    about('tier', tier);
    insertTierPlan(db, {
      id: newId(),
      tier,
      kind: cadence ? 'every' : 'off',
      every: cadence?.every ?? null,
      unit: cadence?.unit ?? null,
      channel,
      hours: hours || null,
      purpose,
      made_by: staff.staffId,
      made_at: now,
    });
    return null;
  },

  'plans.saveRule': ({ db, now, staff, newId, about }, { ruleId, version, ...rule }) => {
    const before = ruleId === null ? null : (findRule(db, ruleId) ?? fail('RULE_NOT_FOUND'));
    if (before && before.version !== version) fail('RULE_CHANGED');
    if (rule.kind === 'other' && !rule.name) fail('RULE_NAME_NEEDED');
    const next = { ruleId: before?.rule_id ?? newId(), version: (before?.version ?? 0) + 1 };
    about('follow-up rule', next.ruleId);
    insertRule(db, {
      id: newId(),
      rule_id: next.ruleId,
      version: next.version,
      kind: rule.kind,
      name: rule.name || null,
      after: rule.after,
      delay: rule.delay,
      unit: rule.unit,
      // What was repaired is not of the catalogue.
      categories: JSON.stringify(rule.after === 'repair' ? [] : [...new Set(rule.categories)]),
      channel: rule.channel,
      who: rule.who,
      purpose: rule.purpose,
      is_on: rule.isOn ? 1 : 0,
      starts_on: rule.startsOn,
      made_by: staff.staffId,
      made_at: now,
    });
    return next;
  },

  'plans.finishFollowUp': (context, { followUpId, words, conversationId, log }) => {
    const { db, about } = context;
    const before = openFollowUp(context, followUpId);
    about('follow-up', followUpId);
    if (log === null && conversationId === null && words === '') fail('FOLLOW_UP_OUTCOME_NEEDED');
    const linked = conversationId === null ? null : linkedConversation(context, before, conversationId);
    const logged =
      log === null
        ? null
        : logConversation(context, {
            ...log,
            customerId: before.customer_id,
            direction: 'out',
            purpose:
              findRuleVersion(db, before.rule_version_id)?.purpose === 'selling' ? 'selling' : 'service',
            words,
            isDiscreet: before.is_discreet === 1,
            origin: { kind: 'follow-up', id: followUpId },
          });
    close(context, before, 'done', words || null, logged?.conversationId ?? linked?.id ?? null);
    return { conversationNumber: logged?.number ?? linked?.number ?? null };
  },

  'plans.skipFollowUp': (context, { followUpId, reason }) => {
    const before = openFollowUp(context, followUpId);
    if (reason === '') fail('REASON_NEEDED');
    context.about('follow-up', followUpId);
    close(context, before, 'skipped', reason, null);
    return null;
  },

  'plans.reopenFollowUp': ({ db, about }, { followUpId }) => {
    const before = findFollowUp(db, followUpId) ?? fail('FOLLOW_UP_NOT_FOUND');
    if (before.status === 'open') fail('FOLLOW_UP_IS_OPEN');
    about('follow-up', followUpId);
    updateFollowUp(db, followUpId, {
      status: 'open',
      words: null,
      conversation_id: null,
      closed_at: null,
      closed_by: null,
    });
    return null;
  },
};

function openFollowUp({ db }: CommandContext, followUpId: string): FollowUpRow {
  const row = findFollowUp(db, followUpId) ?? fail('FOLLOW_UP_NOT_FOUND');
  return row.status === 'open' ? row : fail('FOLLOW_UP_CLOSED');
}

/** A conversation of this customer and of nobody else. */
function linkedConversation({ db }: CommandContext, { customer_id }: FollowUpRow, conversationId: string) {
  const row = findConversation(db, conversationId);
  return row && row.customer_id === customer_id ? row : fail('CONVERSATION_NOT_FOUND');
}

function close(
  { db, now, staff }: CommandContext,
  { id }: FollowUpRow,
  status: 'done' | 'skipped',
  words: string | null,
  conversationId: string | null,
): void {
  updateFollowUp(db, id, {
    status,
    words,
    conversation_id: conversationId,
    closed_at: now,
    closed_by: staff.staffId,
  });
}
