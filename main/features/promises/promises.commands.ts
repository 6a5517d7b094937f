import type { ParsedInputOf } from '@shared/contract/define';
import type { promisesContract } from '@shared/contract/promises';
import { fail } from '../../kernel/errors';
import type { CommandContext, CommandHandlers } from '../../kernel/handlers';
import { isActiveStaff } from '../customers/customers.sql';
import { findPromise, insertPromiseEvent, makePromise, type PromiseRow, updatePromise } from './promises.sql';

/** A clock of another counter may be a little ahead. */
const clockToleranceMs = 5 * 60_000;

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
    updatePromise(db, promiseId, { ...columns, version: version + 1, updated_at: now });
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

type Context = Pick<CommandContext, 'db' | 'now' | 'staff' | 'newId'>;
type PromiseEnd = ParsedInputOf<(typeof promisesContract)['promises.close']>;

/**
 * Closes a promise with its outcome inside the caller's transaction: for a feature whose record it belongs to. Fails
 * with the codes of `promises.close`.
 */
export function closePromise(
  context: Context,
  { promiseId, status, outcome, brokenReason, told }: PromiseEnd,
): void {
  const { now, staff } = context;
  const before = openPromise(context, promiseId);
  if (status !== 'broken' && told === null) fail('TOLD_NEEDED');
  if (told !== null && told.at > now + clockToleranceMs) fail('TOLD_IN_THE_FUTURE');
  if (status === 'broken' && brokenReason === null) fail('REASON_NEEDED');
  change(context, before, {
    status,
    outcome,
    broken_reason: status === 'broken' ? brokenReason : null,
    closed_at: now,
    closed_by: staff.staffId,
    told_channel: told?.channel ?? null,
    told_at: told?.at ?? null,
    snoozed_until: null,
  });
  remember(context, before, 'closed', brokenReason, { status, outcome });
}

/** Opens a closed promise again inside the caller's transaction. Fails with the codes of `promises.reopen`. */
export function reopenPromise(context: Context, promiseId: string): void {
  const before = findPromise(context.db, promiseId) ?? fail('PROMISE_NOT_FOUND');
  if (before.status === 'open') fail('PROMISE_IS_OPEN');
  change(context, before, {
    status: 'open',
    outcome: null,
    broken_reason: null,
    closed_at: null,
    closed_by: null,
    told_channel: null,
    told_at: null,
  });
  remember(context, before, 'reopened', null, { status: before.status });
}

function openPromise({ db }: Pick<CommandContext, 'db'>, promiseId: string): PromiseRow {
  const row = findPromise(db, promiseId) ?? fail('PROMISE_NOT_FOUND');
  return row.status === 'open' ? row : fail('PROMISE_CLOSED');
}

function change(
  { db, now }: Pick<CommandContext, 'db' | 'now'>,
  before: PromiseRow,
  columns: Parameters<typeof updatePromise>[2],
): void {
  updatePromise(db, before.id, { ...columns, version: before.version + 1, updated_at: now });
}

/** Every change leaves its line; the person and the moment are the command's own. */
function remember(
  { db, now, staff, newId }: Pick<CommandContext, 'db' | 'now' | 'staff' | 'newId'>,
  { id }: PromiseRow,
  kind: string,
  reason: string | null,
  detail: Record<string, string | null>,
): void {
  insertPromiseEvent(db, {
    id: newId(),
    promise_id: id,
    at: now,
    staff_id: staff.staffId,
    kind,
    reason,
    detail: JSON.stringify(detail),
  });
}
