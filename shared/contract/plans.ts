import { z } from 'zod';
import { GOODS_CLASSES } from '../domain/consent-events';
import { PAUSES } from '../domain/contact-gate';
import { CONVERSATION_CHANNELS, CONVERSATION_OUTCOMES, CONVERSATION_PURPOSES } from '../domain/conversations';
import {
  FOLLOW_UP_AFTER,
  FOLLOW_UP_KINDS,
  FOLLOW_UP_OWNERS,
  FOLLOW_UP_STATES,
  mostDelay,
} from '../domain/follow-ups';
import { CADENCE_UNITS, mostEvery, PLAN_CHANNELS } from '../domain/plans';
import { conversationErrors } from './conversations';
import { command, query } from './define';
import { day, id, person } from './fields';

const words = (longest: number) => z.string().trim().max(longest);

const cadence = z.object({
  every: z.number().int().min(1).max(mostEvery),
  unit: z.enum(CADENCE_UNITS),
});

/** How often, by which way and to what end; what a tier's plan and a customer's own have in common. */
const terms = z.object({
  /** Null: not by plan at all. */
  cadence: cadence.nullable(),
  /** Null: as the customer prefers. */
  channel: z.enum(PLAN_CHANNELS).nullable(),
  purpose: z.enum(CONVERSATION_PURPOSES),
});

const tierPlan = terms.extend({
  tier: z.string(),
  hours: z.string().nullable(),
  madeBy: person,
  madeAt: z.number(),
});

export const followUpShape = z.object({
  id: z.string(),
  kind: z.enum(FOLLOW_UP_KINDS),
  /** The manager's own name for the rule; null: the word of its kind. */
  name: z.string().nullable(),
  after: z.enum(FOLLOW_UP_AFTER),
  /** What was bought or repaired. */
  about: z.string(),
  /** The day of the purchase, or on which the repair was collected. */
  since: z.string(),
  dueOn: z.string(),
  owner: person,
  channel: z.enum(PLAN_CHANNELS).nullable(),
  purpose: z.enum(CONVERSATION_PURPOSES),
  isDiscreet: z.boolean(),
  status: z.enum(FOLLOW_UP_STATES),
  words: z.string().nullable(),
  conversation: z.object({ id: z.string(), number: z.string() }).nullable(),
  closedAt: z.number().nullable(),
  closedBy: z.string().nullable(),
});
export type FollowUp = z.output<typeof followUpShape>;

const ruleFields = z.object({
  kind: z.enum(FOLLOW_UP_KINDS),
  name: words(80).nullable().default(null),
  after: z.enum(FOLLOW_UP_AFTER),
  delay: z.number().int().min(0).max(mostDelay),
  unit: z.enum(CADENCE_UNITS),
  /** Categories of the catalogue; empty: everything. */
  categories: z.array(words(60).min(1)).max(40),
  channel: z.enum(PLAN_CHANNELS).nullable(),
  who: z.enum(FOLLOW_UP_OWNERS),
  purpose: z.enum(CONVERSATION_PURPOSES),
  isOn: z.boolean(),
  /** What was bought before this day makes no follow-up. */
  startsOn: day,
});

export const ruleShape = ruleFields.extend({
  ruleId: z.string(),
  version: z.number(),
  /** Null: it came with the app. */
  madeBy: person.nullable(),
  madeAt: z.number(),
});
export type FollowUpRuleShape = z.output<typeof ruleShape>;

/** Where one customer stands in the contact plan. */
const planShape = z.object({
  /** Whose plan is in force; null: none. */
  of: z.enum(['customer', 'tier']).nullable(),
  tier: z.string().nullable(),
  cadence: cadence.nullable(),
  channel: z.enum(PLAN_CHANNELS).nullable(),
  /** What the plan says, or else the customer's own record. */
  hours: z.string().nullable(),
  purpose: z.enum(CONVERSATION_PURPOSES),
  note: z.string().nullable(),
  /** What the customer's record says, whatever the plan overrides. */
  preferred: z.object({ channel: z.enum(PLAN_CHANNELS).nullable(), hours: z.string().nullable() }),
  lastContact: z.object({ at: z.number(), days: z.number() }).nullable(),
  nextOn: z.string().nullable(),
  isOverdue: z.boolean(),
  /** Why the plan rests now. */
  pauses: z.array(z.enum(PAUSES)),
  /** A selling contact without permission: at the counter only. */
  needsConsent: z.boolean(),
  /** The customer's own plan, as it would be edited; null where there never was one. */
  own: terms
    .extend({
      kind: z.enum(['every', 'off', 'tier']),
      hours: z.string().nullable(),
      note: z.string().nullable(),
      setBy: person,
      setAt: z.number(),
    })
    .nullable(),
  /** What holds where the customer has no plan of their own. */
  tierPlan: tierPlan.nullable(),
});
export type ContactPlan = z.output<typeof planShape>;

/** How often the shop speaks with whom, and what follows a purchase or a repair. */
export const plansContract = {
  'plans.forCustomer': query({
    permission: 'plans.read',
    input: z.object({ customerId: id }),
    output: z.object({ plan: planShape, open: z.array(followUpShape), ended: z.array(followUpShape) }),
    errors: ['CUSTOMER_NOT_FOUND'],
  }),
  /** The customer's own plan: how often, never, or as the tier's again. */
  'plans.save': command({
    permission: 'plans.write',
    input: z.object({
      customerId: id,
      kind: z.enum(['every', 'off', 'tier']),
      cadence: cadence.nullable().default(null),
      channel: z.enum(PLAN_CHANNELS).nullable().default(null),
      hours: words(200).default(''),
      purpose: z.enum(CONVERSATION_PURPOSES).default('selling'),
      note: words(300).default(''),
    }),
    output: z.null(),
    errors: ['CUSTOMER_NOT_FOUND', 'CADENCE_NEEDED'],
    audit: ['plan'],
    touches: ['plans'],
  }),
  /** The plan of each tier that has members or a plan. */
  'plans.tiers': query({
    permission: 'plans.read',
    input: z.object({}),
    output: z.array(
      z.object({ tier: z.string(), members: z.number(), due: z.number(), plan: tierPlan.nullable() }),
    ),
    errors: [],
  }),
  'plans.saveTier': command({
    permission: 'plans.rules',
    input: terms.extend({ tier: words(60).min(1), hours: words(200).default('') }),
    output: z.null(),
    errors: ['TIER_NOT_FOUND'],
    audit: ['tier plan'],
    touches: ['plans'],
  }),
  /** The rules in force, and the versions before them. */
  'plans.rules': query({
    permission: 'plans.read',
    input: z.object({}),
    output: z.array(ruleShape.extend({ open: z.number(), versions: z.array(ruleShape) })),
    errors: [],
  }),
  /** A new version of a rule, or a new rule. What was made by an earlier version stays as it is. */
  'plans.saveRule': command({
    permission: 'plans.rules',
    input: ruleFields.extend({
      /** Null: a new rule. */
      ruleId: id.nullable(),
      /** The version that was on the screen. */
      version: z.number().int().min(0),
    }),
    output: z.object({ ruleId: z.string(), version: z.number() }),
    errors: ['RULE_NOT_FOUND', 'RULE_CHANGED', 'RULE_NAME_NEEDED'],
    audit: ['rule'],
    touches: ['plans'],
  }),
  /** Done: with the conversation in which it was done, or a word of what came of it. */
  'plans.finishFollowUp': command({
    permission: 'plans.write',
    input: z.object({
      followUpId: id,
      words: words(500).default(''),
      /** One that is in the log already. */
      conversationId: id.nullable().default(null),
      /** One that is written down with it. */
      log: z
        .object({
          channel: z.enum(CONVERSATION_CHANNELS),
          outcome: z.enum(CONVERSATION_OUTCOMES),
          goodsClass: z.enum(GOODS_CLASSES).nullable().default(null),
          gateReason: words(300).default(''),
        })
        .nullable()
        .default(null),
    }),
    output: z.object({ conversationNumber: z.string().nullable() }),
    errors: [
      'FOLLOW_UP_NOT_FOUND',
      'FOLLOW_UP_CLOSED',
      'FOLLOW_UP_OUTCOME_NEEDED',
      'CONVERSATION_NOT_FOUND',
      ...conversationErrors,
    ],
    audit: ['status', 'words', 'conversation'],
    touches: ['plans', 'conversations'],
  }),
  'plans.skipFollowUp': command({
    permission: 'plans.write',
    input: z.object({ followUpId: id, reason: words(300) }),
    output: z.null(),
    errors: ['FOLLOW_UP_NOT_FOUND', 'FOLLOW_UP_CLOSED', 'REASON_NEEDED'],
    audit: ['status', 'words'],
    touches: ['plans'],
  }),
  /** Ended by mistake: open again. A conversation that was logged stays in the log. */
  'plans.reopenFollowUp': command({
    permission: 'plans.write',
    input: z.object({ followUpId: id }),
    output: z.null(),
    errors: ['FOLLOW_UP_NOT_FOUND', 'FOLLOW_UP_IS_OPEN'],
    audit: ['status'],
    touches: ['plans'],
  }),
};
