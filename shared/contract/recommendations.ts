import { z } from 'zod';
import { action, command, query } from './define';
import { id } from './fields';
import { productCard, reasonShape } from './needs';

export const outcomes = ['shown', 'tried', 'bought', 'declined'] as const;
export type Outcome = (typeof outcomes)[number];

const recorded = z.object({
  id: z.string(),
  needId: z.string().nullable(),
  outcome: z.enum(outcomes),
  at: z.number(),
  by: z.string().nullable(),
});

/** What to show this customer, why, and what came of it. */
export const recommendationsContract = {
  /** The ranked shortlist, each with its reasons; for a need, or for the customer as the shop knows them. */
  'recommendations.forCustomer': query({
    permission: 'needs.read',
    input: z.object({
      customerId: id,
      needId: id.nullable().default(null),
      limit: z.number().int().min(1).max(24).default(8),
    }),
    output: z.object({
      shortlist: z.array(
        z.object({
          product: productCard,
          score: z.number(),
          /** What speaks for it, strongest first; never empty. */
          reasons: z.array(reasonShape),
          cautions: z.array(reasonShape),
          /** What was recorded for it and this need, if anything was. */
          recorded: recorded.nullable(),
        }),
      ),
      /** What was shown before, newest first. */
      earlier: z.array(recorded.extend({ product: productCard })),
      /** False where the customer said that what they bought may not be used to offer them more. */
      usesHistory: z.boolean(),
    }),
    errors: ['CUSTOMER_NOT_FOUND', 'NEED_NOT_FOUND'],
  }),
  /** One tap: shown, tried or declined; a later tap on the same product is the next step of the same recommendation. */
  'recommendations.record': command({
    permission: 'needs.write',
    input: z.object({
      customerId: id,
      productId: id,
      needId: id.nullable().default(null),
      /** Bought is recorded with the sale, by `sales.record`. */
      outcome: z.enum(['shown', 'tried', 'declined']),
      reasons: z.array(reasonShape).max(20).default([]),
    }),
    output: z.object({ recommendationId: z.string() }),
    errors: ['CUSTOMER_NOT_FOUND', 'PRODUCT_NOT_FOUND', 'NEED_NOT_FOUND'],
    audit: ['outcome'],
    touches: ['recommendations'],
  }),
  /** Takes the last step back. */
  'recommendations.undo': command({
    permission: 'needs.write',
    input: z.object({ recommendationId: id }),
    output: z.null(),
    errors: ['RECOMMENDATION_NOT_FOUND', 'RECOMMENDATION_SOLD'],
    audit: ['outcome'],
    touches: ['recommendations'],
  }),
  /** Counts anew, in the background, what is bought together, where that is out of date; false when it was not. */
  'recommendations.refresh': action({
    permission: 'needs.read',
    input: z.object({}),
    output: z.object({ isRebuilt: z.boolean() }),
    errors: [],
    audit: [],
    touches: ['recommendations'],
  }),
};
