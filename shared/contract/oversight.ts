import { z } from 'zod';
import { REVIEW_CAUSES, REVIEW_KINDS } from '../domain/oversight';
import { namesShape } from './customer-shapes';
import { command, query } from './define';
import { id } from './fields';

/** The numbers of honest work, as the manager sets them. */
export const oversightRulesSchema = z.object({
  differentRecords: z.number().int().min(2).max(1000),
  windowMinutes: z.number().int().min(5).max(1440),
  discountPercent: z.number().int().min(0).max(100),
});

const entryShape = z.object({
  kind: z.enum(REVIEW_KINDS),
  /** The sale, the line of a sale, the look-up, the gift, the conversation, or the line of the log. */
  sourceId: z.string(),
  at: z.number(),
  staff: z.object({ id: z.string(), name: z.string() }).nullable(),
  customer: namesShape.extend({ id: z.string(), number: z.string() }).nullable(),
  /** Of the sale; of the gift or the conversation, its own. */
  receiptNumber: z.string().nullable(),
  /** What was paid; for a discount, what was taken off; what a gift cost. */
  amountMinor: z.number().nullable(),
  currency: z.string().nullable(),
  percent: z.number().nullable(),
  /** Whose relative the customer is. */
  relativeOf: z.string().nullable(),
  cause: z.enum(REVIEW_CAUSES).nullable(),
  /** Why somebody looked, sold past the gate or gave more, or the reason that the discount carries. */
  reason: z.string().nullable(),
});
export type ReviewEntry = z.output<typeof entryShape>;
/** An entry as it is read back from a signature. */
export const reviewEntryShape = entryShape;

/** Reasons for look-ups, and the list that the manager signs off. */
export const oversightContract = {
  /** Why this record is opened outside the counter flow. */
  'oversight.giveReason': command({
    permission: 'customers.read',
    input: z.object({ customerId: id, reason: z.string().trim().min(3).max(300) }),
    output: z.null(),
    errors: ['CUSTOMER_NOT_FOUND', 'NO_REASON_NEEDED'],
    audit: ['look-up reason'],
    touches: ['oversight'],
  }),
  /** What waits to be signed, the newest first. */
  'oversight.list': query({
    permission: 'oversight.review',
    input: z.object({
      /** How far back; null: everything. */
      days: z.number().int().min(1).max(3650).nullable().default(90),
      kind: z.enum(REVIEW_KINDS).nullable().default(null),
      limit: z.number().int().min(1).max(500).default(200),
    }),
    output: z.object({ total: z.number(), entries: z.array(entryShape) }),
    errors: [],
  }),
  /** What was signed, as it stood then, the last first. */
  'oversight.signed': query({
    permission: 'oversight.review',
    input: z.object({ limit: z.number().int().min(1).max(500).default(200) }),
    output: z.array(
      z.object({ id: z.string(), entry: entryShape, remark: z.string(), by: z.string(), at: z.number() }),
    ),
    errors: [],
  }),
  /** With a remark, once and for all. Nobody signs what they did themselves while there is another manager. */
  'oversight.sign': command({
    permission: 'oversight.review',
    input: z.object({
      kind: z.enum(REVIEW_KINDS),
      sourceId: id,
      remark: z.string().trim().min(1).max(500),
    }),
    output: z.null(),
    errors: ['REVIEW_ENTRY_NOT_FOUND', 'ALREADY_SIGNED', 'SIGNING_OWN'],
    audit: ['sign-off'],
    touches: ['oversight'],
  }),
};
