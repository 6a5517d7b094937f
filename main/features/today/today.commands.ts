import type { Duty, DutyKind, todayContract } from '@shared/contract/today';
import { addDays } from '@shared/domain/dates';
import { isSameOccurrence, lastSnooze } from '@shared/domain/duties';
import { fail } from '../../kernel/errors';
import type { CommandContext, CommandHandlers } from '../../kernel/handlers';
import { findStandingCustomer, isActiveStaff } from '../customers/customers.sql';
import { change, openPromise, remember } from '../promises/end-promise.sql';
import { gatherDuties } from './duties.sql';
import { findMove, insertMoveEvent, listAssignedBefore, type MoveRow, saveMove } from './duty-moves.sql';

/** As far as the calendar is likely to be turned: a duty beyond it cannot be moved yet. */
const farthestDays = 400;
/** A customer does not have more of a kind. */
const mostOfOne = 400;
/** A duty given so long ago that is nowhere to be found has been done. */
const staleMs = 60 * 86_400_000;
const mostStale = 20;

interface Key {
  readonly kind: DutyKind;
  readonly id: string;
  /** Null: it concerns nobody who is on record. */
  readonly customerId: string | null;
}

export const todayCommands: CommandHandlers<typeof todayContract> = {
  'today.snooze': (context, { until, reason, ...key }) => {
    const { db, now, today, staff, newId, about } = context;
    if (until !== null && reason === '') fail('REASON_NEEDED');
    if (until !== null && until <= today) fail('SNOOZE_PAST');
    about(key.kind, key.id);
    if (key.kind === 'promise') {
      const promise = openPromise(context, key.id);
      change(context, promise, { snoozed_until: until });
      remember(context, promise, 'snoozed', reason || null, { until });
      return null;
    }
    const duty = findDuty(context, key) ?? fail('DUTY_NOT_FOUND');
    const last = lastSnooze(duty.kind, duty.dueOn);
    if (until !== null && last !== null && until > last) fail('SNOOZE_PAST_DEADLINE');
    const move = moveOf(context, duty);
    saveMove(db, { ...move, snoozed_until: until, reason: reason || null });
    const kind = until === null ? 'woken' : 'snoozed';
    const said = { reason: reason || null, detail: until };
    insertMoveEvent(db, {
      id: newId(),
      move_id: move.id,
      at: now,
      staff_id: staff.staffId,
      kind,
      ...said,
    });
    return null;
  },

  'today.reassign': (context, { toStaffId, reason, ...key }) => {
    const { db, now, staff, newId, about } = context;
    if (toStaffId !== null && reason === '') fail('REASON_NEEDED');
    if (toStaffId !== null && !isActiveStaff(db, toStaffId)) fail('OWNER_NOT_FOUND');
    about(key.kind, key.id);
    if (key.kind === 'promise') {
      const promise = openPromise(context, key.id);
      const to = toStaffId ?? promise.made_by;
      change(context, promise, { owner_id: to });
      remember(context, promise, 'handed-over', reason || null, { from: promise.owner_id, to });
      return { before: promise.owner_id };
    }
    const duty = findDuty(context, key) ?? fail('DUTY_NOT_FOUND');
    const move = moveOf(context, duty);
    saveMove(db, { ...move, assigned_to: toStaffId, reason: reason || null });
    insertMoveEvent(db, {
      id: newId(),
      move_id: move.id,
      at: now,
      staff_id: staff.staffId,
      kind: toStaffId === null ? 'returned' : 'reassigned',
      reason: reason || null,
      detail: toStaffId,
    });
    if (toStaffId !== null) forgetDone(context, toStaffId);
    return { before: move.assigned_to };
  },
};

/** The duty as it stands with its customer, be it on Today or in a week to come. */
function findDuty({ db, now, today, shop }: CommandContext, { kind, id, customerId }: Key): Duty | undefined {
  const customer = customerId === null ? null : findStandingCustomer(db, customerId);
  if (customer === undefined) return undefined;
  const scope = { staffId: null, customerId: customer?.id ?? null };
  const moment = { now, today, timeZone: shop.timeZone, limit: mostOfOne };
  const year = { from: addDays(today, -farthestDays), to: addDays(today, farthestDays) };
  for (const asked of [moment, { ...moment, window: year }]) {
    const found = gatherDuties(db, scope, asked, new Set([kind]))
      .flatMap(({ duties }) => duties)
      .find((duty) => duty.id === id && (customer !== null || duty.customer === null));
    if (found) return found;
  }
  return undefined;
}

/** The row of a duty as it is, or a new one; what was decided about an earlier occurrence does not count. */
function moveOf({ db, now, staff, newId }: CommandContext, duty: Duty) {
  const before = findMove(db, duty.kind, duty.id);
  const still = before && isSameOccurrence(duty.kind, before.due_on, duty.dueOn) ? before : undefined;
  return {
    id: before?.id ?? newId(),
    duty_kind: duty.kind,
    duty_id: duty.id,
    customer_id: duty.customer?.id ?? null,
    due_on: duty.dueOn,
    snoozed_until: still?.snoozed_until ?? null,
    assigned_to: still?.assigned_to ?? null,
    moved_by: staff.staffId,
    moved_at: now,
  };
}

/** What a colleague was given long ago and is done need not be looked up for ever. */
function forgetDone(context: CommandContext, staffId: string): void {
  const { db, now } = context;
  const isDone = ({ duty_kind, duty_id, customer_id }: MoveRow) =>
    !findDuty(context, { kind: duty_kind as DutyKind, id: duty_id, customerId: customer_id });
  for (const { colleague: _, ...move } of listAssignedBefore(db, staffId, now - staleMs, mostStale))
    if (isDone({ ...move, colleague: null })) saveMove(db, { ...move, assigned_to: null });
}
