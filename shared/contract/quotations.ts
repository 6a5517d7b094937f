import { z } from 'zod';
import { languages } from '../domain/languages';
import { TOLD_CHANNELS } from '../domain/promises';
import { QUOTATION_SENDINGS, QUOTATION_STATES } from '../domain/quotations';
import { namesShape } from './customer-shapes';
import { action, command, query } from './define';
import { day, id, optionalWords, person, words } from './fields';
import { salesContract } from './sales';

const minor = z.number().int().nonnegative().safe();
const percent = z.number().min(0).max(100).multipleOf(0.01);

/** Days an offer holds, and the largest discount of each role in percent; see `shopSettings`. */
export const quotationRulesSchema = z.object({
  validDays: z.number().int().min(1).max(365),
  advisorPercent: percent,
  managerPercent: percent,
});

const newLine = z.object({
  productId: id.nullable().default(null),
  /** Needed for a line without a product; a product's own name otherwise. */
  description: optionalWords(200),
  quantity: z.number().int().min(1).max(10_000),
  /** The product's price when left out. */
  unitPriceMinor: minor.optional(),
  /** For the whole line. */
  discountMinor: minor.default(0),
});

const content = {
  lines: z.array(newLine).max(100),
  /** Absent: as many days as the shop's rules say. */
  expiresOn: day.optional(),
  terms: optionalWords(2000),
  note: optionalWords(1000),
  isDiscreet: z.boolean().default(false),
};

/** What may be wrong with the content of a quotation, for every operation that takes one. */
const contentErrors = [
  'QUOTATION_EMPTY',
  'PRODUCT_NOT_FOUND',
  'DESCRIPTION_NEEDED',
  'PRICE_NEEDED',
  'DISCOUNT_TOO_LARGE',
  'DISCOUNT_OVER_LIMIT',
  'TOTAL_TOO_LARGE',
  'EXPIRY_IN_THE_PAST',
] as const;

const line = z.object({
  id: z.string(),
  productId: z.string().nullable(),
  code: z.string().nullable(),
  brand: z.string().nullable(),
  reference: z.string().nullable(),
  description: z.string(),
  chineseName: z.string().nullable(),
  isSerialised: z.boolean(),
  isPrecious: z.boolean(),
  pictureId: z.string().nullable(),
  quantity: z.number(),
  listPriceMinor: z.number().nullable(),
  unitPriceMinor: z.number(),
  discountMinor: z.number(),
  totalMinor: z.number(),
});

export const quotationShape = z.object({
  id: z.string(),
  number: z.string(),
  revision: z.number(),
  customer: namesShape.extend({ id: z.string(), number: z.string() }),
  by: person,
  createdAt: z.number(),
  state: z.enum(QUOTATION_STATES),
  isDiscreet: z.boolean(),
  currency: z.string(),
  grossMinor: z.number(),
  totalMinor: z.number(),
  expiresOn: z.string(),
  terms: z.string().nullable(),
  note: z.string().nullable(),
  sent: z.object({ at: z.number(), by: person, how: z.enum(QUOTATION_SENDINGS) }).nullable(),
  confirmed: z.object({ name: z.string(), how: z.enum(TOLD_CHANNELS), at: z.number() }).nullable(),
  declinedReason: z.string().nullable(),
  sale: z.object({ id: z.string(), receiptNumber: z.string() }).nullable(),
  lines: z.array(line),
  version: z.number(),
});
export type Quotation = z.output<typeof quotationShape>;
export type QuotationLine = Quotation['lines'][number];

const kept = z.object({ quotationId: z.string(), number: z.string(), totalMinor: z.number() });
const chosen = { quotationId: id };
const topics = ['quotations'] as const;

/** Offers in writing: number, lines, terms, a last day, an answer, a sale (standard T4). */
export const quotationsContract = {
  'quotations.list': query({
    permission: 'quotations.read',
    input: z.object({
      scope: z.enum(['mine', 'shop']).default('mine'),
      /** Open: drafts and offers that hold; confirmed: not sold yet; ended: everything else but what was revised. */
      show: z.enum(['open', 'confirmed', 'ended']).default('open'),
      limit: z.number().int().min(1).max(500).default(200),
    }),
    output: z.object({
      total: z.number(),
      quotations: z.array(quotationShape),
      /** Of the whole list, by state and currency. */
      sums: z.array(
        z.object({
          state: z.enum(QUOTATION_STATES),
          currency: z.string(),
          count: z.number(),
          totalMinor: z.number(),
        }),
      ),
    }),
    errors: [],
  }),
  /** The newest first; earlier versions stand behind the one that replaced them. */
  'quotations.forCustomer': query({
    permission: 'quotations.read',
    input: z.object({ customerId: id }),
    output: z.object({ open: z.array(quotationShape), ended: z.array(quotationShape) }),
    errors: ['CUSTOMER_NOT_FOUND'],
  }),
  'quotations.history': query({
    permission: 'quotations.read',
    input: z.object(chosen),
    output: z.object({
      quotation: quotationShape,
      /** Every version of the offer, the first one first. */
      versions: z.array(quotationShape),
      events: z.array(
        z.object({
          id: z.string(),
          at: z.number(),
          by: person,
          revision: z.number(),
          kind: z.enum([
            'drafted',
            'changed',
            'sent',
            'confirmed',
            'declined',
            'discarded',
            'reopened',
            'revised',
            'sold',
          ]),
          detail: z.string().nullable(),
        }),
      ),
    }),
    errors: ['QUOTATION_NOT_FOUND'],
  }),
  /** What an advisor may do: days and discount of whoever asks. */
  'quotations.limits': query({
    permission: 'quotations.read',
    input: z.object({}),
    output: z.object({ validDays: z.number(), discountPercent: z.number() }),
    errors: [],
  }),
  'quotations.draft': command({
    permission: 'quotations.write',
    input: z.object({ customerId: id, ...content }),
    output: kept,
    errors: ['CUSTOMER_NOT_FOUND', ...contentErrors],
    audit: ['quotation'],
    touches: topics,
  }),
  /** Only a draft: what was sent is revised instead. */
  'quotations.change': command({
    permission: 'quotations.write',
    input: z.object({ ...chosen, version: z.number().int(), ...content }),
    output: kept,
    errors: ['QUOTATION_NOT_FOUND', 'QUOTATION_CHANGED', 'QUOTATION_WAS_SENT', ...contentErrors],
    audit: ['lines', 'expires_on', 'terms', 'note', 'is_discreet'],
    touches: topics,
  }),
  /** A draft that will not be sent; its number stays taken. */
  'quotations.discard': command({
    permission: 'quotations.write',
    input: z.object(chosen),
    output: z.null(),
    errors: ['QUOTATION_NOT_FOUND', 'QUOTATION_WAS_SENT'],
    audit: ['status'],
    touches: topics,
  }),
  /** The page as the customer gets it, for the preview; a draft says that it is one. */
  'quotations.document': action({
    permission: 'quotations.read',
    input: z.object({ ...chosen, language: z.enum(languages).optional() }),
    output: z.object({ documentId: z.string() }),
    errors: ['QUOTATION_NOT_FOUND'],
    audit: ['quotation document'],
    touches: [],
  }),
  /** Prints it, saves it as PDF or opens the mail program with it, and only then marks it as sent. */
  'quotations.send': action({
    permission: 'quotations.write',
    input: z.object({ ...chosen, how: z.enum(QUOTATION_SENDINGS), language: z.enum(languages).optional() }),
    output: z.object({ isSent: z.boolean() }),
    errors: [
      'QUOTATION_NOT_FOUND',
      'QUOTATION_CLOSED',
      'QUOTATION_CHANGED',
      'EXPIRY_IN_THE_PAST',
      'DISCOUNT_OVER_LIMIT',
      'NO_PRINTER',
      'FILE_NOT_WRITTEN',
      'NO_EMAIL',
      'MAIL_NOT_OPENED',
    ],
    audit: ['sent'],
    touches: [...topics, 'conversations'],
  }),
  /** The customer said yes: who, how, and when. */
  'quotations.confirm': command({
    permission: 'quotations.write',
    input: z.object({
      ...chosen,
      name: words(120),
      how: z.enum(TOLD_CHANNELS),
      at: z.number().int(),
    }),
    output: z.null(),
    errors: [
      'QUOTATION_NOT_FOUND',
      'QUOTATION_NOT_SENT',
      'QUOTATION_CLOSED',
      'QUOTATION_EXPIRED',
      'TOLD_IN_THE_FUTURE',
    ],
    audit: ['status', 'confirmed'],
    touches: topics,
  }),
  'quotations.decline': command({
    permission: 'quotations.write',
    input: z.object({ ...chosen, reason: words(300) }),
    output: z.null(),
    errors: ['QUOTATION_NOT_FOUND', 'QUOTATION_NOT_SENT', 'QUOTATION_CLOSED'],
    audit: ['status', 'declined_reason'],
    touches: topics,
  }),
  /** Takes back an answer or a discarding; what was sent stays sent. */
  'quotations.reopen': command({
    permission: 'quotations.write',
    input: z.object(chosen),
    output: z.null(),
    errors: ['QUOTATION_NOT_FOUND', 'QUOTATION_NOT_CLOSED', 'QUOTATION_CLOSED', 'QUOTATION_SOLD'],
    audit: ['status'],
    touches: topics,
  }),
  /** A new version as a draft with the same lines; the one it replaces can no longer be confirmed. */
  'quotations.revise': command({
    permission: 'quotations.write',
    input: z.object(chosen),
    output: z.object({ quotationId: z.string(), number: z.string() }),
    errors: ['QUOTATION_NOT_FOUND', 'QUOTATION_NOT_SENT', 'QUOTATION_CLOSED', 'QUOTATION_SOLD'],
    audit: ['revision'],
    touches: topics,
  }),
  /** The confirmed offer as a sale in one step, at its prices. */
  'quotations.convert': command({
    permission: 'quotations.write',
    input: z.object({
      ...chosen,
      /** By line: one serial number for each piece of a product that has them. */
      serials: z.record(id, z.array(z.string().trim().max(200)).max(100)).default({}),
      paymentNote: optionalWords(200),
      cashMinor: minor.nullable().default(null),
      isPreciousCashConfirmed: z.boolean().default(false),
    }),
    output: z.object({ saleId: z.string(), receiptNumber: z.string(), totalMinor: z.number() }),
    errors: [
      'QUOTATION_NOT_FOUND',
      'QUOTATION_NOT_CONFIRMED',
      'QUOTATION_SOLD',
      ...salesContract['sales.record'].errors,
    ],
    audit: ['sale'],
    touches: [...topics, ...salesContract['sales.record'].touches],
  }),
};
