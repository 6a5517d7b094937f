import { z } from 'zod';
import { isCivilDate } from '../domain/dates';
import { action, command, query } from './define';

export const saleKinds = ['sale', 'return', 'cancellation'] as const;
export const saleFlags = ['own-account', 'staff-purchase', 'precious-cash'] as const;
export const receiptFormats = ['roll80', 'A4'] as const;

/**
 * Cash from which a dealer in precious metals and stones is under supervision: HK$120,000 in minor units
 * (Cap. 615, Part 5A; the same threshold for several payments that look linked).
 */
export const preciousCashMinor = 120_000_00;

const minor = z.number().int().nonnegative().safe();
const text = z.string().trim().max(200);

const newLine = z.object({
  productId: z.string().nullable().default(null),
  /** Needed for a line without a product; a product's own name otherwise. */
  description: text.optional(),
  quantity: z.number().int().min(1).max(10_000),
  /** The product's price when left out. */
  unitPriceMinor: minor.optional(),
  /** For the whole line. */
  discountMinor: minor.default(0),
  discountReason: text.nullable().default(null),
  serial: text.nullable().default(null),
  /** The end on the card, where it is not what the product's terms come to; kept with the item, so with a customer only. */
  warrantyEndsOn: z.string().refine(isCivilDate, { error: 'not a date' }).nullable().default(null),
});

const line = z.object({
  /** Its place on the receipt, from 0: what it is known by. */
  position: z.number(),
  productId: z.string().nullable(),
  code: z.string().nullable(),
  brand: z.string().nullable(),
  reference: z.string().nullable(),
  description: z.string(),
  chineseName: z.string().nullable(),
  /** Signed, as on the receipt. */
  quantity: z.number(),
  unitPriceMinor: z.number(),
  discountMinor: z.number(),
  discountReason: z.string().nullable(),
  totalMinor: z.number(),
  serial: z.string().nullable(),
  warrantyEndsOn: z.string().nullable(),
  returnedQuantity: z.number(),
  cancelledQuantity: z.number(),
  /** What the customer kept of it, and for how much. */
  netQuantity: z.number(),
  netMinor: z.number(),
});

const sale = z.object({
  id: z.string(),
  receiptNumber: z.string(),
  kind: z.enum(saleKinds),
  /** The receipt it was returned or cancelled against. */
  returnsSaleId: z.string().nullable(),
  returnsReceipt: z.string().nullable(),
  customerId: z.string().nullable(),
  staffName: z.string().nullable(),
  soldAt: z.number(),
  soldOn: z.string(),
  currency: z.string(),
  totalMinor: z.number(),
  paymentNote: z.string().nullable(),
  cashMinor: z.number().nullable(),
  reason: z.string().nullable(),
  note: z.string().nullable(),
  flags: z.array(z.string()),
  lines: z.array(line),
});

/** How a receipt came to be whose it is: it was nobody's, or somebody else's. */
const attachment = z.object({
  id: z.string(),
  at: z.number(),
  by: z.string(),
  from: z.string().nullable(),
  to: z.string(),
  reason: z.string().nullable(),
  isUndone: z.boolean(),
});
export type SaleAttachment = z.output<typeof attachment>;

/** A receipt by itself, with whose it is; what became of that since it was recorded, the last first. */
const wholeSale = sale.extend({ customerName: z.string().nullable(), attachments: z.array(attachment) });

const attached = z.object({ attachmentId: z.string() });
const attachTouches = [
  'sales',
  'items',
  'customers',
  'needs',
  'recommendations',
  'interests',
  'plans',
  'duties',
  'vip',
  'oversight',
] as const;

const brief = z.object({
  id: z.string(),
  receiptNumber: z.string(),
  kind: z.enum(saleKinds),
  customerId: z.string().nullable(),
  customerName: z.string().nullable(),
  staffName: z.string().nullable(),
  soldAt: z.number(),
  soldOn: z.string(),
  currency: z.string(),
  totalMinor: z.number(),
  units: z.number(),
  flags: z.array(z.string()),
});

/** Purchases as the shop recorded them. A record of the sale, not a till: no payment is taken here. */
export const salesContract = {
  'sales.record': command({
    permission: 'sales.write',
    input: z.object({
      /** Null for an anonymous sale. */
      customerId: z.string().nullable().default(null),
      lines: z.array(newLine).max(500),
      paymentNote: text.nullable().default(null),
      /** How much of it was cash, where that is noted. */
      cashMinor: minor.nullable().default(null),
      note: z.string().trim().max(2000).nullable().default(null),
      /** Somebody of the staff buys, also where no record of theirs is chosen. */
      isStaffPurchase: z.boolean().default(false),
      /** Said yes to the question that PRECIOUS_CASH asks. */
      isPreciousCashConfirmed: z.boolean().default(false),
      /** A present for somebody: the items made are discreet. */
      isDiscreet: z.boolean().default(false),
      /** Closes the loop: this sale met the need, this recommendation was bought. */
      needId: z.string().nullable().default(null),
      recommendationId: z.string().nullable().default(null),
    }),
    output: z.object({
      saleId: z.string(),
      receiptNumber: z.string(),
      totalMinor: z.number(),
      flags: z.array(z.string()),
      itemIds: z.array(z.string()),
    }),
    errors: [
      'SALE_EMPTY',
      'CUSTOMER_NOT_FOUND',
      'PRODUCT_NOT_FOUND',
      'DESCRIPTION_NEEDED',
      'PRICE_NEEDED',
      'DISCOUNT_REASON_NEEDED',
      'DISCOUNT_TOO_LARGE',
      'SERIAL_NEEDED',
      'SERIAL_ONE_EACH',
      'SERIAL_TWICE',
      'SERIAL_ALREADY_SOLD',
      'CASH_OVER_TOTAL',
      'TOTAL_TOO_LARGE',
      'PRECIOUS_CASH',
      'NEED_NOT_THEIRS',
      'RECOMMENDATION_NOT_FOUND',
    ],
    audit: ['sale'],
    touches: ['sales', 'items', 'customers', 'products', 'needs', 'recommendations', 'interests'],
  }),
  /** Chosen lines of a receipt come back; a receipt of its own, linked to the first. */
  'sales.return': command({
    permission: 'sales.write',
    input: z.object({
      saleId: z.string(),
      lines: z.array(z.object({ position: z.number().int().min(0), quantity: z.number().int().min(1) })),
      reason: text,
      paymentNote: text.nullable().default(null),
      /** False when what came back cannot be sold again. */
      isBackInStock: z.boolean().default(true),
    }),
    output: z.object({ saleId: z.string(), receiptNumber: z.string(), totalMinor: z.number() }),
    errors: [
      'SALE_NOT_FOUND',
      'NOT_A_SALE',
      'RETURN_EMPTY',
      'RETURN_REASON_NEEDED',
      'LINE_NOT_FOUND',
      'RETURN_TOO_MANY',
    ],
    audit: ['return'],
    touches: ['sales', 'items', 'customers', 'products'],
  }),
  /** Takes back a whole sale on the day it was recorded: it never took place. */
  'sales.cancel': command({
    permission: 'sales.write',
    input: z.object({ saleId: z.string(), reason: text }),
    output: z.object({ saleId: z.string(), receiptNumber: z.string() }),
    errors: [
      'SALE_NOT_FOUND',
      'NOT_A_SALE',
      'SALE_NOT_TODAY',
      'SALE_ALREADY_RETURNED',
      'RETURN_REASON_NEEDED',
    ],
    audit: ['cancellation'],
    touches: ['sales', 'items', 'customers', 'products', 'needs', 'recommendations', 'interests'],
  }),
  /** A receipt recorded for nobody is this customer's from its own day on. */
  'sales.attach': command({
    permission: 'sales.attach',
    input: z.object({
      saleId: z.string(),
      customerId: z.string(),
      /** A present for somebody: the items made are discreet. */
      isDiscreet: z.boolean().default(false),
    }),
    output: attached,
    errors: ['SALE_NOT_FOUND', 'NOT_A_SALE', 'SALE_CANCELLED', 'SALE_HAS_CUSTOMER', 'CUSTOMER_NOT_FOUND'],
    audit: ['customer'],
    touches: attachTouches,
  }),
  /** A receipt recorded for the wrong customer: with the reason, and on the review list. */
  'sales.move': command({
    permission: 'sales.move',
    input: z.object({
      saleId: z.string(),
      customerId: z.string(),
      reason: z.string().trim().min(1).max(300),
    }),
    output: attached,
    errors: [
      'SALE_NOT_FOUND',
      'NOT_A_SALE',
      'SALE_CANCELLED',
      'SALE_WITHOUT_CUSTOMER',
      'SAME_CUSTOMER',
      'SALE_IN_USE',
      'CUSTOMER_NOT_FOUND',
    ],
    audit: ['customer', 'reason'],
    touches: attachTouches,
  }),
  /** Takes the last of these back; both stay on record. */
  'sales.undoAttach': command({
    permission: 'sales.attach',
    input: z.object({ attachmentId: z.string() }),
    output: z.null(),
    errors: ['MOVE_NOT_FOUND', 'SALE_IN_USE', 'MOVE_BACK_BY_MANAGER'],
    audit: ['customer'],
    touches: attachTouches,
  }),
  'sales.get': query({
    permission: 'sales.read',
    input: z.object({ saleId: z.string() }),
    output: wholeSale,
    errors: ['SALE_NOT_FOUND'],
  }),
  /** Receipts of one customer, newest first, found by text, year and kind; `next` continues. */
  'sales.forCustomer': query({
    permission: 'sales.read',
    input: z.object({
      customerId: z.string(),
      text: z.string().max(200).optional(),
      year: z.number().int().optional(),
      kind: z.enum(saleKinds).optional(),
      cursor: z.string().optional(),
      limit: z.number().int().min(1).max(500).default(100),
    }),
    output: z.object({
      sales: z.array(sale),
      /** How many receipts and lines the filter finds in all. */
      receipts: z.number(),
      lines: z.number(),
      next: z.string().nullable(),
    }),
    errors: [],
  }),
  /** Spend by year, rhythm and favourite brands, all netted. */
  'sales.summaryForCustomer': query({
    permission: 'sales.read',
    input: z.object({ customerId: z.string() }),
    output: z.object({
      currency: z.string(),
      spendMinor: z.number(),
      receipts: z.number(),
      units: z.number(),
      firstPurchaseAt: z.number().nullable(),
      lastPurchaseAt: z.number().nullable(),
      byYear: z.array(
        z.object({ year: z.number(), spendMinor: z.number(), receipts: z.number(), units: z.number() }),
      ),
      /** Days on which they bought, oldest first. */
      visitDays: z.array(z.string()),
      medianDays: z.number().nullable(),
      expectedNext: z.string().nullable(),
      brands: z.array(z.object({ brand: z.string(), spendMinor: z.number(), units: z.number() })),
      /** Receipts in another currency: listed, not in these sums. */
      otherCurrencyReceipts: z.number(),
    }),
    errors: [],
  }),
  /** Imported receipts may share a number, so this is a list. */
  'sales.findByReceipt': query({
    permission: 'sales.read',
    input: z.object({ receiptNumber: z.string().trim().min(1).max(64) }),
    output: z.array(brief),
    errors: [],
  }),
  /** A civil day's receipts, newest first; today when no day is given. */
  'sales.today': query({
    permission: 'sales.read',
    input: z.object({ day: z.string().refine(isCivilDate, { error: 'not a date' }).optional() }),
    output: z.object({
      day: z.string(),
      currency: z.string(),
      totalMinor: z.number(),
      receipts: z.number(),
      units: z.number(),
      sales: z.array(brief),
    }),
    errors: [],
  }),
  /** Prepares the receipt for preview and printing, in the customer's language. */
  'sales.receipt': action({
    permission: 'sales.read',
    input: z.object({
      saleId: z.string(),
      format: z.enum(receiptFormats),
      language: z.enum(['en', 'zh-Hant', 'zh-Hans']).optional(),
    }),
    output: z.object({ documentId: z.string() }),
    errors: ['SALE_NOT_FOUND'],
    audit: ['receipt'],
    touches: [],
  }),
};
