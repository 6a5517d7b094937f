import { z } from 'zod';
import { BENEFIT_ITEMS } from '../domain/benefits';
import { command, query } from './define';
import { day, id } from './fields';

const times = z.number().int().min(0).max(52);

const name = z.string().trim().max(60).default('');
/** What a benefit is called, in at least one language; the others show the nearest. */
const benefitNames = z
  .object({ en: name, 'zh-Hant': name, 'zh-Hans': name })
  .refine((names) => Object.values(names).some(Boolean), { error: 'no name' });
export type BenefitNames = z.output<typeof benefitNames>;

const benefitTerms = z.object({
  effectiveOn: day,
  names: benefitNames,
  items: z.enum(BENEFIT_ITEMS),
  perYear: times,
  tiers: z.record(z.string().min(1).max(40), times),
  isOnRequest: z.boolean(),
});
export type BenefitTermsShape = z.output<typeof benefitTerms>;

const benefitVersion = benefitTerms.extend({
  version: z.number(),
  publishedAt: z.number(),
  by: z.string().nullable(),
});

const benefitUse = z.object({
  id: z.string(),
  usedOn: z.string(),
  by: z.string(),
  isBeyond: z.boolean(),
  reason: z.string().nullable(),
});

const itemBenefit = z.object({
  benefitId: z.string(),
  names: benefitNames,
  allowed: z.number(),
  used: z.number(),
  left: z.number(),
  /** The last day of the year in which these are counted. */
  until: z.string(),
  isOnRequest: z.boolean(),
  /** Of this year, the latest first. */
  uses: z.array(benefitUse),
});
export type ItemBenefit = z.output<typeof itemBenefit>;

/** What the shop gives free of charge with an item: the manager's dated rules, and what was given. */
export const benefitsContract = {
  /** Every benefit with its versions, the newest first. */
  'benefits.list': query({
    permission: 'customers.read',
    input: z.object({}),
    output: z.array(
      z.object({
        id: z.string(),
        /** The version that holds today; null while the first is still to come. */
        inForce: z.number().nullable(),
        versions: z.array(benefitVersion),
      }),
    ),
    errors: [],
  }),
  /** What each item of a customer has this year; only items that have, or were given, something. */
  'benefits.forCustomer': query({
    permission: 'customers.read',
    input: z.object({ customerId: id }),
    output: z.array(z.object({ itemId: z.string(), benefits: z.array(itemBenefit) })),
    errors: [],
  }),
  /** A new benefit, or the next version of one: what was given before keeps the rule it was given under. */
  'benefits.publish': command({
    permission: 'benefits.write',
    input: benefitTerms.extend({ benefitId: id.nullable() }),
    output: z.object({ benefitId: z.string(), version: z.number() }),
    errors: ['BENEFIT_NOT_FOUND', 'BENEFIT_DAY_PAST', 'TIER_NOT_FOUND'],
    audit: ['benefit'],
    touches: ['items'],
  }),
  'benefits.use': command({
    permission: 'items.write',
    input: z.object({
      itemId: id,
      benefitId: id,
      /** Absent: today. */
      usedOn: day.optional(),
      /** The customer asked for it; needed for what is only done on request. */
      isRequested: z.boolean().default(false),
      /** Needed where none is left. */
      reason: z.string().trim().max(300).default(''),
    }),
    output: z.object({ useId: z.string() }),
    errors: [
      'ITEM_NOT_FOUND',
      'ITEM_NOT_THEIRS',
      'BENEFIT_NOT_FOUND',
      'BENEFIT_NOT_ASKED',
      'BENEFIT_USED_UP',
      'USED_IN_THE_FUTURE',
    ],
    audit: ['use'],
    touches: ['items', 'customers'],
  }),
  /** Entered by mistake: counted no longer; the log and the timeline keep that it was. */
  'benefits.undoUse': command({
    permission: 'items.write',
    input: z.object({ useId: id }),
    output: z.null(),
    errors: ['BENEFIT_USE_NOT_FOUND'],
    audit: ['undone'],
    touches: ['items', 'customers'],
  }),
};
