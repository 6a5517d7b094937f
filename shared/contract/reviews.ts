import { z } from 'zod';
import { languages } from '../domain/languages';
import { REVIEW_SOURCES } from '../domain/reviews';
import { namesShape } from './customer-shapes';
import { action, command, query } from './define';
import { day, id, optionalWords, person, words } from './fields';
import { promiseTerms, promiseTermsErrors } from './promises';

const time = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
  .nullable()
  .default(null);
const customer = namesShape.extend({ id: z.string(), number: z.string() });

/** How often customers of a tier are met, in months. */
export const reviewRulesSchema = z.object({
  months: z.record(z.string().min(1).max(40), z.number().int().min(1).max(60)),
});

export const reviewShape = z.object({
  id: z.string(),
  number: z.string(),
  customer,
  plannedOn: z.string(),
  plannedTime: z.string().nullable(),
  place: z.string(),
  /** The first leads. */
  ourPeople: z.array(person),
  theirPeople: z.string().nullable(),
  language: z.enum(languages),
  status: z.enum(['planned', 'held', 'cancelled']),
  heldOn: z.string().nullable(),
  customerWords: z.string().nullable(),
  satisfaction: z.number().nullable(),
  nextOn: z.string().nullable(),
  cancelledReason: z.string().nullable(),
  /** Its day passed and nobody has said what came of it. */
  isLate: z.boolean(),
  version: z.number(),
});
export type ReviewMeeting = z.output<typeof reviewShape>;

const pointShape = z.object({
  id: z.string(),
  source: z.enum(REVIEW_SOURCES),
  words: z.string(),
  isInternal: z.boolean(),
  /** Covered on the screen, and on no paper. */
  isDiscreet: z.boolean(),
  minutes: z.string().nullable(),
  promise: z
    .object({
      id: z.string(),
      number: z.string(),
      what: z.string(),
      dueOn: z.string(),
      owner: z.string(),
      status: z.string(),
      isDiscreet: z.boolean(),
    })
    .nullable(),
});
export type ReviewPoint = z.output<typeof pointShape>;

const eventShape = z.object({
  id: z.string(),
  at: z.number(),
  by: z.string(),
  kind: z.enum(['planned', 'moved', 'changed', 'held', 'cancelled', 'revived']),
  reason: z.string().nullable(),
  detail: z.record(z.string(), z.string().nullable()),
});

const dueShape = z.object({
  customer,
  tier: z.string().nullable(),
  dueOn: z.string(),
  lastHeldOn: z.string().nullable(),
});
export type ReviewDue = z.output<typeof dueShape>;

const terms = z.object({
  place: words(200),
  ourPeople: z.array(id).min(1).max(12),
  theirPeople: optionalWords(300),
});
const change = { reviewId: id, version: z.number().int() };
const plannedErrors = ['REVIEW_NOT_FOUND', 'REVIEW_CHANGED', 'REVIEW_CLOSED'] as const;
const touches = ['reviews'] as const;

/** Review meetings with important customers: planned, held with minutes, their actions promises (standard L5). */
export const reviewsContract = {
  'reviews.list': query({
    permission: 'reviews.read',
    input: z.object({
      show: z.enum(['planned', 'held', 'cancelled']).default('planned'),
      scope: z.enum(['mine', 'shop']).default('shop'),
      limit: z.number().int().min(1).max(500).default(100),
    }),
    output: z.object({ total: z.number(), reviews: z.array(reviewShape) }),
    errors: [],
  }),
  /** With whom a meeting is due and none is planned, the longest waiting first. */
  'reviews.due': query({
    permission: 'reviews.read',
    input: z.object({ scope: z.enum(['mine', 'shop']).default('shop') }),
    output: z.object({ total: z.number(), due: z.array(dueShape) }),
    errors: [],
  }),
  'reviews.forCustomer': query({
    permission: 'reviews.read',
    input: z.object({ customerId: id }),
    output: z.object({
      reviews: z.array(reviewShape),
      tier: z.string().nullable(),
      /** Every so many months by the tier; null where no rule asks for it. */
      months: z.number().nullable(),
      /** When the next is due; null where one is planned, or none is due. */
      dueOn: z.string().nullable(),
    }),
    errors: ['CUSTOMER_NOT_FOUND'],
  }),
  'reviews.get': query({
    permission: 'reviews.read',
    input: z.object({ reviewId: id }),
    output: z.object({
      review: reviewShape,
      points: z.array(pointShape),
      events: z.array(eventShape),
      /** For the form of the minutes: by the cadence, from today. */
      suggestedNextOn: z.string().nullable(),
    }),
    errors: ['REVIEW_NOT_FOUND'],
  }),
  /** With its agenda, filled from the record. */
  'reviews.plan': command({
    permission: 'reviews.write',
    input: terms.extend({
      customerId: id,
      plannedOn: day,
      plannedTime: time,
      /** Of the agenda; absent: the customer's. */
      language: z.enum(languages).optional(),
    }),
    output: z.object({ reviewId: z.string(), number: z.string() }),
    errors: ['CUSTOMER_NOT_FOUND', 'REVIEW_IN_THE_PAST', 'REVIEW_PLANNED_ALREADY', 'OWNER_NOT_FOUND'],
    audit: ['review meeting'],
    touches,
  }),
  'reviews.move': command({
    permission: 'reviews.write',
    input: z.object({ ...change, plannedOn: day, plannedTime: time, reason: words(300) }),
    output: z.object({ version: z.number() }),
    errors: [...plannedErrors, 'REVIEW_IN_THE_PAST'],
    audit: ['planned_on', 'planned_time'],
    touches,
  }),
  /** Where, and who takes part. */
  'reviews.change': command({
    permission: 'reviews.write',
    input: terms.extend(change),
    output: z.object({ version: z.number() }),
    errors: [...plannedErrors, 'OWNER_NOT_FOUND'],
    audit: ['place', 'our_people', 'their_people'],
    touches,
  }),
  /** The points as they were left, in their order; those that are missing go. */
  'reviews.saveAgenda': command({
    permission: 'reviews.write',
    input: z.object({
      ...change,
      points: z.array(z.object({ id: id.nullable(), words: words(1000), isInternal: z.boolean() })).max(60),
    }),
    output: z.object({ version: z.number() }),
    errors: plannedErrors,
    audit: ['agenda'],
    touches,
  }),
  /** Adds what the record has meanwhile; what was edited or taken out stays so. */
  'reviews.refill': command({
    permission: 'reviews.write',
    input: z.object(change),
    output: z.object({ version: z.number(), added: z.number() }),
    errors: plannedErrors,
    audit: ['agenda'],
    touches,
  }),
  /** The minutes, once and for all; each action becomes a promise in the same step. */
  'reviews.hold': command({
    permission: 'reviews.write',
    input: z.object({
      ...change,
      heldOn: day,
      points: z
        .array(z.object({ id, minutes: optionalWords(2000), action: promiseTerms.nullable().default(null) }))
        .max(60),
      customerWords: optionalWords(2000),
      satisfaction: z.number().int().min(1).max(5).nullable().default(null),
      /** Null: no next meeting was settled. */
      nextOn: day.nullable(),
    }),
    output: z.object({ promises: z.number() }),
    errors: [
      ...plannedErrors,
      'CUSTOMER_NOT_FOUND',
      'REVIEW_POINT_NOT_FOUND',
      'REVIEW_IN_THE_FUTURE',
      'REVIEW_NEXT_TOO_SOON',
      'REVIEW_MINUTES_NEEDED',
      ...promiseTermsErrors,
    ],
    audit: ['minutes', 'satisfaction', 'next_on'],
    touches: ['reviews', 'promises'],
  }),
  'reviews.cancel': command({
    permission: 'reviews.write',
    input: z.object({ ...change, reason: words(300) }),
    output: z.null(),
    errors: plannedErrors,
    audit: ['status'],
    touches,
  }),
  /** Cancelled by mistake, or it takes place after all. */
  'reviews.revive': command({
    permission: 'reviews.write',
    input: z.object({ reviewId: id }),
    output: z.null(),
    errors: ['REVIEW_NOT_FOUND', 'REVIEW_NOT_CANCELLED', 'REVIEW_PLANNED_ALREADY'],
    audit: ['status'],
    touches,
  }),
  /** A4: the agenda before, the minutes after. The customer's copy has no internal point; no copy a discreet one. */
  'reviews.print': action({
    permission: 'reviews.read',
    input: z.object({
      reviewId: id,
      copy: z.enum(['customer', 'shop']),
      language: z.enum(languages),
    }),
    output: z.object({ documentId: z.string() }),
    errors: ['REVIEW_NOT_FOUND'],
    audit: ['review paper'],
    touches: [],
  }),
};
