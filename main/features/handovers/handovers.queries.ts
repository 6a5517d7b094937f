import type { Handover, handoversContract } from '@shared/contract/handovers';
import { type Department, departmentOf } from '@shared/domain/departments';
import { isPast, type ShopTime, shopTimeOf } from '@shared/domain/promises';
import type { QueryContext, QueryHandlers } from '../../kernel/handlers';
import { customerOf } from '../customers/cards.sql';
import { findStandingCustomer } from '../customers/customers.sql';
import { mayWriteIn } from './departments';
import { listHandovers, listHandoversOf, listMessages, type ShownHandoverRow } from './handovers.sql';

const mostShown = 200;

export const handoversQueries: QueryHandlers<typeof handoversContract> = {
  'handovers.list': (context, { scope, show }) => {
    const department = scope === 'ours' ? departmentOf(context.staff.role) : null;
    const rows = listHandovers(context.db, { department, isOpen: show !== 'closed', limit: mostShown });
    const handovers = rows.map((row) => handoverOf(context, row));
    return show === 'late' ? handovers.filter(({ isLate }) => isLate) : handovers;
  },

  'handovers.forCustomer': (context, { customerId }) => {
    const customer = findStandingCustomer(context.db, customerId) ?? context.fail('CUSTOMER_NOT_FOUND');
    const handovers = listHandoversOf(context.db, customer.id).map((row) => handoverOf(context, row));
    return {
      open: handovers.filter(({ closedAt }) => closedAt === null),
      closed: handovers.filter(({ closedAt }) => closedAt !== null),
    };
  },
};

type Context = Pick<QueryContext, 'db' | 'shop' | 'staff' | 'now'>;

function handoverOf({ db, shop, staff, now }: Context, row: ShownHandoverRow): Handover {
  const time: ShopTime = shopTimeOf(now, shop.timeZone);
  return {
    id: row.id,
    number: row.number,
    customer: customerOf(row),
    item: row.item_id !== null && row.item_name !== null ? { id: row.item_id, name: row.item_name } : null,
    job: row.job_id !== null && row.job_number !== null ? { id: row.job_id, number: row.job_number } : null,
    from: row.from_department as Department,
    to: row.to_department as Department,
    subject: row.subject,
    dueOn: row.due_on,
    dueTime: row.due_time,
    isLate: row.closed_at === null && isPast({ dueOn: row.due_on, dueTime: row.due_time }, time),
    isDiscreet: row.is_discreet === 1,
    openedBy: { id: row.opened_by, name: row.opener_name },
    openedAt: row.opened_at,
    closedAt: row.closed_at,
    mayAnswer: mayWriteIn(row, staff.role),
    messages: listMessages(db, row.id).map((message) => ({
      id: message.id,
      at: message.at,
      by: { id: message.staff_id, name: message.staff_name },
      department: message.department as Department,
      kind: message.kind as 'asked',
      body: message.body,
    })),
  };
}
