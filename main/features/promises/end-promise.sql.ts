import type { ParsedInputOf } from '@shared/contract/define';
import type { promisesContract } from '@shared/contract/promises';
import { fail } from '../../kernel/errors';
import type { CommandContext } from '../../kernel/handlers';
import { findPromise, insertPromiseEvent, type PromiseRow, updatePromise } from './promises.sql';

/** A clock of another counter may be a little ahead. */
const clockToleranceMs = 5 * 60_000;

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

/** One promise that is open; fails with PROMISE_NOT_FOUND or PROMISE_CLOSED. */
export function openPromise({ db }: Pick<CommandContext, 'db'>, promiseId: string): PromiseRow {
  const row = findPromise(db, promiseId) ?? fail('PROMISE_NOT_FOUND');
  return row.status === 'open' ? row : fail('PROMISE_CLOSED');
}

/** Changes columns of a promise, its version going up; its history is {@link remember}'s. */
export function change(
  { db, now }: Pick<CommandContext, 'db' | 'now'>,
  before: PromiseRow,
  columns: Parameters<typeof updatePromise>[2],
): void {
  updatePromise(db, before, { ...columns, version: before.version + 1, updated_at: now });
}

/** Every change leaves its line; the person and the moment are the command's own. */
export function remember(
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
