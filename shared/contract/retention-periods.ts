import { z } from 'zod';
import { RETENTION_KINDS } from '../domain/retention-periods';
import { action, command, query } from './define';
import { id } from './fields';

const kind = z.enum(RETENTION_KINDS);
const months = z.number().int().min(1).max(1200).nullable();

const rule = z.object({
  kind,
  version: z.number(),
  months,
  reason: z.string(),
  atLeastMonths: z.number().nullable(),
  basis: z.enum(['law', 'inference']),
  /** Null for the one that comes with the app. */
  made: z.object({ at: z.number(), by: z.string() }).nullable(),
});
export type RetentionRule = z.output<typeof rule>;

const idle = z.object({
  id: z.string(),
  number: z.string(),
  name: z.string(),
  lastAt: z.number(),
  /** What keeps the record for now; null where it may go. */
  heldBy: z.enum(['job', 'complaint', 'request', 'staff']).nullable(),
});

/** How long what is kept; a run always begins with its list, and never without a manager. */
export const retentionContract = {
  'privacy.retentionRules': query({
    permission: 'privacy.answer',
    input: z.object({}),
    output: z.object({
      rules: z.array(rule),
      runs: z.array(
        z.object({
          id: z.string(),
          at: z.number(),
          by: z.string(),
          outcome: z.enum(['done', 'cancelled']),
          removed: z.record(z.string(), z.number()),
        }),
      ),
    }),
    errors: [],
  }),
  'privacy.setRetention': command({
    permission: 'privacy.answer',
    input: z.object({ kind, months, reason: z.string().trim().min(1).max(500) }),
    output: z.object({ version: z.number() }),
    errors: ['RETENTION_TOO_SHORT'],
    audit: ['months', 'reason'],
    touches: ['privacy'],
  }),
  /** Who and what has outlived its period today: nothing is changed. */
  'privacy.retentionList': action({
    permission: 'privacy.answer',
    input: z.object({}),
    output: z.object({
      customers: z.object({ total: z.number(), shown: z.array(idle) }),
      others: z.array(z.object({ kind, before: z.string(), count: z.number() })),
    }),
    errors: [],
    audit: ['retention list'],
    touches: [],
  }),
  /** Removes what the list showed and the manager left ticked, in short transactions; can be stopped between two of them. */
  'privacy.retentionRun': action({
    permission: 'privacy.answer',
    confirm: true,
    input: z.object({ customerIds: z.array(id).max(500), kinds: z.array(kind).max(RETENTION_KINDS.length) }),
    output: z.object({
      removed: z.record(z.string(), z.number()),
      /** Customers of the list who bought or were talked to since, or are held by something open. */
      skipped: z.number(),
      isWhole: z.boolean(),
    }),
    errors: [],
    audit: ['retention'],
    touches: ['privacy', 'customers', 'sales', 'conversations', 'drafts', 'consents', 'views'],
  }),
};
