import { z } from 'zod';
import { PROMISE_KINDS, PROMISE_ORIGINS, TOLD_CHANNELS } from '../domain/promises';
import { namesShape } from './customer-shapes';
import { command, query } from './define';
import { day, id, person, words } from './fields';

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

const promiseEvent = z.object({
  id: z.string(),
  at: z.number(),
  by: person,
  kind: z.enum(['made', 'changed', 'moved', 'handed-over', 'snoozed', 'closed', 'reopened']),
  reason: z.string().nullable(),
  detail: z.record(z.string(), z.string().nullable()),
});

export const promiseShape = z.object({
  id: z.string(),
  number: z.string(),
  customer: namesShape.extend({ id: z.string(), number: z.string() }),
  kind: z.enum(PROMISE_KINDS),
  what: z.string(),
  dueOn: z.string(),
  dueTime: z.string().nullable(),
  owner: person,
  madeBy: person,
  madeAt: z.number(),
  /** The record it comes from, with the number people read; null where it has none. */
  origin: z.object({
    kind: z.enum(PROMISE_ORIGINS),
    id: z.string().nullable(),
    number: z.string().nullable(),
  }),
  isDiscreet: z.boolean(),
  status: z.enum(['open', 'kept', 'broken', 'released']),
  outcome: z.string().nullable(),
  brokenReason: z.string().nullable(),
  closedAt: z.number().nullable(),
  told: z.object({ channel: z.enum(TOLD_CHANNELS), at: z.number() }).nullable(),
  snoozedUntil: z.string().nullable(),
  /** Its moment passed while it was open, it was kept too late, or it was said to be broken. */
  isBreach: z.boolean(),
  version: z.number(),
});
export type ShopPromise = z.output<typeof promiseShape>;

const rateShape = z.object({
  counted: z.number(),
  inTime: z.number(),
  late: z.number(),
  broken: z.number(),
  overdue: z.number(),
  /** inTime ÷ counted; null where nothing can be counted yet. */
  rate: z.number().nullable(),
});

/** What was promised and by when; other features use the same shape for a next step that becomes a promise. */
export const promiseTerms = z.object({
  kind: z.enum(PROMISE_KINDS),
  what: words(500),
  dueOn: day,
  dueTime: time.nullable().default(null),
  /** Absent: whoever makes it. */
  ownerId: id.optional(),
  isDiscreet: z.boolean().default(false),
});
export type PromiseTermsInput = z.input<typeof promiseTerms>;
/** The codes with which terms may be refused, for every operation that takes them. */
export const promiseTermsErrors = ['DUE_IN_THE_PAST', 'OWNER_NOT_FOUND'] as const;

/** The promise ledger: what, to whom, by when, owner, outcome, and how the customer was told. */
export const promisesContract = {
  'promises.list': query({
    permission: 'promises.read',
    input: z.object({
      scope: z.enum(['mine', 'shop']).default('mine'),
      show: z.enum(['open', 'late', 'closed']).default('open'),
      customerId: id.optional(),
      limit: z.number().int().min(1).max(500).default(200),
    }),
    output: z.object({ total: z.number(), promises: z.array(promiseShape) }),
    errors: [],
  }),
  'promises.forCustomer': query({
    permission: 'promises.read',
    input: z.object({ customerId: id }),
    output: z.object({ open: z.array(promiseShape), closed: z.array(promiseShape) }),
    errors: ['CUSTOMER_NOT_FOUND'],
  }),
  'promises.history': query({
    permission: 'promises.read',
    input: z.object({ promiseId: id }),
    output: z.object({ promise: promiseShape, events: z.array(promiseEvent) }),
    errors: ['PROMISE_NOT_FOUND'],
  }),
  /** How reliably promises were kept, of those whose day is between two dates: the shop's, each person's, each kind's. */
  'promises.keptRate': query({
    permission: 'promises.read',
    input: z.object({ from: day, to: day }),
    output: z.object({
      shop: rateShape,
      people: z.array(rateShape.extend({ id: z.string(), name: z.string() })),
      kinds: z.array(rateShape.extend({ kind: z.enum(PROMISE_KINDS) })),
    }),
    errors: [],
  }),
  'promises.make': command({
    permission: 'promises.write',
    input: promiseTerms.extend({
      customerId: id,
      origin: z
        .object({ kind: z.enum(PROMISE_ORIGINS), id: id.nullable() })
        .default({ kind: 'counter', id: null }),
    }),
    output: z.object({ promiseId: z.string(), number: z.string() }),
    errors: ['CUSTOMER_NOT_FOUND', ...promiseTermsErrors],
    audit: ['promise'],
    touches: ['promises'],
  }),
  /** Another wording, kind or day. A later day needs its reason: the customer was promised the earlier one. */
  'promises.change': command({
    permission: 'promises.write',
    input: z.object({
      promiseId: id,
      version: z.number().int(),
      kind: z.enum(PROMISE_KINDS),
      what: words(500),
      dueOn: day,
      dueTime: time.nullable(),
      isDiscreet: z.boolean(),
      reason: z.string().trim().max(300).default(''),
    }),
    output: z.object({ version: z.number() }),
    errors: ['PROMISE_NOT_FOUND', 'PROMISE_CHANGED', 'PROMISE_CLOSED', 'REASON_NEEDED', 'DUE_IN_THE_PAST'],
    audit: ['kind', 'what', 'due_on', 'due_time', 'is_discreet'],
    touches: ['promises'],
  }),
  /** To a colleague, with its whole history. */
  'promises.handOver': command({
    permission: 'promises.write',
    input: z.object({ promiseId: id, toStaffId: id, reason: words(300) }),
    output: z.null(),
    errors: ['PROMISE_NOT_FOUND', 'PROMISE_CLOSED', 'OWNER_NOT_FOUND'],
    audit: ['owner'],
    touches: ['promises'],
  }),
  /** Put aside on Today; the day that was promised stays. Null takes it back. */
  'promises.snooze': command({
    permission: 'promises.write',
    input: z.object({ promiseId: id, until: day.nullable(), reason: z.string().trim().max(300).default('') }),
    output: z.null(),
    errors: ['PROMISE_NOT_FOUND', 'PROMISE_CLOSED', 'REASON_NEEDED', 'SNOOZE_PAST'],
    audit: ['snoozed_until'],
    touches: ['promises'],
  }),
  /** With its outcome, and how and when the customer was told (standard L8). */
  'promises.close': command({
    permission: 'promises.write',
    input: z.object({
      promiseId: id,
      status: z.enum(['kept', 'broken', 'released']),
      outcome: words(500),
      /** Why it was not kept; needed for a broken one. */
      brokenReason: z
        .string()
        .max(300)
        .nullable()
        .default(null)
        .transform((value) => value?.trim() || null),
      /** Null only for a broken one of which the customer has not been told. */
      told: z.object({ channel: z.enum(TOLD_CHANNELS), at: z.number().int() }).nullable(),
    }),
    output: z.null(),
    errors: ['PROMISE_NOT_FOUND', 'PROMISE_CLOSED', 'TOLD_NEEDED', 'TOLD_IN_THE_FUTURE', 'REASON_NEEDED'],
    audit: ['status', 'outcome', 'told'],
    touches: ['promises'],
  }),
  /** Closed by mistake: open again; the history keeps that it was closed. */
  'promises.reopen': command({
    permission: 'promises.write',
    input: z.object({ promiseId: id }),
    output: z.null(),
    errors: ['PROMISE_NOT_FOUND', 'PROMISE_IS_OPEN'],
    audit: ['status'],
    touches: ['promises'],
  }),
};
