import { z } from 'zod';
import { languages } from '../domain/languages';
import { backupResult } from './backups';
import { action, query } from './define';
import { dutyKinds } from './today';

/** Whose work of the day is counted, in the order of the sheet; the words are `day.part.<name>`. */
export const dayPartNames = [
  'promises',
  'plans',
  'conversations',
  'enquiries',
  'quotations',
  'interests',
  'complaints',
  'jobs',
  'handovers',
  'benefits',
  'events',
  'programmes',
  'feedback',
  'gifts',
  'reviews',
  'campaigns',
  'privacy',
] as const;
export type DayPartName = (typeof dayPartNames)[number];

const civilDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/** Somebody who works here, by both names; sheets kept before there were two have one. */
const colleague = z.object({ name: z.string(), chineseName: z.string().nullable().default(null) });

/** What happened on one day of the shop. Counts and sums only: the sheet is for the file. */
export const daySummary = z.object({
  day: z.string(),
  sales: z.object({
    receipts: z.number(),
    returns: z.number(),
    cancellations: z.number(),
    /** One line a currency; returns are taken off. */
    totals: z.array(z.object({ currency: z.string(), minor: z.number() })),
  }),
  /** Customers looked up, and how often in all. */
  lookups: z.object({ customers: z.number(), times: z.number() }),
  newCustomers: z.number(),
  needs: z.object({ noted: z.number(), met: z.number(), lost: z.number() }),
  vip: z.object({ joined: z.number(), declined: z.number(), thinking: z.number() }),
  consents: z.object({ given: z.number(), withdrawn: z.number() }),
  staff: z.array(colleague.extend({ id: z.string() })),
  /** The relationship work, only where there was some; sheets kept before it was counted have none. */
  parts: z
    .array(z.object({ name: z.enum(dayPartNames), figures: z.record(z.string(), z.number()) }))
    .default([]),
});
export type DaySummary = z.infer<typeof daySummary>;

/** What is unfinished this evening. */
export const unfinished = z.object({
  /** Forms that somebody began and did not save. */
  drafts: z.array(colleague.extend({ staffId: z.string(), count: z.number() })),
  /** Oral consents to be confirmed in writing. */
  duties: z.object({ open: z.number(), overdue: z.number(), nextDueAt: z.number().nullable() }),
  /** Who wanted to think about VIP and may be asked again. */
  thinking: z.number(),
  /** Open needs whose day has passed. */
  lateNeeds: z.number(),
  /** Open promises whose day has passed; sheets kept before there was a ledger have none. */
  latePromises: z.number().default(0),
  /** What else is due today or late, by kind; sheets kept before it was counted have none. */
  due: z.array(z.object({ kind: z.enum(dutyKinds), count: z.number() })).default([]),
});
export type Unfinished = z.infer<typeof unfinished>;

const dayClose = z.object({
  id: z.string(),
  day: z.string(),
  at: z.number(),
  closedBy: colleague,
  logHead: z.string(),
  logCount: z.number(),
  backups: z.object({ verified: z.number(), failed: z.number() }),
});

/** The evening: what happened, what is left, the backup, the sheet. */
export const dayContract = {
  /** Today where no day is given. */
  'day.summary': query({
    permission: 'day.read',
    input: z.object({ day: civilDate.optional() }),
    output: z.object({
      summary: daySummary,
      unfinished,
      /** Last close of that day; null while it is open. */
      closedAt: z.number().nullable(),
    }),
    errors: [],
  }),
  /** Backs up to every place and writes the close down. Without a place it is refused. */
  'day.close': action({
    permission: 'day.close',
    input: z.object({ note: z.string().trim().max(1000).nullable().default(null) }),
    output: z.object({
      dayCloseId: z.string(),
      logHead: z.string(),
      logCount: z.number(),
      results: z.array(backupResult),
    }),
    errors: ['NO_PLACES'],
    audit: ['day close'],
    touches: ['day', 'backups'],
  }),
  /** The day-close sheet, prepared for preview, print and PDF. */
  'day.sheet': action({
    permission: 'day.close',
    input: z.object({ dayCloseId: z.string(), language: z.enum(languages).optional() }),
    output: z.object({ documentId: z.string() }),
    errors: ['DAY_CLOSE_NOT_FOUND'],
    audit: ['sheet'],
    touches: [],
  }),
  'day.history': query({
    permission: 'day.read',
    input: z.object({ limit: z.number().int().min(1).max(400).default(31) }),
    output: z.array(dayClose),
    errors: [],
  }),
};
