import type { staffContract } from '@shared/contract/staff';
import { checkPin, type PinRole } from '@shared/domain/pins';
import { fail } from '../../kernel/errors';
import type { ActionHandlers } from '../../kernel/handlers';
import { hashPin } from '../../kernel/pin';
import { findStaff, findStaffNamed, insertStaff, updateStaff } from './staff.sql';

/** Actions, because hashing a PIN takes a tenth of a second that must not stop the window. */
export const staffActions: ActionHandlers<typeof staffContract> = {
  'staff.add': async (context, { name, chineseName, role, language, pin }) => {
    needPin(pin, role);
    const stored = await hashPin(pin);
    const id = context.newId();
    context.about('staff', id);
    context.transact(({ db, now, about }) => {
      if (findStaffNamed(db, name, null)) fail('STAFF_NAME_TAKEN');
      insertStaff(db, {
        id,
        name,
        chinese_name: chineseName,
        role,
        language,
        pin_salt: stored.salt,
        pin_hash: stored.hash,
        // Somebody else has seen this PIN being typed.
        pin_must_change: 1,
        created_at: now,
        updated_at: now,
      });
      about('staff', id);
    });
    return { id };
  },
  'staff.resetPin': async (context, { staffId, pin }) => {
    const row = findStaff(context.db, staffId) ?? fail('STAFF_NOT_FOUND');
    needPin(pin, row.role as PinRole);
    const stored = await hashPin(pin);
    context.about('staff', staffId);
    context.transact(({ db, now, about }) => {
      updateStaff(db, staffId, {
        pin_salt: stored.salt,
        pin_hash: stored.hash,
        pin_must_change: 1,
        pin_locked: 0,
        failed_attempts: 0,
        last_failed_at: null,
        updated_at: now,
      });
      about('staff', staffId);
    });
    return null;
  },
};

/** Refuses a PIN that the role may not have, with the reason as code. */
export function needPin(pin: string, role: PinRole): void {
  const problem = checkPin(pin, role);
  if (problem) fail(problem);
}
