import { z } from 'zod';
import { isCivilDate } from '../domain/dates';
import { warrantyPolicySchema } from '../domain/warranty';
import { command, query } from './define';

export const itemStatuses = ['owned', 'returned', 'given', 'sold', 'lost'] as const;

const text = z.string().trim().max(200);
const optionalText = text.nullable().default(null);
const day = z.string().refine(isCivilDate, { error: 'not a date' }).nullable().default(null);

/** What a person may write about a thing a customer owns. */
export const itemFields = z.object({
  brand: optionalText,
  family: optionalText,
  reference: optionalText,
  description: text.min(1),
  serial: optionalText,
  movementNumber: optionalText,
  calibre: optionalText,
  /** Case metal and size, lug width, links removed, dial, strap, box, papers, … by name. */
  attributes: z
    .record(
      z.string().max(60),
      z.union([z.string().max(400), z.number(), z.boolean(), z.array(z.string().max(100)).max(40)]),
    )
    .default({}),
  /** Where, when it was not here. */
  boughtElsewhereAt: optionalText,
  boughtOn: day,
  warranty: warrantyPolicySchema.nullable().default(null),
  warrantyIssuer: optionalText,
  warrantyName: optionalText,
  warrantyStart: day,
  /** The end on the card: wins over every calculation. */
  warrantyEnd: day,
  serviceDue: day,
  waterTestDue: day,
  batteryDue: day,
  isDiscreet: z.boolean().default(false),
  status: z.enum(itemStatuses).default('owned'),
  note: z.string().trim().max(2000).nullable().default(null),
});

const item = itemFields.extend({
  id: z.string(),
  customerId: z.string(),
  productId: z.string().nullable(),
  pictureId: z.string().nullable(),
  /** Of the product, where it is one of the catalogue. */
  chineseName: z.string().nullable(),
  isBoughtHere: z.boolean(),
  version: z.number(),
  warrantyState: z.enum(['in', 'ending', 'out', 'unknown']),
  /** The last day covered, from the card or from the policy; null when nothing is known. */
  warrantyEndsOn: z.string().nullable(),
  canExtend: z.boolean(),
  /** What it needs next, soonest first. */
  care: z.array(
    z.object({
      kind: z.enum(['service', 'water-test', 'battery']),
      dueOn: z.string(),
      state: z.enum(['overdue', 'soon', 'later']),
    }),
  ),
});

/** The serial-numbered things a customer owns, bought here or elsewhere. */
export const itemsContract = {
  'items.forCustomer': query({
    permission: 'customers.read',
    input: z.object({ customerId: z.string() }),
    output: z.array(item),
    errors: [],
  }),
  /** Something bought elsewhere, or here before the records begin. */
  'items.add': command({
    permission: 'items.write',
    input: z.object({
      customerId: z.string(),
      productId: z.string().nullable().default(null),
      isBoughtHere: z.boolean().default(false),
      fields: itemFields,
    }),
    output: z.object({ itemId: z.string() }),
    errors: ['CUSTOMER_NOT_FOUND', 'PRODUCT_NOT_FOUND'],
    audit: ['item'],
    touches: ['items', 'customers'],
  }),
  'items.update': command({
    permission: 'items.write',
    input: z.object({ itemId: z.string(), version: z.number().int(), fields: itemFields }),
    output: z.object({ version: z.number() }),
    errors: ['ITEM_NOT_FOUND', 'ITEM_CHANGED'],
    audit: [],
    touches: ['items', 'customers'],
  }),
  'items.remove': command({
    permission: 'items.write',
    input: z.object({ itemId: z.string() }),
    output: z.null(),
    errors: ['ITEM_NOT_FOUND'],
    audit: ['removed'],
    touches: ['items', 'customers'],
  }),
  /** Undo of a removal. */
  'items.putBack': command({
    permission: 'items.write',
    input: z.object({ itemId: z.string() }),
    output: z.null(),
    errors: ['ITEM_NOT_FOUND'],
    audit: ['putBack'],
    touches: ['items', 'customers'],
  }),
};
