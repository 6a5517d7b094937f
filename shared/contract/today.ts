import { z } from 'zod';
import { cardShape, namesShape } from './customer-shapes';
import { query } from './define';
import { productCard } from './needs';

/** What can be due, in the order in which Today shows it. */
export const dutyKinds = [
  'complaint',
  'oral-consent',
  'promise',
  'enquiry',
  'quotation',
  'job-late',
  'job-estimate',
  'job-ready',
  'handover',
  'conversation-outcome',
  'need',
  'arrival',
  'postponed',
  'vip',
  'birthday',
  'date',
  'warranty',
  'care',
  'survey',
] as const;
export type DutyKind = (typeof dutyKinds)[number];

const id = z.string().min(1).max(64);

export const duty = z.object({
  kind: z.enum(dutyKinds),
  /** Of the need, the item, the date: what it is about. */
  id: z.string(),
  customer: namesShape.extend({ id: z.string(), number: z.string() }),
  /** Civil date; null where there is none. */
  dueOn: z.string().nullable(),
  isOverdue: z.boolean(),
  /** Figures and names for the words of this kind; empty where it is discreet. */
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  /** Kept covered until somebody opens it: a screen at the counter has two sides. */
  isDiscreet: z.boolean(),
  /** Marketing consent is missing: a hint for the counter, not a reason to write or call (s.35E). */
  needsConsent: z.boolean(),
});
export type Duty = z.output<typeof duty>;

/** The advisor's home: what is due, for whom, and why. */
export const todayContract = {
  'today.list': query({
    permission: 'customers.read',
    input: z.object({ scope: z.enum(['mine', 'shop']).default('mine') }),
    output: z.object({
      today: z.string(),
      groups: z.array(z.object({ kind: z.enum(dutyKinds), total: z.number(), duties: z.array(duty) })),
      sales: z.object({ receipts: z.number(), totalMinor: z.number(), currency: z.string() }),
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
};
