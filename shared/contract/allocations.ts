import { z } from 'zod';
import {
  ALLOCATION_STATES,
  CRITERIA,
  INTEREST_FLAGS,
  INTEREST_STATES,
  OFFER_ANSWERS,
} from '../domain/allocation';
import { languages } from '../domain/languages';
import { TOLD_CHANNELS } from '../domain/promises';
import { namesShape } from './customer-shapes';
import { action, command, query } from './define';
import { day, id, optionalWords, person, words } from './fields';
import { offerShape, resaleFlagShape, scarceProductShape } from './interests';

const customer = namesShape.extend({ id: z.string(), number: z.string() });

export const criterionShape = z.object({
  code: z.enum(CRITERIA),
  weight: z.number().int().min(-100).max(100),
  full: z.number().int().min(1).max(1_000_000_000_00),
});

export const criteriaVersionShape = z.object({
  id: z.string(),
  version: z.number(),
  effectiveOn: z.string(),
  criteria: z.array(criterionShape),
  note: z.string().nullable(),
  madeAt: z.number(),
  /** Null for the ones that come with the app. */
  madeBy: person.nullable(),
});
export type CriteriaVersion = z.output<typeof criteriaVersionShape>;

const scoreLine = z.object({
  code: z.enum(CRITERIA),
  value: z.number(),
  full: z.number(),
  percent: z.number(),
  weight: z.number(),
  /** Hundredths of a point. */
  points: z.number(),
});

/** A place on the frozen list, and how it stands today. */
const placeShape = z.object({
  interestId: z.string(),
  interestNumber: z.string(),
  rank: z.number(),
  points: z.number(),
  lines: z.array(scoreLine),
  flags: z.array(z.enum(INTEREST_FLAGS)),
  customer,
  registeredOn: z.string(),
  reason: z.string(),
  wantsToBeTold: z.boolean(),
  isDiscreet: z.boolean(),
  state: z.enum(INTEREST_STATES),
  wasOffered: z.boolean(),
});
export type AllocationPlace = z.output<typeof placeShape>;

const allocationSummary = z.object({
  id: z.string(),
  number: z.string(),
  product: scarceProductShape,
  serial: z.string().nullable(),
  openedAt: z.number(),
  openedBy: person,
  state: z.enum(ALLOCATION_STATES),
  /** Who holds the last offer. */
  holder: customer.nullable(),
  holdUntil: z.string().nullable(),
  candidates: z.number(),
  offers: z.number(),
  overrides: z.number(),
});
export type AllocationSummary = z.output<typeof allocationSummary>;

const offerInput = z.object({
  allocationId: id,
  interestId: id,
  how: z.enum(TOLD_CHANNELS),
  words: optionalWords(500),
  holdUntil: day,
});
const offerErrors = [
  'ALLOCATION_NOT_FOUND',
  'ALLOCATION_ENDED',
  'OFFER_STANDS',
  'NOT_ON_THE_LIST',
  'INTEREST_NOT_WAITING',
  'HOLD_IN_THE_PAST',
] as const;

const waits = z.object({ count: z.number(), median: z.number().nullable(), longest: z.number().nullable() });

/** What went on with one reference in a period. */
const fairnessOfProduct = z.object({
  product: scarceProductShape,
  registered: z.number(),
  withdrawn: z.number(),
  pieces: z.number(),
  closed: z.number(),
  /** Days from registration to the sale, of those who bought in the period. */
  served: waits,
  /** Days until the period's end, of those who waited still. */
  waiting: waits,
  offersInOrder: z.number(),
  overrides: z.number(),
});

export const fairnessShape = z.object({
  from: z.string(),
  to: z.string(),
  products: z.array(fairnessOfProduct),
  /** Everybody who made offers: how many in order, and each that was not, with its reason. */
  people: z.array(
    z.object({
      person,
      inOrder: z.number(),
      overrides: z.array(
        z.object({
          offerId: z.string(),
          allocationNumber: z.string(),
          product: scarceProductShape,
          on: z.string(),
          customerNumber: z.string(),
          rank: z.number(),
          dueRank: z.number().nullable(),
          reason: z.string(),
          answer: z.enum(OFFER_ANSWERS).nullable(),
        }),
      ),
    }),
  ),
  /** Pieces offered once more to somebody who had not taken them, in order or past it. */
  again: z.array(
    z.object({
      offerId: z.string(),
      allocationNumber: z.string(),
      product: scarceProductShape,
      on: z.string(),
      customerNumber: z.string(),
      by: person,
      reason: z.string(),
      isOverride: z.boolean(),
    }),
  ),
  /** Holds that were extended in the period, the first first. */
  holds: z.array(
    z.object({
      id: z.string(),
      allocationNumber: z.string(),
      product: scarceProductShape,
      on: z.string(),
      customerNumber: z.string(),
      by: person,
      from: z.string(),
      until: z.string(),
      reason: z.string(),
      isBeyond: z.boolean(),
    }),
  ),
  /** Offers to the staff and their families, as it was known then. */
  staffAndFamily: z.array(
    z.object({
      offerId: z.string(),
      flag: z.enum(['own-account', 'staff', 'family']),
      allocationNumber: z.string(),
      product: scarceProductShape,
      on: z.string(),
      customerNumber: z.string(),
      by: person,
      rank: z.number(),
      isOverride: z.boolean(),
      answer: z.enum(OFFER_ANSWERS).nullable(),
      isSold: z.boolean(),
    }),
  ),
  /** Flags made in the period on customers who registered interest. */
  resaleFlags: z.array(resaleFlagShape.extend({ customerNumber: z.string() })),
  criteria: z.array(criteriaVersionShape),
});
export type Fairness = z.output<typeof fairnessShape>;

/** Who is offered a piece that arrived: by criteria written beforehand, with every step kept. */
export const allocationsContract = {
  'allocations.list': query({
    permission: 'interests.read',
    input: z.object({
      show: z.enum(['open', 'ended']).default('open'),
      limit: z.number().int().min(1).max(500).default(100),
    }),
    output: z.object({ total: z.number(), allocations: z.array(allocationSummary) }),
    errors: [],
  }),
  'allocations.get': query({
    permission: 'interests.read',
    input: z.object({ allocationId: id }),
    output: z.object({
      allocation: allocationSummary.extend({
        note: z.string().nullable(),
        closedReason: z.string().nullable(),
      }),
      criteria: criteriaVersionShape,
      places: z.array(placeShape),
      /** Who is next in line; null while an offer stands, where nobody is left, and at the end. */
      nextInterestId: z.string().nullable(),
      /** Where everybody was asked and the piece is still free: whom to ask once more first. */
      againInterestId: z.string().nullable(),
      offers: z.array(offerShape.extend({ interestId: z.string(), customer, productId: z.string() })),
    }),
    errors: ['ALLOCATION_NOT_FOUND'],
  }),
  /** A piece is here: ranks those who wait by the criteria of today, and keeps that list as it is. */
  'allocations.open': command({
    permission: 'allocations.write',
    input: z.object({ productId: id, serial: optionalWords(100), note: optionalWords(300) }),
    output: z.object({ allocationId: z.string(), number: z.string() }),
    errors: ['PRODUCT_NOT_FOUND', 'NOBODY_WAITS', 'PIECE_IN_ALLOCATION', 'PIECE_SOLD'],
    audit: ['allocation'],
    touches: ['interests'],
  }),
  /** To whoever is next in line, and nobody else. */
  'allocations.offer': command({
    permission: 'allocations.write',
    input: offerInput,
    output: z.object({ offerId: z.string() }),
    errors: [...offerErrors, 'NOT_NEXT_IN_LINE'],
    audit: ['offer'],
    touches: ['interests'],
  }),
  /** To somebody who is not next in line: the manager's, with the reason, and on the review list. */
  'allocations.override': command({
    permission: 'allocations.override',
    input: offerInput.extend({ reason: words(500) }),
    output: z.object({ offerId: z.string() }),
    errors: [...offerErrors, 'IS_NEXT_IN_LINE'],
    audit: ['override'],
    touches: ['interests', 'oversight'],
  }),
  /** Once more to the highest place, where everybody on the list was asked: with the reason. Any other is an override. */
  'allocations.offerAgain': command({
    permission: 'allocations.write',
    input: offerInput.extend({ reason: words(500) }),
    output: z.object({ offerId: z.string() }),
    errors: [...offerErrors, 'NOT_NEXT_IN_LINE'],
    audit: ['offer', 'reason'],
    touches: ['interests'],
  }),
  /** Keeps the piece longer for whoever holds the last offer. Beyond the shop's usual days it is on the review list. */
  'allocations.extendHold': command({
    permission: 'allocations.write',
    input: z.object({ offerId: id, until: day, reason: words(500) }),
    output: z.object({ isBeyond: z.boolean() }),
    errors: ['OFFER_NOT_FOUND', 'OFFER_ENDED', 'HOLD_IN_THE_PAST', 'HOLD_NOT_LATER'],
    audit: ['hold_until', 'reason'],
    touches: ['interests', 'oversight'],
  }),
  /** What the customer said. Said otherwise later, that is one more answer, with its words; the first stays. */
  'allocations.answer': command({
    permission: 'allocations.write',
    input: z.object({ offerId: id, answer: z.enum(OFFER_ANSWERS), words: optionalWords(500) }),
    output: z.null(),
    errors: ['OFFER_NOT_FOUND', 'OFFER_ENDED', 'ANSWER_WORDS_NEEDED'],
    audit: ['answer'],
    touches: ['interests'],
  }),
  /** The piece goes nowhere from this list; the reason stays. */
  'allocations.close': command({
    permission: 'allocations.write',
    input: z.object({ allocationId: id, reason: words(300) }),
    output: z.null(),
    errors: ['ALLOCATION_NOT_FOUND', 'ALLOCATION_ENDED', 'OFFER_STANDS'],
    audit: ['closed'],
    touches: ['interests'],
  }),
  /** Every version, the newest first, and which holds today. */
  'allocations.criteria': query({
    permission: 'interests.read',
    input: z.object({}),
    output: z.object({ versions: z.array(criteriaVersionShape), inForceId: z.string() }),
    errors: [],
  }),
  /** A new version, from today or a later day on; none is ever edited. */
  'allocations.writeCriteria': command({
    permission: 'allocations.criteria',
    input: z.object({
      effectiveOn: day,
      criteria: z.array(criterionShape).min(1).max(CRITERIA.length),
      note: optionalWords(500),
    }),
    output: z.object({ version: z.number() }),
    errors: ['CRITERIA_IN_THE_PAST', 'CRITERION_TWICE', 'CRITERIA_WITHOUT_WEIGHT'],
    audit: ['criteria'],
    touches: ['interests'],
  }),
  /** How fairly it went between two days: computed from what cannot be rewritten. */
  'allocations.fairness': query({
    permission: 'reports.shop',
    input: z.object({ from: day, to: day, productId: id.nullable().default(null) }),
    output: fairnessShape,
    errors: [],
  }),
  'allocations.fairnessReport': action({
    permission: 'reports.shop',
    input: z.object({
      from: day,
      to: day,
      productId: id.nullable().default(null),
      language: z.enum(languages),
    }),
    output: z.object({ documentId: z.string() }),
    errors: [],
    audit: ['fairness report'],
    touches: [],
  }),
};
