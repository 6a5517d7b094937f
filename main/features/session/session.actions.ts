import type { Role } from '@shared/contract/permissions';
import type { sessionContract } from '@shared/contract/session';
import { backOff, checkPin, LOCKED_AT } from '@shared/domain/pins';
import { fail } from '../../kernel/errors';
import type { ActionContext, ActionHandlers } from '../../kernel/handlers';
import { hashPin, isPin } from '../../kernel/pin';
import { clearAttempts, countAttempt, findActiveStaff, postponeLastFailure, savePin } from './session.sql';

export const sessionActions: ActionHandlers<typeof sessionContract> = {
  'session.unlock': async (context, { staffId, pin }) => {
    const row = await verifyPin(context, staffId, pin);
    // A PIN that a manager chose opens nothing but the change of itself.
    if (row.pin_must_change === 1) return { pinMustChange: true };
    context.about('staff', staffId, ['unlocked']);
    unlockAs(context, row);
    return { pinMustChange: false };
  },
  'session.changePin': async (context, { staffId, pin, newPin }) => {
    const row = await verifyPin(context, staffId, pin);
    const problem = checkPin(newPin, row.role as Role);
    if (problem) fail(problem);
    if (newPin === pin) fail('PIN_SAME');
    const stored = await hashPin(newPin);
    context.transact((transaction) => {
      transaction.about('staff', staffId);
      savePin(transaction.db, staffId, stored, transaction.now);
    });
    context.about('staff', staffId);
    unlockAs(context, row);
    return null;
  },
  'session.lock': ({ session, devices }) => {
    session.lock();
    devices.dropDocuments();
    return null;
  },
  'session.active': ({ session, now }) => {
    session.touch(now);
    return null;
  },
  'session.confirm': async (context, { pin }) => {
    await verifyPin(context, context.staff.staffId, pin);
    context.about('staff', context.staff.staffId, ['confirmed']);
    context.session.confirm(context.now);
    return null;
  },
};

type StaffRow = NonNullable<ReturnType<typeof findActiveStaff>>;

function unlockAs({ session, now }: ActionContext, row: StaffRow): void {
  session.unlock({ staffId: row.id, name: row.name, role: row.role as Role, language: row.language }, now);
}

/** Checks a PIN with the attempt written first; returns the staff row, or fails with PIN_WRONG, PIN_WAIT, PIN_LOCKED. */
async function verifyPin(context: ActionContext, staffId: string, pin: string): Promise<StaffRow> {
  const { attempts, waitMs } = context.transact((transaction) => {
    transaction.about('staff', staffId, ['attempt']);
    const { db, now } = transaction;
    const row = findActiveStaff(db, staffId) ?? fail('STAFF_NOT_FOUND');
    if (row.pin_locked === 1) fail('PIN_LOCKED');
    const failedAt = row.last_failed_at;
    // A clock set back must neither open the door early nor keep it shut for years: a failure that lies in the
    // future is taken as having been just now, and the wait starts again.
    if (failedAt !== null && failedAt > now) postponeLastFailure(db, staffId, now);
    const waited = failedAt === null ? Number.POSITIVE_INFINITY : Math.max(0, now - failedAt);
    const wait = backOff(row.failed_attempts) - waited;
    if (wait > 0) return { attempts: row.failed_attempts, waitMs: wait };
    const counted = row.failed_attempts + 1;
    countAttempt(db, staffId, counted, now, counted >= LOCKED_AT);
    return { attempts: counted, waitMs: 0 };
  });
  // Outside the transaction: what it wrote about a future failure must stay.
  if (waitMs > 0) fail('PIN_WAIT', { seconds: Math.ceil(waitMs / 1000) });
  const row = findActiveStaff(context.db, staffId) ?? fail('STAFF_NOT_FOUND');
  if (await isPin(pin, { salt: row.pin_salt, hash: row.pin_hash })) {
    context.transact((transaction) => {
      transaction.about('staff', staffId, ['attempts cleared']);
      clearAttempts(transaction.db, staffId);
    });
    return row;
  }
  if (attempts >= LOCKED_AT) fail('PIN_LOCKED');
  const nextWaitMs = backOff(attempts);
  return fail('PIN_WRONG', { left: LOCKED_AT - attempts, seconds: Math.ceil(nextWaitMs / 1000) });
}
