import { z } from 'zod';
import {
  AGES,
  COMPLAINT_CAUSES,
  COMPLAINT_EVENTS,
  COMPLAINT_SOURCES,
  COMPLAINT_STEPS,
  COMPLAINT_SUBJECTS,
  SEVERITIES,
} from '../domain/complaints';
import { languages } from '../domain/languages';
import { TOLD_CHANNELS } from '../domain/promises';
import { namesShape } from './customer-shapes';
import { action, command, query } from './define';
import { day, id, person, words } from './fields';

const cost = z.number().int().min(0).max(1e13);
const score = z.number().int().min(1).max(5);
const clock = z.object({
  respondHours: z.number().int().min(1).max(2000),
  resolveHours: z.number().int().min(1).max(9000),
});

/** Clocks by severity, and what a remedy may cost without a manager. */
export const complaintRulesSchema = z.object({
  clocks: z.object({ minor: clock, serious: clock, grave: clock }),
  advisorLimitMinor: cost,
  serviceLimitMinor: cost,
});

/** How and when the customer was told, and what. */
const toldShape = z.object({ channel: z.enum(TOLD_CHANNELS), at: z.number().int(), what: words(1000) });

export const complaintShape = z.object({
  id: z.string(),
  number: z.string(),
  customer: namesShape.extend({ id: z.string(), number: z.string() }),
  source: z.enum(COMPLAINT_SOURCES),
  about: z.enum(COMPLAINT_SUBJECTS),
  what: z.string(),
  sale: z.object({ id: z.string(), receiptNumber: z.string(), soldOn: z.string() }).nullable(),
  item: z.object({ id: z.string(), description: z.string(), serial: z.string().nullable() }).nullable(),
  aboutStaff: person.nullable(),
  severity: z.enum(SEVERITIES),
  receivedAt: z.number(),
  receivedBy: person,
  owner: person,
  respondBy: z.number(),
  resolveBy: z.number(),
  respondedAt: z.number().nullable(),
  isResponseLate: z.boolean(),
  isResolutionLate: z.boolean(),
  /** The instant to work towards now; null for a closed case. */
  nextDue: z.number().nullable(),
  isDiscreet: z.boolean(),
  status: z.enum(['open', 'closed']),
  escalatedAt: z.number().nullable(),
  remedy: z
    .object({ words: z.string(), state: z.enum(['proposed', 'agreed']), costMinor: z.number() })
    .nullable(),
  currency: z.string(),
  told: toldShape.nullable(),
  cause: z.object({ code: z.enum(COMPLAINT_CAUSES), words: z.string() }).nullable(),
  lesson: z.string().nullable(),
  closedAt: z.number().nullable(),
  satisfaction: z.number().nullable(),
  version: z.number(),
});
export type Complaint = z.output<typeof complaintShape>;

const complaintEvent = z.object({
  id: z.string(),
  at: z.number(),
  by: person,
  kind: z.enum(COMPLAINT_EVENTS),
  words: z.string().nullable(),
  detail: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
});
export type ComplaintEvent = z.output<typeof complaintEvent>;

/** What is known when a complaint comes in; feedback opens one with the same. */
export const complaintTerms = z.object({
  source: z.enum(COMPLAINT_SOURCES),
  about: z.enum(COMPLAINT_SUBJECTS),
  what: words(2000),
  severity: z.enum(SEVERITIES),
  saleId: id.nullable().default(null),
  itemId: id.nullable().default(null),
  aboutStaffId: id.nullable().default(null),
  /** When it reached the shop: a letter may have lain; null: now. */
  receivedAt: z.number().int().nullable().default(null),
  /** Absent: whoever writes it down. */
  ownerId: id.optional(),
  isDiscreet: z.boolean().default(false),
});
/** The codes with which terms may be refused, for every operation that takes them. */
export const complaintTermsErrors = [
  'CUSTOMER_NOT_FOUND',
  'OWNER_NOT_FOUND',
  'COMPLAINT_LINK',
  'COMPLAINT_IN_THE_FUTURE',
] as const;

const openErrors = ['COMPLAINT_NOT_FOUND', 'COMPLAINT_CLOSED'] as const;
const touches = ['complaints', 'vip'] as const;
const causeCount = z.object({ cause: z.enum(COMPLAINT_CAUSES), cases: z.number(), costMinor: z.number() });

/** Complaint cases: two clocks, steps, remedy within limits, the customer told, cause and lesson (standard V4). */
export const complaintsContract = {
  'complaints.list': query({
    permission: 'complaints.read',
    input: z.object({
      scope: z.enum(['mine', 'shop']).default('shop'),
      show: z.enum(['open', 'late', 'closed']).default('open'),
      limit: z.number().int().min(1).max(500).default(200),
    }),
    output: z.object({ total: z.number(), complaints: z.array(complaintShape) }),
    errors: [],
  }),
  'complaints.forCustomer': query({
    permission: 'complaints.read',
    input: z.object({ customerId: id }),
    output: z.object({ open: z.array(complaintShape), closed: z.array(complaintShape) }),
    errors: ['CUSTOMER_NOT_FOUND'],
  }),
  'complaints.get': query({
    permission: 'complaints.read',
    input: z.object({ complaintId: id }),
    output: z.object({
      complaint: complaintShape,
      events: z.array(complaintEvent),
      /** What the one who asks may grant on this case, minor units; null: no limit. */
      limitMinor: z.number().nullable(),
    }),
    errors: ['COMPLAINT_NOT_FOUND'],
  }),
  /** The shop's cases: how old the open ones are; why, what they cost and how they ended, of those received in a period. */
  'complaints.shopView': query({
    permission: 'complaints.read',
    input: z.object({ from: day, to: day }),
    output: z.object({
      ages: z.array(z.object({ age: z.enum(AGES), cases: z.number() })),
      received: z.number(),
      closed: z.number(),
      respondedInTime: z.number(),
      respondedKnown: z.number(),
      resolvedInTime: z.number(),
      resolvedKnown: z.number(),
      costMinor: z.number(),
      currency: z.string(),
      satisfaction: z.object({ answers: z.number(), mean: z.number().nullable() }),
      causes: z.array(causeCount),
      /** The same cause about the same thing, more than once, the most frequent first. */
      repeats: z.array(
        z.object({
          cause: z.enum(COMPLAINT_CAUSES),
          about: z.enum(COMPLAINT_SUBJECTS),
          cases: z.number(),
          numbers: z.array(z.string()),
          lesson: z.string().nullable(),
        }),
      ),
    }),
    errors: [],
  }),
  'complaints.open': command({
    permission: 'complaints.write',
    input: complaintTerms.extend({ customerId: id }),
    output: z.object({ complaintId: z.string(), number: z.string() }),
    errors: complaintTermsErrors,
    audit: ['complaint'],
    touches,
  }),
  /** The first `responded` stops the response clock. */
  'complaints.addStep': command({
    permission: 'complaints.write',
    input: z.object({ complaintId: id, kind: z.enum(COMPLAINT_STEPS), words: words(2000) }),
    output: z.null(),
    errors: openErrors,
    audit: ['step'],
    touches,
  }),
  /** The clocks run anew from the receipt. */
  'complaints.setSeverity': command({
    permission: 'complaints.write',
    input: z.object({ complaintId: id, severity: z.enum(SEVERITIES), reason: words(300) }),
    output: z.null(),
    errors: openErrors,
    audit: ['severity'],
    touches,
  }),
  'complaints.handOver': command({
    permission: 'complaints.write',
    input: z.object({ complaintId: id, toStaffId: id, reason: words(300) }),
    output: z.null(),
    errors: [...openErrors, 'OWNER_NOT_FOUND'],
    audit: ['owner'],
    touches,
  }),
  /** To a manager, who owns it from then on. */
  'complaints.escalate': command({
    permission: 'complaints.write',
    input: z.object({ complaintId: id, toStaffId: id, reason: words(300) }),
    output: z.null(),
    errors: [...openErrors, 'COMPLAINT_NOT_A_MANAGER'],
    audit: ['owner', 'escalated_at'],
    touches,
  }),
  /** Beyond what the role may grant it is refused until a manager recorded as much. */
  'complaints.setRemedy': command({
    permission: 'complaints.write',
    input: z.object({
      complaintId: id,
      state: z.enum(['proposed', 'agreed']),
      remedy: words(1000),
      costMinor: cost,
    }),
    output: z.null(),
    errors: [...openErrors, 'COMPLAINT_REMEDY_LIMIT'],
    audit: ['remedy', 'remedy_state', 'remedy_cost_minor'],
    touches,
  }),
  /** Closed only when the customer was told, here or with `complaints.tell`, and with its cause. */
  'complaints.close': command({
    permission: 'complaints.write',
    input: z.object({
      complaintId: id,
      told: toldShape.nullable(),
      causeCode: z.enum(COMPLAINT_CAUSES),
      cause: words(1000),
      lesson: z
        .string()
        .max(1000)
        .default('')
        .transform((value) => value.trim() || null),
      satisfaction: score.nullable().default(null),
    }),
    output: z.null(),
    errors: [...openErrors, 'COMPLAINT_TOLD_NEEDED', 'TOLD_IN_THE_FUTURE'],
    audit: ['status', 'told', 'cause', 'lesson'],
    touches,
  }),
  'complaints.tell': command({
    permission: 'complaints.write',
    input: z.object({ complaintId: id, told: toldShape }),
    output: z.null(),
    errors: [...openErrors, 'TOLD_IN_THE_FUTURE'],
    audit: ['told'],
    touches,
  }),
  /** How satisfied the customer is with how it was handled, asked after it was closed. */
  'complaints.rate': command({
    permission: 'complaints.write',
    input: z.object({ complaintId: id, satisfaction: score, words: z.string().trim().max(1000).default('') }),
    output: z.null(),
    errors: ['COMPLAINT_NOT_FOUND', 'COMPLAINT_IS_OPEN'],
    audit: ['satisfaction'],
    touches,
  }),
  /** The customer comes back, or it was closed by mistake: what was told then does not count for the next end. */
  'complaints.reopen': command({
    permission: 'complaints.write',
    input: z.object({ complaintId: id, reason: words(300) }),
    output: z.null(),
    errors: ['COMPLAINT_NOT_FOUND', 'COMPLAINT_IS_OPEN'],
    audit: ['status'],
    touches,
  }),
  /** The whole case on A4, for the file: the shop's own paper. */
  'complaints.summary': action({
    permission: 'complaints.read',
    input: z.object({ complaintId: id, language: z.enum(languages) }),
    output: z.object({ documentId: z.string() }),
    errors: ['COMPLAINT_NOT_FOUND'],
    audit: ['complaint summary'],
    touches: [],
  }),
};
