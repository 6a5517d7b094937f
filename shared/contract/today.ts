import { z } from 'zod';
import { languages } from '../domain/languages';
import { cardShape, namesShape } from './customer-shapes';
import { action, command, query } from './define';
import { day, id } from './fields';
import { productCard } from './needs';

/** What can be due, in the order in which Today shows it. */
export const dutyKinds = [
  'complaint',
  'oral-consent',
  'privacy-request',
  'promise',
  'enquiry',
  'quotation',
  'offer-hold',
  'allocation',
  'job-late',
  'job-estimate',
  'job-ready',
  'job-uncollected',
  'handover',
  'review',
  'event-tell',
  'event-answer',
  'event-follow-up',
  'own-event',
  'follow-up',
  'contact-due',
  'campaign-call',
  'conversation-outcome',
  'need',
  'arrival',
  'postponed',
  'vip',
  'gift',
  'birthday',
  'date',
  'warranty',
  'care',
  'survey',
] as const;
export type DutyKind = (typeof dutyKinds)[number];

const scope = z.enum(['mine', 'shop']).default('mine');
const reason = z.string().trim().max(300).default('');

export const duty = z.object({
  kind: z.enum(dutyKinds),
  /** Of the need, the item, the date: what it is about. */
  id: z.string(),
  /** Null: somebody who is not on record; `name` says who. */
  customer: namesShape.extend({ id: z.string(), number: z.string() }).nullable(),
  name: z.string().nullable(),
  /** Civil date; null where there is none. */
  dueOn: z.string().nullable(),
  isOverdue: z.boolean(),
  /** Figures and names for the words of this kind; empty where it is discreet. */
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  /** Kept covered until somebody opens it: a screen at the counter has two sides. */
  isDiscreet: z.boolean(),
  /** Marketing consent is missing: a hint for the counter, not a reason to write or call (s.35E). */
  needsConsent: z.boolean(),
  /** The colleague it was given to; null: whose it is by itself. */
  assignedTo: z.object({ id: z.string(), name: z.string() }).nullable(),
});
export type Duty = z.output<typeof duty>;

/** Which duty: ids are those of its kind, and of this customer; null where it concerns nobody on record. */
const dutyKey = { kind: z.enum(dutyKinds), id: z.string().min(1).max(140), customerId: id.nullable() };
/** A promise is put off and handed over as a promise, with its own history. */
const promiseCodes = ['PROMISE_NOT_FOUND', 'PROMISE_CLOSED'] as const;

/** A duty that was put off, until when and why. */
const putAsideShape = z.object({ duty, until: z.string(), reason: z.string().nullable() });
export type PutAside = z.output<typeof putAsideShape>;

/** The advisor's home: what is due, for whom, and why. */
export const todayContract = {
  'today.list': query({
    permission: 'customers.read',
    input: z.object({ scope }),
    output: z.object({
      today: z.string(),
      groups: z.array(z.object({ kind: z.enum(dutyKinds), total: z.number(), duties: z.array(duty) })),
      sales: z.object({ receipts: z.number(), totalMinor: z.number(), currency: z.string() }),
      /** Duties put off by somebody: they come back by themselves. */
      putAside: z.array(putAsideShape),
      /** Customers whose record was opened today, the last one first. */
      seen: z.object({ total: z.number(), customers: z.array(cardShape) }),
      needsNoted: z.number(),
    }),
    errors: [],
  }),
  /** What is open with one customer: the facts behind the next best thing to do. */
  'today.forCustomer': query({
    permission: 'customers.read',
    input: z.object({ customerId: id }),
    output: z.object({
      duties: z.array(duty),
      openNeeds: z.number(),
      arrival: z.object({ needId: z.string(), product: productCard }).nullable(),
    }),
    errors: ['CUSTOMER_NOT_FOUND'],
  }),
  /** One week, from Monday on: what is due each day, and what is left from the days before it. */
  'today.week': query({
    permission: 'customers.read',
    input: z.object({ scope, day }),
    output: z.object({
      today: z.string(),
      days: z.array(z.object({ day: z.string(), duties: z.array(duty) })),
      /** How many of the week are not among them: of one kind there may be more than anybody reads. */
      more: z.number(),
      /** Overdue from before this week; nothing in any week but the present one. */
      earlier: z.array(duty),
    }),
    errors: [],
  }),
  /** Puts a duty off until a day, with the reason; null brings it back. A legal deadline is never put off past its day. */
  'today.snooze': command({
    permission: 'duties.move',
    input: z.object({ ...dutyKey, until: day.nullable(), reason }),
    output: z.null(),
    errors: ['DUTY_NOT_FOUND', 'REASON_NEEDED', 'SNOOZE_PAST', 'SNOOZE_PAST_DEADLINE', ...promiseCodes],
    audit: ['snoozed_until'],
    touches: ['duties', 'promises'],
  }),
  /** Gives a duty to a colleague, with the reason; null gives it back. */
  'today.reassign': command({
    permission: 'duties.move',
    input: z.object({ ...dutyKey, toStaffId: id.nullable(), reason }),
    /** Who had it before; null: whose it is by itself. */
    output: z.object({ before: z.string().nullable() }),
    errors: ['DUTY_NOT_FOUND', 'REASON_NEEDED', 'OWNER_NOT_FOUND', ...promiseCodes],
    audit: ['assigned_to'],
    touches: ['duties', 'promises'],
  }),
  /** Whom to call on a day, on paper. */
  'today.callSheet': action({
    permission: 'duties.print',
    input: z.object({ scope, day, language: z.enum(languages) }),
    output: z.object({ documentId: z.string(), people: z.number() }),
    errors: [],
    audit: ['call sheet'],
    touches: [],
  }),
};
