import { z } from 'zod';
import { type CustomaryOccasion, GIFT_HANDINGS, GIFT_MOVEMENTS, GIFT_OCCASIONS } from '../domain/gifts';
import { languages } from '../domain/languages';
import { namesShape } from './customer-shapes';
import { action, command, query } from './define';
import { day, id, optionalWords, person, words } from './fields';

const minor = z.number().int().min(0).max(1e13);
const pieces = z.number().int().min(1).max(10_000);
const year = z.number().int().min(2000).max(2200);

const kindFields = z.object({
  name: words(120),
  chineseName: optionalWords(120),
  words: optionalWords(500),
  costMinor: minor,
  /** At this number or fewer the shop is warned. */
  lowAt: z.number().int().min(0).max(10_000).default(3),
  /** None: for any occasion. */
  occasions: z.array(z.enum(GIFT_OCCASIONS)).max(GIFT_OCCASIONS.length).default([]),
  /** Colours, metals, brands, straps: in the words of the customers' preferences. */
  tastes: z.array(words(40)).max(20).default([]),
});

export const giftKindShape = z.object({
  id: z.string(),
  name: z.string(),
  chineseName: z.string().nullable(),
  words: z.string().nullable(),
  costMinor: z.number(),
  currency: z.string(),
  stock: z.number(),
  lowAt: z.number(),
  isLow: z.boolean(),
  occasions: z.array(z.enum(GIFT_OCCASIONS)),
  tastes: z.array(z.string()),
  hasPicture: z.boolean(),
  isRetired: z.boolean(),
  version: z.number(),
});
export type GiftKind = z.output<typeof giftKindShape>;

const movementShape = z.object({
  id: z.string(),
  at: z.number(),
  by: z.string(),
  kind: z.enum(GIFT_MOVEMENTS),
  quantity: z.number(),
  counted: z.number().nullable(),
  reason: z.string().nullable(),
  giftNumber: z.string().nullable(),
});

const customaryTiers = z.array(z.string().min(1).max(40)).max(12);

/** What may be given in a year, and to whom a gift is customary. */
export const giftPolicySchema = z.object({
  limits: z.object({ withoutCard: minor, tiers: z.record(z.string().min(1).max(40), minor) }),
  customary: z.object({
    birthday: customaryTiers,
    anniversary: customaryTiers,
    'vip-welcome': customaryTiers,
    'new-year': customaryTiers.default([]),
  } satisfies Record<CustomaryOccasion, unknown>),
});

const policyVersion = giftPolicySchema.extend({
  version: z.number(),
  effectiveOn: z.string(),
  reason: z.string(),
  by: z.string().nullable(),
});
export type GiftPolicyVersion = z.output<typeof policyVersion>;

const budgetShape = z.object({ limitMinor: z.number(), givenMinor: z.number(), leftMinor: z.number() });

export const giftShape = z.object({
  id: z.string(),
  number: z.string(),
  customer: namesShape.extend({ id: z.string(), number: z.string() }),
  kind: z.object({ id: z.string(), name: z.string(), chineseName: z.string().nullable() }),
  quantity: z.number(),
  costMinor: z.number(),
  currency: z.string(),
  givenOn: z.string(),
  givenBy: person,
  occasion: z.enum(GIFT_OCCASIONS),
  whatFor: z.string().nullable(),
  handedOver: z.enum(GIFT_HANDINGS),
  isDiscreet: z.boolean(),
  tier: z.string().nullable(),
  isPastLimit: z.boolean(),
  limitReason: z.string().nullable(),
  takenBack: z.object({ at: z.number(), by: z.string(), reason: z.string() }).nullable(),
});
export type Gift = z.output<typeof giftShape>;

const reasonShape = z.discriminatedUnion('code', [
  z.object({ code: z.literal('OCCASION'), occasion: z.enum(GIFT_OCCASIONS) }),
  z.object({ code: z.literal('TASTE'), taste: z.string() }),
  z.object({ code: z.literal('ANY_OCCASION') }),
  z.object({ code: z.literal('WITHIN'), costMinor: z.number(), leftMinor: z.number() }),
  z.object({ code: z.literal('PAST'), costMinor: z.number(), leftMinor: z.number() }),
]);

const sums = z.array(z.object({ key: z.string(), gifts: z.number(), costMinor: z.number() }));
const yearReport = z.object({
  year: z.number(),
  currency: z.string(),
  gifts: z.array(giftShape),
  costMinor: z.number(),
  pastLimit: z.number(),
  byOccasion: sums,
  /** `key` is the person's name. */
  byPerson: sums,
  /** `key` is the tier's code; '' for customers without a card. */
  byTier: sums,
});
export type GiftYear = z.output<typeof yearReport>;

const touches = ['gifts'] as const;

/** Gifts: stock, cost, limits by tier, suggestions, who received what and when (standard L6). */
export const giftsContract = {
  'gifts.kinds': query({
    permission: 'gifts.read',
    input: z.object({ withRetired: z.boolean().default(false) }),
    output: z.array(giftKindShape),
    errors: [],
  }),
  /** A new kind, or another wording, cost or warning of one. Its stock changes by movements only. */
  'gifts.saveKind': command({
    permission: 'gifts.manage',
    input: kindFields.extend({ kindId: id.nullable().default(null), version: z.number().int().default(0) }),
    output: z.object({ kindId: z.string() }),
    errors: ['GIFT_KIND_NOT_FOUND', 'GIFT_KIND_CHANGED'],
    audit: ['name', 'chinese_name', 'words', 'cost', 'low_at', 'occasions', 'tastes'],
    touches,
  }),
  /** No longer given, or given again; what was given of it stays. */
  'gifts.retireKind': command({
    permission: 'gifts.manage',
    input: z.object({ kindId: id, isRetired: z.boolean() }),
    output: z.null(),
    errors: ['GIFT_KIND_NOT_FOUND'],
    audit: ['retired'],
    touches,
  }),
  /** Null takes the picture away. */
  'gifts.setPicture': command({
    permission: 'gifts.manage',
    input: z.object({
      kindId: id,
      picture: z.object({ mime: z.string().max(40), base64: z.string().max(3_000_000) }).nullable(),
    }),
    output: z.null(),
    errors: ['GIFT_KIND_NOT_FOUND', 'PICTURE_TYPE', 'PICTURE_TOO_LARGE'],
    audit: ['picture'],
    touches,
  }),
  'gifts.picture': query({
    permission: 'gifts.read',
    input: z.object({ kindId: id }),
    output: z.object({ mime: z.string(), base64: z.string() }).nullable(),
    errors: [],
  }),
  'gifts.receive': command({
    permission: 'gifts.write',
    input: z.object({ kindId: id, quantity: pieces, reason: optionalWords(300) }),
    output: z.object({ stock: z.number() }),
    errors: ['GIFT_KIND_NOT_FOUND'],
    audit: ['stock'],
    touches,
  }),
  /** What lies in the drawer; a difference needs its reason. */
  'gifts.count': command({
    permission: 'gifts.write',
    input: z.object({
      kindId: id,
      counted: z.number().int().min(0).max(1_000_000),
      reason: optionalWords(300),
    }),
    output: z.object({ stock: z.number() }),
    errors: ['GIFT_KIND_NOT_FOUND', 'GIFT_COUNT_DIFFERS'],
    audit: ['stock'],
    touches,
  }),
  /** Pieces that broke, were lost or were found. */
  'gifts.correct': command({
    permission: 'gifts.manage',
    input: z.object({
      kindId: id,
      quantity: z
        .number()
        .int()
        .min(-10_000)
        .max(10_000)
        .refine((value) => value !== 0),
      reason: words(300),
    }),
    output: z.object({ stock: z.number() }),
    errors: ['GIFT_KIND_NOT_FOUND', 'GIFT_OUT_OF_STOCK'],
    audit: ['stock'],
    touches,
  }),
  'gifts.movements': query({
    permission: 'gifts.read',
    input: z.object({ kindId: id, limit: z.number().int().min(1).max(500).default(100) }),
    output: z.array(movementShape),
    errors: [],
  }),
  /** What is in force, what comes, and what was before; the last first. */
  'gifts.policy': query({
    permission: 'gifts.read',
    input: z.object({}),
    output: z.object({
      inForce: policyVersion,
      coming: policyVersion.nullable(),
      versions: z.array(policyVersion),
      tiers: z.array(z.string()),
      currency: z.string(),
    }),
    errors: [],
  }),
  /** A new version from a day on; what stood before stays readable. */
  'gifts.savePolicy': command({
    permission: 'gifts.manage',
    input: giftPolicySchema.extend({ effectiveOn: day, reason: words(300) }),
    output: z.object({ version: z.number() }),
    errors: ['GIFT_POLICY_IN_THE_PAST'],
    audit: ['limits', 'customary', 'effective_on'],
    touches,
  }),
  /** What would please this customer on this occasion, and what the year has room for. */
  'gifts.suggest': query({
    permission: 'gifts.read',
    input: z.object({ customerId: id, occasion: z.enum(GIFT_OCCASIONS), on: day.nullable().default(null) }),
    output: z.object({
      tier: z.string().nullable(),
      currency: z.string(),
      budget: budgetShape,
      /** The one who asks: their own record receives no gift from them. */
      isOwnRecord: z.boolean(),
      suggestions: z.array(
        z.object({ kind: giftKindShape, isPastLimit: z.boolean(), reasons: z.array(reasonShape) }),
      ),
    }),
    errors: ['CUSTOMER_NOT_FOUND'],
  }),
  'gifts.forCustomer': query({
    permission: 'gifts.read',
    input: z.object({ customerId: id }),
    output: z.object({
      gifts: z.array(giftShape),
      /** This year's room. */
      budget: budgetShape,
      years: z.array(z.object({ year: z.number(), gifts: z.number(), costMinor: z.number() })),
      currency: z.string(),
    }),
    errors: ['CUSTOMER_NOT_FOUND'],
  }),
  'gifts.give': command({
    permission: 'gifts.write',
    input: z.object({
      customerId: id,
      kindId: id,
      quantity: pieces.max(100).default(1),
      givenOn: day.nullable().default(null),
      /** Absent: whoever writes it down. */
      givenById: id.optional(),
      occasion: z.enum(GIFT_OCCASIONS),
      whatFor: optionalWords(300),
      handedOver: z.enum(GIFT_HANDINGS),
      isDiscreet: z.boolean().default(false),
      /** Needed past the limit, except for a manager. */
      limitReason: optionalWords(300),
    }),
    output: z.object({ giftId: z.string(), number: z.string(), isPastLimit: z.boolean() }),
    errors: [
      'CUSTOMER_NOT_FOUND',
      'GIFT_KIND_NOT_FOUND',
      'GIFT_OUT_OF_STOCK',
      'GIFT_IN_THE_FUTURE',
      'GIFT_TO_ONESELF',
      'GIFT_PAST_LIMIT',
      'OWNER_NOT_FOUND',
    ],
    audit: ['gift'],
    touches: ['gifts', 'oversight'],
  }),
  /** It was not given after all, or came back: into the stock again by a movement of its own. */
  'gifts.takeBack': command({
    permission: 'gifts.write',
    input: z.object({ giftId: id, reason: words(300) }),
    output: z.null(),
    errors: ['GIFT_NOT_FOUND', 'GIFT_TAKEN_BACK'],
    audit: ['taken back'],
    touches: ['gifts', 'oversight'],
  }),
  'gifts.year': query({
    permission: 'gifts.read',
    input: z.object({ year }),
    output: yearReport,
    errors: [],
  }),
  /** The year on paper: the shop's own copy, with what is discreet left out by name. */
  'gifts.printYear': action({
    permission: 'reports.shop',
    input: z.object({ year, language: z.enum(languages) }),
    output: z.object({ documentId: z.string() }),
    errors: [],
    audit: ['gift year'],
    touches: [],
  }),
};
