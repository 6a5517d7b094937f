import type { handoversContract } from '@shared/contract/handovers';
import { departmentOf } from '@shared/domain/departments';
import { fail } from '../../kernel/errors';
import type { CommandContext, CommandHandlers } from '../../kernel/handlers';
import { findStandingCustomer } from '../customers/customers.sql';
import { findItem } from '../items/items.sql';
import { findJob } from '../jobs/service-jobs.sql';
import { mayWriteIn } from './departments';
import {
  findHandover,
  type HandoverRow,
  insertHandover,
  insertMessage,
  updateHandover,
} from './handovers.sql';

export const handoversCommands: CommandHandlers<typeof handoversContract> = {
  'handovers.open': (context, asked) => {
    const { db, now, today, staff, newId, nextNumber, about } = context;
    const customer = findStandingCustomer(db, asked.customerId);
    if (!customer || customer.deleted_at !== null) return fail('CUSTOMER_NOT_FOUND');
    const from = departmentOf(staff.role);
    if (from === asked.to) fail('SAME_DEPARTMENT');
    if (asked.dueOn < today) fail('DUE_IN_THE_PAST');
    if (asked.itemId !== null && findItem(db, asked.itemId)?.customer_id !== customer.id)
      fail('ITEM_NOT_FOUND');
    if (asked.jobId !== null && findJob(db, asked.jobId)?.customer_id !== customer.id) fail('JOB_NOT_FOUND');
    const handoverId = newId();
    const number = `H${nextNumber('handover')}`;
    about('handover', handoverId);
    insertHandover(db, {
      id: handoverId,
      number,
      customer_id: customer.id,
      item_id: asked.itemId,
      job_id: asked.jobId,
      from_department: from,
      to_department: asked.to,
      subject: asked.subject,
      due_on: asked.dueOn,
      due_time: asked.dueTime,
      is_discreet: asked.isDiscreet ? 1 : 0,
      opened_by: staff.staffId,
      opened_at: now,
    });
    say(context, handoverId, 'asked', asked.question);
    return { handoverId, number };
  },

  'handovers.answer': (context, { handoverId, body, closes }) => {
    const handover = writable(context, handoverId);
    if (handover.closed_at !== null) fail('HANDOVER_CLOSED');
    context.about('handover', handoverId, closes ? ['answer', 'closed'] : ['answer']);
    say(context, handoverId, closes ? 'closed' : 'answered', body);
    if (closes)
      updateHandover(context.db, handoverId, { closed_at: context.now, closed_by: context.staff.staffId });
    return null;
  },

  'handovers.reopen': (context, { handoverId, reason }) => {
    const handover = writable(context, handoverId);
    if (handover.closed_at === null) fail('HANDOVER_IS_OPEN');
    context.about('handover', handoverId);
    say(context, handoverId, 'reopened', reason);
    updateHandover(context.db, handoverId, { closed_at: null, closed_by: null });
    return null;
  },
};

function writable({ db, staff }: CommandContext, handoverId: string): HandoverRow {
  const row = findHandover(db, handoverId) ?? fail('HANDOVER_NOT_FOUND');
  return mayWriteIn(row, staff.role) ? row : fail('HANDOVER_NOT_YOURS');
}

/** A line of the thread, in the name of whoever works now and their department. */
function say(
  { db, now, staff, newId }: CommandContext,
  handoverId: string,
  kind: 'asked' | 'answered' | 'closed' | 'reopened',
  body: string,
): void {
  insertMessage(db, {
    id: newId(),
    handover_id: handoverId,
    at: now,
    staff_id: staff.staffId,
    department: departmentOf(staff.role),
    kind,
    body,
  });
}
