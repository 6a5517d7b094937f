import type { promisesContract } from '@shared/contract/promises';
import { fail } from '../../kernel/errors';
import type { CommandHandlers } from '../../kernel/handlers';
import { isActiveStaff } from '../customers/customers.sql';
import { change, closePromise, openPromise, remember, reopenPromise } from './end-promise.sql';
import { makePromise, updatePromise } from './promises.sql';

export const promisesCommands: CommandHandlers<typeof promisesContract> = {
  'promises.make': (context, terms) => {
    const made = makePromise(context, terms);
    context.about('promise', made.promiseId);
    return made;
  },

  'promises.change': (context, { promiseId, version, reason, ...terms }) => {
    const { db, now, today, about } = context;
    const before = openPromise(context, promiseId);
    if (before.version !== version) fail('PROMISE_CHANGED');
    const isMoved = terms.dueOn !== before.due_on || terms.dueTime !== before.due_time;
    if (isMoved && terms.dueOn < today) fail('DUE_IN_THE_PAST');
    const isLater = terms.dueOn > before.due_on;
    if (isLater && reason === '') fail('REASON_NEEDED');
    const columns = {
      kind: terms.kind,
      what: terms.what,
      due_on: terms.dueOn,
      due_time: terms.dueTime,
      is_discreet: terms.isDiscreet ? 1 : 0,
    };
    const changed = (Object.keys(columns) as (keyof typeof columns)[]).filter(
      (name) => before[name] !== columns[name],
    );
    about('promise', promiseId, changed);
    updatePromise(db, before, { ...columns, version: version + 1, updated_at: now });
    remember(context, before, isMoved ? 'moved' : 'changed', reason || null, {
      from: isMoved ? before.due_on : before.what,
      to: isMoved ? terms.dueOn : terms.what,
    });
    return { version: version + 1 };
  },

  'promises.handOver': (context, { promiseId, toStaffId, reason }) => {
    const before = openPromise(context, promiseId);
    if (!isActiveStaff(context.db, toStaffId)) fail('OWNER_NOT_FOUND');
    context.about('promise', promiseId);
    change(context, before, { owner_id: toStaffId });
    remember(context, before, 'handed-over', reason, { from: before.owner_id, to: toStaffId });
    return null;
  },

  'promises.snooze': (context, { promiseId, until, reason }) => {
    const before = openPromise(context, promiseId);
    if (until !== null && until <= context.today) fail('SNOOZE_PAST');
    if (until !== null && reason === '') fail('REASON_NEEDED');
    context.about('promise', promiseId);
    change(context, before, { snoozed_until: until });
    remember(context, before, 'snoozed', reason || null, { until });
    return null;
  },

  'promises.close': (context, end) => {
    context.about('promise', end.promiseId);
    closePromise(context, end);
    return null;
  },

  'promises.reopen': (context, { promiseId }) => {
    context.about('promise', promiseId);
    reopenPromise(context, promiseId);
    return null;
  },
};
