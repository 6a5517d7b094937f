import { z } from 'zod';
import { DEPARTMENTS } from '../domain/departments';
import { namesShape } from './customer-shapes';
import { command, query } from './define';
import { day, id, person, words } from './fields';

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

export const handoverShape = z.object({
  id: z.string(),
  number: z.string(),
  customer: namesShape.extend({ id: z.string(), number: z.string() }),
  /** What it is about beside the customer; null for a plain question. */
  item: z.object({ id: z.string(), name: z.string() }).nullable(),
  job: z.object({ id: z.string(), number: z.string() }).nullable(),
  from: z.enum(DEPARTMENTS),
  to: z.enum(DEPARTMENTS),
  subject: z.string(),
  dueOn: z.string(),
  dueTime: z.string().nullable(),
  isLate: z.boolean(),
  isDiscreet: z.boolean(),
  openedBy: person,
  openedAt: z.number(),
  closedAt: z.number().nullable(),
  /** True where the person who asks may write in the thread. */
  mayAnswer: z.boolean(),
  messages: z.array(
    z.object({
      id: z.string(),
      at: z.number(),
      by: person,
      department: z.enum(DEPARTMENTS),
      kind: z.enum(['asked', 'answered', 'closed', 'reopened']),
      body: z.string(),
    }),
  ),
});
export type Handover = z.output<typeof handoverShape>;

/** What one department asks of another: one thread that both sides see, closed with an answer. */
export const handoversContract = {
  'handovers.list': query({
    permission: 'handovers.read',
    input: z.object({
      /** `ours`: to or from the department of whoever asks. */
      scope: z.enum(['ours', 'all']).default('ours'),
      show: z.enum(['open', 'late', 'closed']).default('open'),
    }),
    output: z.array(handoverShape),
    errors: [],
  }),
  'handovers.forCustomer': query({
    permission: 'handovers.read',
    input: z.object({ customerId: id }),
    output: z.object({ open: z.array(handoverShape), closed: z.array(handoverShape) }),
    errors: ['CUSTOMER_NOT_FOUND'],
  }),
  'handovers.open': command({
    permission: 'handovers.write',
    input: z.object({
      customerId: id,
      itemId: id.nullable().default(null),
      jobId: id.nullable().default(null),
      to: z.enum(DEPARTMENTS),
      subject: words(120),
      question: words(1000),
      dueOn: day,
      dueTime: time.nullable().default(null),
      isDiscreet: z.boolean().default(false),
    }),
    output: z.object({ handoverId: z.string(), number: z.string() }),
    errors: ['CUSTOMER_NOT_FOUND', 'ITEM_NOT_FOUND', 'JOB_NOT_FOUND', 'SAME_DEPARTMENT', 'DUE_IN_THE_PAST'],
    audit: ['handover'],
    touches: ['handovers'],
  }),
  /** A line of the thread; the last one closes it. */
  'handovers.answer': command({
    permission: 'handovers.write',
    input: z.object({ handoverId: id, body: words(1000), closes: z.boolean().default(false) }),
    output: z.null(),
    errors: ['HANDOVER_NOT_FOUND', 'HANDOVER_CLOSED', 'HANDOVER_NOT_YOURS'],
    audit: ['answer', 'closed'],
    touches: ['handovers'],
  }),
  /** Closed too early: open again, with the reason as a line of the thread. */
  'handovers.reopen': command({
    permission: 'handovers.write',
    input: z.object({ handoverId: id, reason: words(1000) }),
    output: z.null(),
    errors: ['HANDOVER_NOT_FOUND', 'HANDOVER_IS_OPEN', 'HANDOVER_NOT_YOURS'],
    audit: ['closed'],
    touches: ['handovers'],
  }),
};
