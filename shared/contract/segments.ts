import { z } from 'zod';
import { segmentRuleShape } from '../domain/segments';
import { cardShape } from './customer-shapes';
import { command, query } from './define';
import { id } from './fields';

const name = z.string().trim().min(1).max(80);

export const segmentShape = z.object({
  id: z.string(),
  name: z.string(),
  rule: segmentRuleShape,
  madeBy: z.object({ id: z.string(), name: z.string() }),
  updatedAt: z.number(),
  isRetired: z.boolean(),
  version: z.number(),
});
export type Segment = z.output<typeof segmentShape>;

/** Segments: rules about what the app knows, saved, counted live, and never a stored list of people. */
export const segmentsContract = {
  'segments.list': query({
    permission: 'segments.read',
    input: z.object({ withRetired: z.boolean().default(false) }),
    output: z.array(segmentShape),
    errors: [],
  }),
  /**
   * Walks over the shop for as long as somebody waits gladly; asked again with `next` it goes on, so that a count over a
   * million customers never holds the window up.
   */
  'segments.look': query({
    permission: 'segments.read',
    input: z.object({ rule: segmentRuleShape, after: z.string().max(64).default('') }),
    output: z.object({
      found: z.number(),
      looked: z.number(),
      /** Customers of the shop, for the progress. */
      of: z.number(),
      next: z.string().nullable(),
      /** The first of those found in this call, at most twenty. */
      people: z.array(cardShape),
    }),
    errors: [],
  }),
  /** A new segment, or another name or rule of one; two in use never share a name. */
  'segments.save': command({
    permission: 'segments.write',
    input: z.object({
      segmentId: id.nullable(),
      version: z.number().int().default(0),
      name,
      rule: segmentRuleShape,
    }),
    output: z.object({ segmentId: z.string(), version: z.number() }),
    errors: ['SEGMENT_NOT_FOUND', 'SEGMENT_CHANGED', 'SEGMENT_NAME_TAKEN'],
    audit: ['name', 'rule'],
    touches: ['segments'],
  }),
  /** No longer offered, or offered again. */
  'segments.retire': command({
    permission: 'segments.write',
    input: z.object({ segmentId: id, isRetired: z.boolean() }),
    output: z.null(),
    errors: ['SEGMENT_NOT_FOUND', 'SEGMENT_NAME_TAKEN'],
    audit: ['retired'],
    touches: ['segments'],
  }),
};
