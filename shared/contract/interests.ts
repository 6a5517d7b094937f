import { z } from 'zod';
import { INTEREST_FLAGS, INTEREST_PURPOSES, INTEREST_STATES, OFFER_ANSWERS } from '../domain/allocation';
import { isCivilDate } from '../domain/dates';
import { languages } from '../domain/languages';
import { TOLD_CHANNELS } from '../domain/promises';
import { namesShape } from './customer-shapes';
import { action, command, query } from './define';
import { id, optionalWords, person, words } from './fields';

/** Enough of a product to name it. */
export const scarceProductShape = z.object({
  id: z.string(),
  brand: z.string().nullable(),
  name: z.string(),
  chineseName: z.string().nullable(),
  reference: z.string().nullable(),
});
export type ScarceProduct = z.output<typeof scarceProductShape>;

/** What the record knows of a customer's ties to the shop, with its figures. */
export const tiesShape = z.object({
  /** Receipts that still stand. */
  purchases: z.number(),
  lifetimeMinor: z.number(),
  /** Net of what came back, in the product's brand. */
  brandMinor: z.number(),
  currency: z.string(),
  /** Civil day of the first purchase, or of the record where nothing was bought yet. */
  since: z.string(),
  years: z.number(),
  /** Service jobs that were finished. */
  services: z.number(),
  tier: z.string().nullable(),
});
export type Ties = z.output<typeof tiesShape>;

/** An offer as it is told beside the interest. */
export const offerShape = z.object({
  id: z.string(),
  allocationId: z.string(),
  allocationNumber: z.string(),
  at: z.number(),
  by: person,
  how: z.enum(TOLD_CHANNELS),
  rank: z.number(),
  words: z.string().nullable(),
  /** The last day as it is now; of the first one, where the hold was extended, the extensions tell. */
  holdUntil: z.string(),
  /** The last one first. */
  extensions: z.array(
    z.object({
      from: z.string(),
      until: z.string(),
      reason: z.string(),
      isBeyond: z.boolean(),
      at: z.number(),
      by: person,
    }),
  ),
  overrideReason: z.string().nullable(),
  /** Why the piece was offered once more, where everybody on the list had been asked. */
  againReason: z.string().nullable(),
  /** The same piece had been offered to them before. */
  isAgain: z.boolean(),
  flags: z.array(z.enum(INTEREST_FLAGS)),
  ties: tiesShape,
  answer: z
    .object({ answer: z.enum(OFFER_ANSWERS), words: z.string().nullable(), at: z.number(), by: person })
    .nullable(),
  /** The sale it led to, unless that was cancelled. */
  sale: z.object({ id: z.string(), receiptNumber: z.string(), at: z.number() }).nullable(),
});
export type Offer = z.output<typeof offerShape>;

export const interestShape = z.object({
  id: z.string(),
  number: z.string(),
  customer: namesShape.extend({ id: z.string(), number: z.string() }),
  product: scarceProductShape,
  registeredAt: z.number(),
  registeredOn: z.string(),
  registeredBy: person,
  advisor: person,
  reason: z.string(),
  statedTies: z.string().nullable(),
  purpose: z.enum(INTEREST_PURPOSES),
  wantsToBeTold: z.boolean(),
  isDiscreet: z.boolean(),
  state: z.enum(INTEREST_STATES),
  /** Whole days until today, or until it was served or withdrawn. */
  waitedDays: z.number(),
  /** Why it was withdrawn or taken up again, the last first. */
  changes: z.array(
    z.object({
      kind: z.enum(['withdrawn', 'reinstated']),
      reason: z.string(),
      at: z.number(),
      by: person,
    }),
  ),
  flags: z.array(z.enum(INTEREST_FLAGS)),
  ties: tiesShape,
  /** The last one first. */
  offers: z.array(offerShape),
  /** Pieces that nobody holds an offer of, on whose list it stands. */
  places: z.array(z.object({ allocationId: z.string(), number: z.string(), rank: z.number() })),
});
export type Interest = z.output<typeof interestShape>;

export const resaleFlagShape = z.object({
  id: z.string(),
  item: z.object({ id: z.string(), name: z.string() }).nullable(),
  seenOn: z.string(),
  evidence: z.string(),
  at: z.number(),
  by: person,
  withdrawn: z.object({ reason: z.string(), at: z.number(), by: person }).nullable(),
});
export type ResaleFlag = z.output<typeof resaleFlagShape>;

/** The register of interest in scarce watches: dated, with its reason, never deleted; it guarantees nothing. */
export const interestsContract = {
  /** The references somebody waits or waited for, the longest lists first. */
  'interests.references': query({
    permission: 'interests.read',
    input: z.object({}),
    output: z.array(
      z.object({
        product: scarceProductShape,
        waiting: z.number(),
        offered: z.number(),
        served: z.number(),
        longestDays: z.number().nullable(),
        stockCount: z.number().nullable(),
        openPieces: z.number(),
      }),
    ),
    errors: [],
  }),
  /** Who waits for one product, in the order in which they registered. Discreet ones are there and say so. */
  'interests.forProduct': query({
    permission: 'interests.read',
    input: z.object({ productId: id, limit: z.number().int().min(1).max(500).default(200) }),
    output: z.object({
      product: scarceProductShape,
      isScarce: z.boolean(),
      waiting: z.number(),
      interests: z.array(interestShape),
    }),
    errors: ['PRODUCT_NOT_FOUND'],
  }),
  'interests.forCustomer': query({
    permission: 'interests.read',
    input: z.object({ customerId: id }),
    output: z.object({ interests: z.array(interestShape), resaleFlags: z.array(resaleFlagShape) }),
    errors: ['CUSTOMER_NOT_FOUND'],
  }),
  /** What the record knows before anything is registered. */
  'interests.ties': query({
    permission: 'interests.read',
    input: z.object({ customerId: id, productId: id.nullable() }),
    output: z.object({ ties: tiesShape, waiting: z.number(), isRegistered: z.boolean() }),
    errors: ['CUSTOMER_NOT_FOUND', 'PRODUCT_NOT_FOUND'],
  }),
  'interests.register': command({
    permission: 'interests.write',
    input: z.object({
      customerId: id,
      productId: id,
      reason: words(500),
      statedTies: optionalWords(500),
      purpose: z.enum(INTEREST_PURPOSES).default('unsaid'),
      wantsToBeTold: z.boolean().default(true),
      /** Absent: whoever registers it. */
      advisorId: id.optional(),
      isDiscreet: z.boolean().default(false),
    }),
    output: z.object({ interestId: z.string(), number: z.string() }),
    errors: ['CUSTOMER_NOT_FOUND', 'PRODUCT_NOT_FOUND', 'OWNER_NOT_FOUND', 'INTEREST_EXISTS'],
    audit: ['interest'],
    touches: ['interests'],
  }),
  'interests.withdraw': command({
    permission: 'interests.write',
    input: z.object({ interestId: id, reason: words(300) }),
    output: z.null(),
    errors: ['INTEREST_NOT_FOUND', 'INTEREST_NOT_WAITING'],
    audit: ['withdrawn'],
    touches: ['interests'],
  }),
  /** Withdrawn by mistake: it waits again from its first day. Both stay on record. */
  'interests.reinstate': command({
    permission: 'interests.write',
    input: z.object({ interestId: id, reason: words(300) }),
    output: z.null(),
    errors: ['INTEREST_NOT_FOUND', 'INTEREST_NOT_WITHDRAWN', 'INTEREST_EXISTS'],
    audit: ['reinstated'],
    touches: ['interests'],
  }),
  /** A small page for the customer: what was registered, when, and that it guarantees nothing. */
  'interests.confirmation': action({
    permission: 'interests.read',
    input: z.object({ interestId: id, language: z.enum(languages).optional() }),
    output: z.object({ documentId: z.string() }),
    errors: ['INTEREST_NOT_FOUND'],
    audit: ['interest confirmation'],
    touches: [],
  }),
  /** A piece sold here was seen for sale: with what evidence, and when. */
  'interests.flagResale': command({
    permission: 'interests.write',
    input: z.object({
      customerId: id,
      itemId: id.nullable().default(null),
      seenOn: z.string().refine(isCivilDate, { error: 'not a date' }),
      evidence: words(1000),
    }),
    output: z.object({ flagId: z.string() }),
    errors: ['CUSTOMER_NOT_FOUND', 'ITEM_NOT_FOUND', 'SEEN_IN_THE_FUTURE'],
    audit: ['resale flag'],
    touches: ['interests'],
  }),
  /** Takes a flag back with the reason; both stay. */
  'interests.withdrawFlag': command({
    permission: 'interests.write',
    input: z.object({ flagId: id, reason: words(300) }),
    output: z.null(),
    errors: ['FLAG_NOT_FOUND', 'FLAG_WITHDRAWN'],
    audit: ['resale flag'],
    touches: ['interests'],
  }),
};
