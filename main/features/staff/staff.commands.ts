import type { staffContract } from '@shared/contract/staff';
import { PIN_LENGTHS } from '@shared/domain/pins';
import type { ReadableDb } from '../../db/sql';
import { fail } from '../../kernel/errors';
import type { CommandHandlers } from '../../kernel/handlers';
import {
  countOtherManagers,
  findCustomerByNumber,
  findStaff,
  findStaffNamed,
  updateStaff,
} from './staff.sql';

export const staffCommands: CommandHandlers<typeof staffContract> = {
  'staff.rename': ({ db, now, about }, { staffId, name, chineseName }) => {
    needStaff(db, staffId);
    if (findStaffNamed(db, name, staffId)) fail('STAFF_NAME_TAKEN');
    updateStaff(db, staffId, { name, chinese_name: chineseName, updated_at: now });
    about('staff', staffId);
    return null;
  },
  'staff.setRole': ({ db, staff, now, about }, { staffId, role }) => {
    const row = needStaff(db, staffId);
    if (row.role === 'manager' && role !== 'manager') needAnotherManager(db, staffId);
    if (staffId === staff.staffId) fail('STAFF_IS_SELF');
    const before = PIN_LENGTHS[row.role as keyof typeof PIN_LENGTHS];
    const after = PIN_LENGTHS[role];
    const isOtherPin = before.min !== after.min || before.max !== after.max;
    updateStaff(db, staffId, { role, ...(isOtherPin ? { pin_must_change: 1 } : {}), updated_at: now });
    about('staff', staffId);
    return null;
  },
  'staff.unlockPin': ({ db, now, about }, { staffId }) => {
    needStaff(db, staffId);
    updateStaff(db, staffId, { failed_attempts: 0, last_failed_at: null, pin_locked: 0, updated_at: now });
    about('staff', staffId);
    return null;
  },
  'staff.deactivate': ({ db, staff, now, about }, { staffId }) => {
    const row = needStaff(db, staffId);
    if (row.role === 'manager') needAnotherManager(db, staffId);
    if (staffId === staff.staffId) fail('STAFF_IS_SELF');
    updateStaff(db, staffId, { deactivated_at: now, updated_at: now });
    about('staff', staffId);
    return null;
  },
  'staff.reactivate': ({ db, now, about }, { staffId }) => {
    const row = needStaff(db, staffId);
    if (findStaffNamed(db, row.name, staffId)) fail('STAFF_NAME_TAKEN');
    updateStaff(db, staffId, { deactivated_at: null, updated_at: now });
    about('staff', staffId);
    return null;
  },
  'staff.linkCustomer': ({ db, now, about }, { staffId, memberNumber }) => {
    needStaff(db, staffId);
    const customerId = memberNumber
      ? (findCustomerByNumber(db, memberNumber) ?? fail('MEMBER_NUMBER_UNKNOWN'))
      : null;
    updateStaff(db, staffId, { own_customer_id: customerId, updated_at: now });
    about('staff', staffId);
    return null;
  },
};

function needStaff(db: ReadableDb, id: string) {
  return findStaff(db, id) ?? fail('STAFF_NOT_FOUND');
}

/** A shop without a manager could never add one again. */
function needAnotherManager(db: ReadableDb, id: string): void {
  if (countOtherManagers(db, id) === 0) fail('LAST_MANAGER');
}
