import { z } from 'zod';
import { query } from './define';

/** What a result stands for; a note leads to its customer, a record of the shop to its own screen. */
export const searchKinds = ['customer', 'item', 'product', 'receipt', 'record', 'note'] as const;
export type SearchKind = (typeof searchKinds)[number];

/** Records of the shop that are results themselves: what they are and where they open. */
export const searchPlaces = [
  'campaign',
  'programme',
  'event',
  'segment',
  'guideline',
  'gift',
  'allocation',
  'survey',
  'review',
  'job',
  'privacyRequest',
] as const;
export type SearchPlace = (typeof searchPlaces)[number];

/** Records that find their customer by number and words. */
export const recordSearchFields = [
  'promise',
  'conversation',
  'enquiry',
  'quotation',
  'interest',
  'complaint',
  'job',
  'event',
  'privacyRequest',
  'need',
  'gift',
  'review',
  'feedback',
  'handover',
  'plan',
] as const;

/** Where a match can be: every one has words under `search.field`. */
export const searchFields = [
  'familyName',
  'givenName',
  'englishName',
  'chineseName',
  'preferredName',
  'otherNames',
  'number',
  'otherNumber',
  'card',
  'phone',
  'email',
  'wechat',
  'whatsapp',
  'line',
  'otherContact',
  'note',
  'discreetNote',
  ...recordSearchFields,
  'campaign',
  'programme',
  'segment',
  'guideline',
  'allocation',
  'survey',
  'code',
  'reference',
  'barcode',
  'brand',
  'family',
  'name',
  'attribute',
  'serial',
  'movement',
  'receipt',
] as const;
export type SearchFieldName = (typeof searchFields)[number];

const why = z.object({
  field: z.enum(searchFields),
  /** As stored; a telephone number with the digits that were not typed hidden, a note cut around the match. */
  value: z.string(),
  /** Places in `value`, `[start, end)` in UTF-16 units. */
  ranges: z.array(z.tuple([z.number(), z.number()])),
  /** `sound` where letters matched the reading of Chinese characters. */
  by: z.enum(['text', 'sound']),
});
export type SearchWhy = z.output<typeof why>;

const result = z.object({
  kind: z.enum(searchKinds),
  /** Of a record: what it is and where it opens; null for everything else. */
  place: z.enum(searchPlaces).nullable(),
  /** The customer's, item's, product's, sale's or record's; of a note, the customer's. */
  id: z.string(),
  /** Whose page opens; null for products and anonymous receipts. */
  customerId: z.string().nullable(),
  title: z.string(),
  facts: z.object({
    /** Member number, product code or receipt number. */
    number: z.string().nullable(),
    /** The last digits of the first telephone number. */
    phoneEnd: z.string().nullable(),
    tier: z.string().nullable(),
    /** Instant of the last purchase, or of the receipt. */
    at: z.number().nullable(),
    owner: z.string().nullable(),
    reference: z.string().nullable(),
    amountMinor: z.number().nullable(),
    currency: z.string().nullable(),
    stock: z.number().nullable(),
  }),
  why: z.array(why),
  /** What was typed is a whole code of it: what a scanner sends. */
  isExact: z.boolean(),
  /** Nothing is written as typed; this is one typing error away. */
  isClose: z.boolean(),
});
export type SearchResult = z.output<typeof result>;

/** The one box. */
export const searchContract = {
  /** Everything that answers what was typed, group by group; a group with an exact code comes first. */
  'search.query': query({
    permission: 'customers.read',
    input: z.object({
      text: z.string().max(500),
      kinds: z.array(z.enum(searchKinds)).optional(),
      /** Of each kind. */
      limit: z.number().int().min(1).max(20).optional().default(8),
    }),
    output: z.object({ results: z.array(result), tookMs: z.number() }),
    errors: [],
  }),
  /** Whom the person working opened last, newest first. */
  'search.recent': query({
    permission: 'customers.read',
    input: z.object({ limit: z.number().int().min(1).max(20).optional().default(8) }),
    output: z.object({ results: z.array(result) }),
    errors: [],
  }),
};
