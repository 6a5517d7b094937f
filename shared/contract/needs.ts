import { z } from 'zod';
import { languages } from '../domain/languages';
import { cardShape, namesShape } from './customer-shapes';
import { action, command, query } from './define';
import { day, id, optionalWords, person } from './fields';
import { productStatuses } from './products';

/** Quick choices; a record may hold any other words, too. */
export const occasions = [
  'own-use',
  'birthday',
  'anniversary',
  'wedding',
  'graduation',
  'new-job',
  'retirement',
  'new-year',
  'christmas',
  'business-gift',
  'new-baby',
  'collection',
] as const;
export const recipients = ['self', 'spouse', 'parent', 'child', 'friend', 'business'] as const;
export const lostReasons = [
  'price',
  'not-available',
  'bought-elsewhere',
  'changed-mind',
  'too-large',
  'no-answer',
] as const;
export const postponedReasons = [
  'waiting-for-bonus',
  'asks-family',
  'after-travel',
  'wants-to-compare',
] as const;
export const needStatuses = ['open', 'met', 'lost', 'postponed'] as const;

/**
 * Bands of what people want to spend, in minor units of the shop's currency: the digits of the quick form, and the bars
 * of the board. The last one has no upper end.
 */
export const budgetBands = [
  { code: '1', minMinor: 0, maxMinor: 500_000 },
  { code: '2', minMinor: 500_000, maxMinor: 2_000_000 },
  { code: '3', minMinor: 2_000_000, maxMinor: 5_000_000 },
  { code: '4', minMinor: 5_000_000, maxMinor: 10_000_000 },
  { code: '5', minMinor: 10_000_000, maxMinor: 30_000_000 },
  { code: '6', minMinor: 30_000_000, maxMinor: null },
] as const;
export type BudgetBand = (typeof budgetBands)[number];

/** The band of what somebody wants to spend at most, the least they said where there is no most; 'none' without either. */
export function budgetBandOf(maxMinor: number | null, minMinor: number | null): string {
  const minor = maxMinor ?? minMinor;
  if (minor === null) return 'none';
  return budgetBands.find((band) => band.maxMinor === null || minor <= band.maxMinor)?.code ?? 'none';
}

const minor = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER);
const attributeValue = z.union([z.string().max(120), z.number(), z.boolean()]);
const wanted = z.union([
  attributeValue,
  z.array(attributeValue).max(20),
  z.object({ min: z.number().optional(), max: z.number().optional() }),
]);
const attributes = z.record(z.string().max(60), wanted);

/** What can be written about a need: at least one part of it. */
export const needFields = z.object({
  seen: optionalWords(2000),
  asked: optionalWords(2000),
  answered: optionalWords(2000),
  occasion: optionalWords(120),
  forWhom: optionalWords(120),
  budgetMinMinor: minor.nullable().default(null),
  budgetMaxMinor: minor.nullable().default(null),
  byDate: day.nullable().default(null),
  brand: optionalWords(120),
  category: optionalWords(60),
  reference: optionalWords(120),
  attributes: attributes.default({}),
  isDiscreet: z.boolean().default(false),
});

/** A reason as a code with its figures; the words are those of the language on the screen. */
export const reasonShape = z.object({
  code: z.string().max(60),
  params: z.record(z.string().max(60), z.union([z.string().max(300), z.number()])),
});
export type Reason = z.output<typeof reasonShape>;

/** A product as a card at the counter shows it. */
export const productCard = z.object({
  id: z.string(),
  code: z.string(),
  brand: z.string().nullable(),
  reference: z.string().nullable(),
  name: z.string(),
  chineseName: z.string().nullable(),
  category: z.string(),
  priceMinor: z.number().nullable(),
  currency: z.string(),
  status: z.enum(productStatuses),
  stockCount: z.number().nullable(),
  pictureId: z.string().nullable(),
});
export type ProductCard = z.output<typeof productCard>;

export const needShape = z.object({
  id: z.string(),
  customerId: z.string(),
  staff: person,
  at: z.number(),
  seen: z.string().nullable(),
  asked: z.string().nullable(),
  answered: z.string().nullable(),
  occasion: z.string().nullable(),
  forWhom: z.string().nullable(),
  budgetMinMinor: z.number().nullable(),
  budgetMaxMinor: z.number().nullable(),
  currency: z.string(),
  byDate: z.string().nullable(),
  brand: z.string().nullable(),
  category: z.string().nullable(),
  reference: z.string().nullable(),
  attributes,
  isDiscreet: z.boolean(),
  status: z.enum(needStatuses),
  statusReason: z.string().nullable(),
  postponedUntil: z.string().nullable(),
  saleId: z.string().nullable(),
  closedAt: z.number().nullable(),
  version: z.number(),
});
export type Need = z.output<typeof needShape>;

/** A product that answers a need, with the arithmetic behind its score. */
export const matchShape = z.object({
  product: productCard,
  /** 0 to 100. */
  score: z.number(),
  reasons: z.array(reasonShape.extend({ points: z.number(), outOf: z.number() })).readonly(),
  /** Arrived after the need was noted, and nobody has looked at it yet. */
  isNew: z.boolean(),
});
export type NeedMatchCard = z.output<typeof matchShape>;

const count = z.object({ name: z.string(), count: z.number() });

/** Which needs the board is about. */
const boardFilter = z.object({
  /** Whose needs; null for the whole shop. */
  staffId: id.nullable().default(null),
  /** Noted, or lost, between these days; null: no end on that side. */
  from: day.nullable().default(null),
  to: day.nullable().default(null),
  /** What the pictures count: what is open, or all that was noted. */
  counts: z.enum(['open', 'noted']).default('open'),
  brand: z.string().max(120).nullable().default(null),
  category: z.string().max(60).nullable().default(null),
  occasion: z.string().max(120).nullable().default(null),
  /** A code of `budgetBands`, or 'none' where no budget is known. */
  budget: z.string().max(10).nullable().default(null),
  /** Only what is open for long, or what nothing on the shelves answers. */
  unmet: z.enum(['long', 'unanswered']).nullable().default(null),
  longDays: z.number().int().min(1).max(3650).default(60),
});
export type BoardFilterInput = z.input<typeof boardFilter>;

/** What customers need: seen, asked, answered; open until met, lost or postponed. */
export const needsContract = {
  'needs.note': command({
    permission: 'needs.write',
    input: needFields.extend({ customerId: id }),
    output: z.object({ needId: z.string() }),
    errors: ['CUSTOMER_NOT_FOUND', 'NEED_EMPTY', 'BUDGET_REVERSED'],
    audit: ['need'],
    touches: ['needs', 'customers'],
  }),
  /** Refuses when somebody saved in the meantime. */
  'needs.update': command({
    permission: 'needs.write',
    input: z.object({ needId: id, version: z.number().int(), fields: needFields }),
    output: z.object({ version: z.number() }),
    errors: ['NEED_NOT_FOUND', 'NEED_CHANGED', 'NEED_EMPTY', 'BUDGET_REVERSED'],
    audit: [],
    touches: ['needs', 'customers'],
  }),
  /** Met (with the sale where there is one), lost, or postponed to a day; the last two with a reason. */
  'needs.close': command({
    permission: 'needs.write',
    input: z.object({
      needId: id,
      outcome: z.enum(['met', 'lost', 'postponed']),
      reason: optionalWords(300),
      until: day.nullable().default(null),
      saleId: id.nullable().default(null),
    }),
    output: z.null(),
    errors: [
      'NEED_NOT_FOUND',
      'NEED_NOT_OPEN',
      'NEED_REASON_NEEDED',
      'NEED_UNTIL_NEEDED',
      'NEED_UNTIL_PAST',
      'SALE_NOT_FOUND',
    ],
    audit: ['status'],
    touches: ['needs', 'customers'],
  }),
  /** Takes closing back. */
  'needs.reopen': command({
    permission: 'needs.write',
    input: z.object({ needId: id }),
    output: z.null(),
    errors: ['NEED_NOT_FOUND', 'NEED_IS_OPEN'],
    audit: ['status'],
    touches: ['needs', 'customers'],
  }),
  /** Takes a noted need back, or puts it back again. */
  'needs.setRemoved': command({
    permission: 'needs.write',
    input: z.object({ needId: id, isRemoved: z.boolean() }),
    output: z.null(),
    errors: ['NEED_NOT_FOUND'],
    audit: ['deleted'],
    touches: ['needs', 'customers'],
  }),
  /** Open and postponed needs, newest first, each with the best of what the shop has; then those that ended. */
  'needs.forCustomer': query({
    permission: 'needs.read',
    input: z.object({ customerId: id }),
    output: z.object({
      open: z.array(z.object({ need: needShape, matches: z.array(matchShape), matchCount: z.number() })),
      ended: z.array(needShape),
      /** Where this shop's own categories and brands are offered. */
      currency: z.string(),
    }),
    errors: ['CUSTOMER_NOT_FOUND'],
  }),
  /** Products that answer a need now, the best first. */
  'needs.matches': query({
    permission: 'needs.read',
    input: z.object({ needId: id, limit: z.number().int().min(1).max(50).default(12) }),
    output: z.array(matchShape),
    errors: ['NEED_NOT_FOUND'],
  }),
  /**
   * Demand: needs counted and the open ones listed, the most urgent first; what was lost and why, what waits long, what
   * nothing on the shelves answers, and what to buy in.
   */
  'needs.board': query({
    permission: 'needs.read',
    input: boardFilter.extend({
      cursor: z.string().max(300).nullable().default(null),
      limit: z.number().int().min(1).max(200).default(50),
    }),
    output: z.object({
      currency: z.string(),
      open: z.number(),
      /** By date within two weeks, or past it. */
      dueSoon: z.number(),
      overdue: z.number(),
      postponed: z.number(),
      /** Most wanted first; '' where none was named. */
      byBrand: z.array(count),
      byCategory: z.array(count),
      byOccasion: z.array(count),
      /** Every band in order, then 'none'. */
      byBudget: z.array(count),
      unmet: z.object({
        /** Lost, and met, in the period; in the last year where none is given. */
        total: z.number(),
        met: z.number(),
        byReason: z.array(count),
        byBrand: z.array(count),
        /** Open for longer than `longDays`. */
        long: z.number(),
        /** Open, and nothing in stock of that kind and brand within the budget. */
        unanswered: z.number(),
      }),
      buyIn: z.array(
        z.object({
          brand: z.string().nullable(),
          category: z.string().nullable(),
          band: z.string(),
          waiting: z.number(),
          lost: z.number(),
          since: z.number().nullable(),
          references: z.array(z.string()).readonly(),
        }),
      ),
      rows: z.array(z.object({ need: needShape, customer: cardShape })),
      next: z.string().nullable(),
    }),
    errors: [],
  }),
  /** The board on paper: pictures, what is unmet, what to buy in, and the first of the open needs. */
  'needs.printBoard': action({
    permission: 'needs.read',
    input: boardFilter.extend({ language: z.enum(languages) }),
    output: z.object({ documentId: z.string() }),
    errors: [],
    audit: ['needs board'],
    touches: [],
  }),
  /** Arrivals that answer open needs and that nobody has looked at, newest first. */
  'needs.newMatches': query({
    permission: 'needs.read',
    input: z.object({
      staffId: id.nullable().default(null),
      limit: z.number().int().min(1).max(100).default(20),
    }),
    output: z.array(
      z.object({
        needId: z.string(),
        customer: namesShape.extend({ id: z.string(), number: z.string() }),
        product: productCard,
        matchedAt: z.number(),
        score: z.number(),
        isDiscreet: z.boolean(),
      }),
    ),
    errors: [],
  }),
  /** Not for this customer: the arrival is not shown for this need again. `isDismissed` false takes that back. */
  'needs.dismissMatch': command({
    permission: 'needs.write',
    input: z.object({ needId: id, productId: id, isDismissed: z.boolean().default(true) }),
    output: z.null(),
    errors: ['NEED_NOT_FOUND'],
    audit: ['match'],
    touches: ['needs'],
  }),
  /** Somebody looked at what arrived for this need. */
  'needs.seeMatches': command({
    permission: 'needs.write',
    input: z.object({ needId: id }),
    output: z.null(),
    errors: ['NEED_NOT_FOUND'],
    audit: ['match'],
    touches: ['needs'],
  }),
};
