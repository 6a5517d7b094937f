import { z } from 'zod';
import { TOLD_CHANNELS } from '../domain/promises';
import { warrantyPolicySchema } from '../domain/warranty';
import { namesShape } from './customer-shapes';
import { command, query } from './define';
import { day, id, person, words } from './fields';
import { productFields, productStatuses } from './products';
import { promiseTermsErrors } from './promises';

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const productIds = z.array(id).max(6).default([]);

/** What was known of a product when the customer was told: specifications, price, availability, warranty, care. */
export const productFactsShape = z.object({
  productId: z.string(),
  code: z.string(),
  brand: z.string().nullable(),
  name: z.string(),
  chineseName: z.string().nullable(),
  reference: z.string().nullable(),
  priceMinor: z.number().nullable(),
  currency: z.string(),
  status: z.enum(productStatuses),
  /** Null: the shop does not count this one. */
  stockCount: z.number().nullable(),
  warranty: warrantyPolicySchema.nullable(),
  care: z.string().nullable(),
  /** Specifications by name; answers of earlier days were kept without them. */
  attributes: productFields.shape.attributes,
});
export type ProductFactsShown = z.output<typeof productFactsShape>;

export const enquiryShape = z.object({
  id: z.string(),
  number: z.string(),
  customer: namesShape.extend({ id: z.string(), number: z.string() }),
  question: z.string(),
  channel: z.enum(TOLD_CHANNELS),
  askedAt: z.number(),
  askedOf: person,
  isDiscreet: z.boolean(),
  status: z.enum(['open', 'answered']),
  /** The promise to answer, while it is open. */
  promise: z
    .object({
      number: z.string(),
      dueOn: z.string(),
      dueTime: z.string().nullable(),
      owner: person,
      isLate: z.boolean(),
    })
    .nullable(),
  answer: z
    .object({
      text: z.string(),
      at: z.number(),
      by: person,
      told: z.object({ channel: z.enum(TOLD_CHANNELS), at: z.number() }),
    })
    .nullable(),
  /** As they are while it is open; as they were when it was answered. */
  facts: z.array(productFactsShape),
  version: z.number(),
});
export type Enquiry = z.output<typeof enquiryShape>;

/** By when an answer is promised, and who gives it. */
const due = z.object({
  dueOn: day,
  dueTime: time.nullable().default(null),
  /** Absent: whoever was asked. */
  ownerId: id.optional(),
});

/** Questions customers ask, their answers and the facts behind them (standard R5). */
export const enquiriesContract = {
  'enquiries.list': query({
    permission: 'enquiries.read',
    input: z.object({
      /** Mine: asked of me, or mine to answer. */
      scope: z.enum(['mine', 'shop']).default('mine'),
      show: z.enum(['open', 'answered']).default('open'),
      limit: z.number().int().min(1).max(500).default(200),
    }),
    output: z.object({ total: z.number(), enquiries: z.array(enquiryShape) }),
    errors: [],
  }),
  'enquiries.forCustomer': query({
    permission: 'enquiries.read',
    input: z.object({ customerId: id }),
    output: z.object({ open: z.array(enquiryShape), answered: z.array(enquiryShape) }),
    errors: ['CUSTOMER_NOT_FOUND'],
  }),
  /** What the catalogue says of products, to read out while the customer listens. */
  'enquiries.facts': query({
    permission: 'enquiries.read',
    input: z.object({ productIds }),
    output: z.array(productFactsShape),
    errors: [],
  }),
  /** A question: answered at once, or promised by a day. */
  'enquiries.ask': command({
    permission: 'enquiries.write',
    input: z.object({
      customerId: id,
      question: words(500),
      channel: z.enum(TOLD_CHANNELS),
      productIds,
      isDiscreet: z.boolean().default(false),
      /** Null: not answered yet, then `due` says by when it will be. */
      answer: words(1000).nullable(),
      due: due.nullable(),
    }),
    output: z.object({
      enquiryId: z.string(),
      number: z.string(),
      promiseNumber: z.string().nullable(),
    }),
    errors: ['CUSTOMER_NOT_FOUND', 'PRODUCT_NOT_FOUND', 'ANSWER_DUE_NEEDED', ...promiseTermsErrors],
    audit: ['enquiry'],
    touches: ['enquiries', 'promises'],
  }),
  /** Told the customer: the facts are kept as they are now, and the promise to answer is kept. */
  'enquiries.answer': command({
    permission: 'enquiries.write',
    input: z.object({
      enquiryId: id,
      version: z.number().int(),
      answer: words(1000),
      productIds,
      told: z.object({ channel: z.enum(TOLD_CHANNELS), at: z.number().int() }),
    }),
    output: z.null(),
    errors: [
      'ENQUIRY_NOT_FOUND',
      'ENQUIRY_ANSWERED',
      'ENQUIRY_CHANGED',
      'PRODUCT_NOT_FOUND',
      'TOLD_IN_THE_FUTURE',
    ],
    audit: ['answer', 'told', 'facts'],
    touches: ['enquiries', 'promises'],
  }),
  /** Answered by mistake: open again, and its promise with it; the history keeps the answer. */
  'enquiries.reopen': command({
    permission: 'enquiries.write',
    input: z.object({ enquiryId: id }),
    output: z.null(),
    errors: ['ENQUIRY_NOT_FOUND', 'ENQUIRY_IS_OPEN'],
    audit: ['status'],
    touches: ['enquiries', 'promises'],
  }),
};
