import { z } from 'zod';
import { CHANNELS, DATA_KINDS, GOODS_CLASSES, PURPOSES } from '../domain/consent-events';
import { languages } from '../domain/languages';
import { signatureSchema } from '../domain/signature';
import { namesShape } from './customer-shapes';
import { action, command, query } from './define';
import { id } from './fields';

const channels = z.array(z.enum(CHANNELS));
const classes = z.array(z.enum(GOODS_CLASSES));

/** Why something is permitted or not, as `shared/domain/consent.ts` says it. */
export const permissionReasons = [
  'CONSENTED',
  'NEVER_ASKED',
  'THINKING',
  'DECLINED',
  'WITHDRAWN',
  'SUPPRESSED',
  'IMPORTED_CLAIM_ONLY',
  'ORAL_AWAITING_CONFIRMATION',
  'ORAL_NOT_CONFIRMED',
  'NO_NOTICE',
  'DATA_KIND_NOT_COVERED',
  'MINOR_NEEDS_PARENT',
  'SHARING_NEEDS_WRITTEN',
  'SHARING_NOT_SPECIFIED',
] as const;

export const statementShape = z.object({
  verdict: z.enum(['may', 'not']),
  purpose: z.enum(PURPOSES),
  channels: channels.readonly(),
  classes: classes.readonly(),
  reason: z.enum(permissionReasons),
});
export type Statement = z.output<typeof statementShape>;

/** An answered form: one entry a purpose that was asked; nothing ticked is a no. */
export const capturedConsent = z.object({
  /** Exactly the notice that was on the screen. */
  noticeId: id,
  noticeHash: z.string().length(64),
  form: z.enum(['written', 'oral', 'electronic']),
  /** Needed for `written`. */
  signature: signatureSchema.nullable(),
  /** Needed for somebody under 18: who has parental responsibility and consented. */
  parentName: z
    .string()
    .max(120)
    .nullable()
    .transform((value) => value?.trim() || null),
  answers: z
    .array(
      z.object({
        purpose: z.enum(PURPOSES),
        channels: channels.max(CHANNELS.length),
        classes: classes.max(GOODS_CLASSES.length),
        /** Sharing alone (s.35J): who receives, and whether the shop gains by it. */
        recipients: z.array(z.string().trim().min(1).max(200)).max(20).default([]),
        forGain: z.boolean().default(false),
      }),
    )
    .min(1)
    .max(PURPOSES.length),
  note: z
    .string()
    .max(500)
    .nullable()
    .default(null)
    .transform((value) => value?.trim() || null),
});

export const captureErrors = [
  'CUSTOMER_NOT_FOUND',
  'NOTICE_NOT_FOUND',
  'NOTICE_OUTDATED',
  'SIGNATURE_NEEDED',
  'PARENT_NEEDED',
  'ANSWER_INCOMPLETE',
  'SHARING_INCOMPLETE',
  'SHARING_NEEDS_SIGNATURE',
] as const;

const eventShape = z.object({
  id: z.string(),
  sequence: z.number(),
  kind: z.enum([
    'given',
    'declined',
    'thinking',
    'withdrawn',
    'confirmation-sent',
    'first-use-notice',
    'imported-claim',
  ]),
  at: z.number(),
  /** Null where an event is about no single purpose. */
  purpose: z.enum([...PURPOSES, 'all']),
  channels: z.union([channels.readonly(), z.literal('all')]),
  classes: z.union([classes.readonly(), z.literal('all')]),
  dataKinds: z.array(z.enum(DATA_KINDS)).readonly(),
  form: z.enum(['written', 'oral', 'electronic']).nullable(),
  by: z.string().nullable(),
  notice: z
    .object({
      id: z.string(),
      title: z.string(),
      version: z.number(),
      language: z.enum(languages),
      /** True when the stored text still has the hash that was kept with the signature. */
      isProved: z.boolean(),
    })
    .nullable(),
  signature: signatureSchema.nullable(),
  parentName: z.string().nullable(),
  confirmationDueAt: z.number().nullable(),
  note: z.string().nullable(),
});
export type ConsentHistoryEntry = z.output<typeof eventShape>;

const dutyShape = z.object({
  dueAt: z.number(),
  isOverdue: z.boolean(),
  /** When the oral consent was given, and to whom. */
  at: z.number(),
  by: z.string().nullable(),
  eventIds: z.array(z.string()),
});

/** What the shop may do with what it knows: asked, answered, confirmed, withdrawn. */
export const consentsContract = {
  'consents.forCustomer': query({
    permission: 'consents.read',
    input: z.object({ customerId: id }),
    output: z.object({
      statements: z.array(statementShape),
      isMinor: z.boolean(),
      isSuppressed: z.boolean(),
      wasEverAsked: z.boolean(),
      /** True while anything at all is, or soon could be, permitted: then it can be withdrawn. */
      canWithdraw: z.boolean(),
      firstUseNoticeDue: z.array(z.enum(PURPOSES)),
      duty: dutyShape.nullable(),
      /** Newest first. */
      events: z.array(eventShape),
    }),
    errors: ['CUSTOMER_NOT_FOUND'],
  }),
  /** Channels that may be used for direct marketing about anything at all, for the cards of a list. */
  'consents.permissionSummary': query({
    permission: 'consents.read',
    input: z.object({ customerIds: z.array(id).max(200) }),
    output: z.array(
      z.object({
        customerId: z.string(),
        channels,
        /** What stands in the way where no channel is permitted. */
        reason: z.enum(permissionReasons),
      }),
    ),
    errors: [],
  }),
  /** Oral consents across the shop that still need their written confirmation (s.35E), most urgent first. */
  'consents.duties': query({
    permission: 'consents.read',
    input: z.object({}),
    output: z.array(
      dutyShape.extend({ customer: namesShape.extend({ id: z.string(), number: z.string() }) }),
    ),
    errors: [],
  }),
  /** Writes down an answered form; it takes the place of every earlier answer for the same purposes. */
  'consents.capture': command({
    permission: 'consents.write',
    input: z.object({ customerId: id, consent: capturedConsent }),
    output: z.object({ confirmationDueAt: z.number().nullable() }),
    errors: captureErrors,
    audit: ['consent'],
    touches: ['consents', 'customers'],
  }),
  /** Stops at once, everywhere (s.35G); with a scope, only what is named. */
  'consents.withdraw': command({
    permission: 'consents.withdraw',
    input: z.object({
      customerId: id,
      /** Absent: everything. */
      scope: z
        .object({
          purpose: z.enum([...PURPOSES, 'all']).default('all'),
          channels: channels.min(1).nullable().default(null),
          classes: classes.min(1).nullable().default(null),
        })
        .optional(),
      /** In the customer's own words. */
      words: z.string().max(500).nullable().default(null),
    }),
    output: z.null(),
    errors: ['CUSTOMER_NOT_FOUND'],
    audit: ['consent', 'suppressions'],
    touches: ['consents', 'customers'],
  }),
  /** The letter that confirms oral consent: date received, kinds of data, channels, classes (s.35E(1)(b)). */
  'consents.confirmationLetter': action({
    permission: 'consents.write',
    input: z.object({ customerId: id, language: z.enum(languages) }),
    output: z.object({ documentId: z.string() }),
    errors: ['CUSTOMER_NOT_FOUND', 'NOTHING_TO_CONFIRM', 'CONFIRMATION_LATE'],
    audit: ['consent'],
    touches: [],
  }),
  /** Opens the same text as a message in the machine's own mail program; sending it is still to be recorded. */
  'consents.confirmationEmail': action({
    permission: 'consents.write',
    input: z.object({ customerId: id, language: z.enum(languages) }),
    output: z.null(),
    errors: ['CUSTOMER_NOT_FOUND', 'NOTHING_TO_CONFIRM', 'CONFIRMATION_LATE', 'NO_EMAIL', 'MAIL_NOT_OPENED'],
    audit: ['consent'],
    touches: ['conversations'],
  }),
  /** The confirmation is out: from now on the oral consent may be used. */
  'consents.confirmOral': command({
    permission: 'consents.write',
    input: z.object({ customerId: id, channel: z.enum(CHANNELS) }),
    output: z.null(),
    errors: ['CUSTOMER_NOT_FOUND', 'NOTHING_TO_CONFIRM', 'CONFIRMATION_LATE'],
    audit: ['consent'],
    touches: ['consents', 'customers', 'conversations'],
  }),
};
