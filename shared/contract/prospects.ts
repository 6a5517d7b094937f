import { z } from 'zod';
import { CONVERSATION_CHANNELS } from '../domain/conversations';
import { cardShape } from './customer-shapes';
import { query } from './define';
import { id } from './fields';
import { needShape } from './needs';
import { duty } from './today';

/** Customers who have not bought yet: what they look for, how they came, when we last spoke, what is next (standard L1). */
export const prospectsContract = {
  'prospects.list': query({
    permission: 'customers.read',
    input: z.object({
      /** Primary or secondary advisor; null for the whole shop. */
      advisorId: id.nullable().default(null),
      source: z.string().max(60).nullable().default(null),
      needs: z.enum(['any', 'open', 'none']).default('any'),
      cursor: z.string().max(200).nullable().default(null),
      limit: z.number().int().min(1).max(100).default(30),
    }),
    output: z.object({
      rows: z.array(
        z.object({
          customer: cardShape,
          source: z.string(),
          /** When their record was opened. */
          since: z.number(),
          needs: z.array(needShape),
          /** The last conversation, or the last need noted face to face; null: never. */
          lastContact: z.object({ at: z.number(), channel: z.enum(CONVERSATION_CHANNELS) }).nullable(),
          /** What is due next with them; null: nothing is planned. */
          next: duty.nullable(),
        }),
      ),
      next: z.string().nullable(),
    }),
    errors: [],
  }),
  /** Prospects who bought for the first time since an instant, the latest first. */
  'prospects.converted': query({
    permission: 'customers.read',
    input: z.object({
      advisorId: id.nullable().default(null),
      since: z.number().int(),
      limit: z.number().int().min(1).max(200).default(50),
    }),
    output: z.object({
      total: z.number(),
      rows: z.array(
        z.object({
          customer: cardShape,
          source: z.string(),
          since: z.number(),
          boughtAt: z.number(),
          /** Days from the opening of the record to the first purchase. */
          days: z.number(),
        }),
      ),
    }),
    errors: [],
  }),
};
