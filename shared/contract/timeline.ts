import { z } from 'zod';
import { query } from './define';

export const timelineKinds = [
  'purchase',
  'note',
  'need',
  'recommendation',
  'promise',
  'follow-up',
  'complaint',
  'feedback',
  'conversation',
  'enquiry',
  'quotation',
  'interest',
  'job',
  'handover',
  'gift',
  'review',
  'event',
  'campaign',
  'consent',
  'vip',
  'privacy',
  'item',
  'benefit',
  'edit',
  'merge',
] as const;
export type TimelineKind = (typeof timelineKinds)[number];

/** One thing that happened with a customer. `title` is a key under `story`. */
export const timelineEntry = z.object({
  at: z.number(),
  kind: z.enum(timelineKinds),
  id: z.string(),
  title: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  /** Words of people: a note's text, what a receipt held. */
  detail: z.string().nullable(),
  /** Whoever wrote it down; null where nobody is recorded. */
  by: z.object({ id: z.string(), name: z.string() }).nullable(),
  isDiscreet: z.boolean(),
  isEdited: z.boolean(),
});
export type TimelineEntry = z.output<typeof timelineEntry>;

export const timelineContract = {
  /** Everything that happened with one customer, newest first, a page at a time. */
  'timeline.forCustomer': query({
    permission: 'customers.read',
    input: z.object({
      customerId: z.string().min(1).max(64),
      /** Empty: everything. */
      kinds: z.array(z.enum(timelineKinds)).default([]),
      cursor: z.string().max(200).nullable().default(null),
      limit: z.number().int().min(1).max(200).default(40),
    }),
    output: z.object({
      entries: z.array(timelineEntry),
      next: z.string().nullable(),
      /** Of what kinds there is anything at all, whatever was asked for; only with the first page. */
      kinds: z.array(z.enum(timelineKinds)).nullable(),
    }),
    errors: [],
  }),
};
