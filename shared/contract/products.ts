import { z } from 'zod';
import { warrantyPolicySchema } from '../domain/warranty';
import { command, query } from './define';

export const productStatuses = ['new', 'current', 'discontinued'] as const;
export const pictureTypes = ['image/png', 'image/jpeg', 'image/webp'] as const;
/** Largest picture that is kept, in bytes. */
export const largestPicture = 2 * 1024 * 1024;

const minor = z.number().int().nonnegative().safe();
const text = z.string().trim().max(200);
const optionalText = text.nullable().default(null);
const attributes = z.record(
  z.string().max(60),
  z.union([z.string().max(400), z.number(), z.boolean(), z.array(z.string().max(100)).max(40)]),
);

/** What a person may write about a product. */
export const productFields = z.object({
  code: text.min(1).max(64),
  brand: optionalText,
  family: optionalText,
  reference: optionalText,
  barcode: optionalText,
  name: text.min(1),
  chineseName: optionalText,
  category: text.min(1).max(60),
  attributes: attributes.default({}),
  /** Minor units of the shop's currency; null for "price on request". */
  priceMinor: minor.nullable().default(null),
  status: z.enum(productStatuses).default('current'),
  isSerialised: z.boolean().default(false),
  isPrecious: z.boolean().default(false),
  warranty: warrantyPolicySchema.nullable().default(null),
  care: z.string().trim().max(2000).nullable().default(null),
});

const summary = z.object({
  id: z.string(),
  code: z.string(),
  brand: z.string().nullable(),
  family: z.string().nullable(),
  reference: z.string().nullable(),
  barcode: z.string().nullable(),
  name: z.string(),
  chineseName: z.string().nullable(),
  category: z.string(),
  priceMinor: z.number().nullable(),
  currency: z.string(),
  status: z.enum(productStatuses),
  /** Null: the shop does not count this one. */
  stockCount: z.number().nullable(),
  isSerialised: z.boolean(),
  isPrecious: z.boolean(),
  /** From the day of the sale, by the terms of today; null where none are recorded. */
  warrantyMonths: z.number().nullable(),
  pictureId: z.string().nullable(),
});

const person = z.object({ customerId: z.string(), name: z.string() });

/** What the shop sells: R5, accurate information for enquiries. */
export const productsContract = {
  /** A page of the catalogue in the order brand, name; `next` continues it. */
  'products.list': query({
    permission: 'products.read',
    input: z.object({
      /** Code, reference, barcode, brand, or words of the name in any order. */
      text: z.string().max(200).optional(),
      brand: z.string().optional(),
      category: z.string().optional(),
      status: z.enum(productStatuses).optional(),
      priceMinMinor: minor.optional(),
      priceMaxMinor: minor.optional(),
      inStock: z.boolean().optional(),
      cursor: z.string().optional(),
      limit: z.number().int().min(1).max(200).default(100),
    }),
    output: z.object({ products: z.array(summary), total: z.number(), next: z.string().nullable() }),
    errors: [],
  }),
  /** The brands and categories there are, with how many products each: what the filters offer. */
  'products.facets': query({
    permission: 'products.read',
    input: z.object({}),
    output: z.object({
      brands: z.array(z.object({ name: z.string(), count: z.number() })),
      categories: z.array(z.object({ name: z.string(), count: z.number() })),
    }),
    errors: [],
  }),
  /** What a scanner or a hand typed, exactly: barcode, code or reference; several only when they share it. */
  'products.scan': query({
    permission: 'products.read',
    input: z.object({ typed: z.string().trim().min(1).max(100) }),
    output: z.array(summary),
    errors: [],
  }),
  'products.get': query({
    permission: 'products.read',
    input: z.object({ productId: z.string() }),
    output: summary.extend({
      attributes,
      warranty: warrantyPolicySchema.nullable(),
      care: z.string().nullable(),
      arrivedAt: z.number().nullable(),
      version: z.number(),
      pictureIds: z.array(z.string()),
      /** Oldest first. */
      prices: z.array(z.object({ at: z.number(), priceMinor: z.number() })),
      stockChanges: z.array(
        z.object({
          at: z.number(),
          before: z.number().nullable(),
          after: z.number().nullable(),
          reason: z.string(),
        }),
      ),
      sold: z.object({ units: z.number(), lastSoldOn: z.string().nullable() }),
      ownerCount: z.number(),
      owners: z.array(person.extend({ serial: z.string().nullable(), boughtOn: z.string().nullable() })),
      /** Open needs that this product answers. */
      wanted: z.array(
        person.extend({ needId: z.string(), score: z.number(), byDate: z.string().nullable() }),
      ),
      companions: z.array(summary),
      /** Bought on the same receipt, most often first. */
      boughtWith: z.array(summary.extend({ receipts: z.number() })),
    }),
    errors: ['PRODUCT_NOT_FOUND'],
  }),
  'products.picture': query({
    permission: 'products.read',
    input: z.object({ pictureId: z.string() }),
    output: z.object({ mime: z.string(), base64: z.string() }).nullable(),
    errors: [],
  }),
  'products.create': command({
    permission: 'products.write',
    input: productFields.extend({ stockCount: z.number().int().nullable().default(null) }),
    output: z.object({ productId: z.string() }),
    errors: ['CODE_TAKEN'],
    audit: ['product'],
    touches: ['products', 'needs'],
  }),
  /** Refuses when somebody saved in the meantime; a new price is a new step of the price history. */
  'products.update': command({
    permission: 'products.write',
    input: z.object({ productId: z.string(), version: z.number().int(), fields: productFields }),
    output: z.object({ version: z.number() }),
    errors: ['PRODUCT_NOT_FOUND', 'PRODUCT_CHANGED', 'CODE_TAKEN'],
    audit: [],
    touches: ['products', 'needs'],
  }),
  /** Puts the count right: `count` is what is really there, null stops counting this product. */
  'products.setStock': command({
    permission: 'products.write',
    input: z.object({
      productId: z.string(),
      count: z.number().int().nonnegative().max(1_000_000).nullable(),
      reason: z.string().trim().max(200),
    }),
    output: z.null(),
    errors: ['PRODUCT_NOT_FOUND', 'STOCK_REASON_NEEDED'],
    audit: ['stockCount'],
    touches: ['products', 'needs'],
  }),
  'products.setCompanions': command({
    permission: 'products.write',
    input: z.object({ productId: z.string(), companionIds: z.array(z.string()).max(24) }),
    output: z.null(),
    errors: ['PRODUCT_NOT_FOUND'],
    audit: ['companions'],
    touches: ['products'],
  }),
  'products.addPicture': command({
    permission: 'products.write',
    input: z.object({
      productId: z.string(),
      mime: z.string(),
      base64: z.base64().max(Math.ceil(largestPicture / 3) * 4 + 4),
    }),
    output: z.object({ pictureId: z.string() }),
    errors: ['PRODUCT_NOT_FOUND', 'PICTURE_TYPE', 'PICTURE_TOO_LARGE'],
    audit: ['pictures'],
    touches: ['products'],
  }),
  'products.removePicture': command({
    permission: 'products.write',
    input: z.object({ pictureId: z.string() }),
    output: z.null(),
    errors: ['PICTURE_NOT_FOUND'],
    audit: ['pictures'],
    touches: ['products'],
  }),
};
