import { z } from 'zod';
import { languages } from '../domain/languages';
import { action, command, query } from './define';
import { roles } from './permissions';
import { pinErrors } from './setup';

const name = z.string().trim().min(1).max(80);
const chineseName = z
  .string()
  .trim()
  .max(40)
  .nullable()
  .transform((value) => value || null);
const staffId = z.string();

/** One member of staff as the staff screen shows them. */
export const staffRow = z.object({
  id: staffId,
  name: z.string(),
  chineseName: z.string().nullable(),
  role: z.enum(roles),
  language: z.string(),
  isActive: z.boolean(),
  isPinLocked: z.boolean(),
  pinMustChange: z.boolean(),
  /** The customer record that is this person's own: their purchases are flagged. */
  ownCustomerId: z.string().nullable(),
  ownCustomerName: z.string().nullable(),
});
export type StaffRow = z.infer<typeof staffRow>;

/** Who works in the shop and as what. */
export const staffContract = {
  /** Everybody, those who left last. */
  'staff.list': query({
    permission: 'staff.read',
    input: z.object({}),
    output: z.array(staffRow),
    errors: [],
  }),
  'staff.add': action({
    permission: 'staff.write',
    confirm: true,
    input: z.object({
      name,
      chineseName,
      role: z.enum(roles),
      language: z.enum(languages),
      pin: z.string().max(32),
    }),
    output: z.object({ id: staffId }),
    errors: ['STAFF_NAME_TAKEN', ...pinErrors],
    audit: ['name', 'role', 'pin'],
    touches: ['staff', 'session'],
  }),
  'staff.rename': command({
    permission: 'staff.write',
    input: z.object({ staffId, name, chineseName }),
    output: z.null(),
    errors: ['STAFF_NOT_FOUND', 'STAFF_NAME_TAKEN'],
    audit: ['name'],
    touches: ['staff', 'session'],
  }),
  /** Another role asks for another PIN at the next unlock where the rules for it differ. */
  'staff.setRole': command({
    permission: 'staff.write',
    confirm: true,
    input: z.object({ staffId, role: z.enum(roles) }),
    output: z.null(),
    errors: ['STAFF_NOT_FOUND', 'LAST_MANAGER', 'STAFF_IS_SELF'],
    audit: ['role'],
    touches: ['staff', 'session'],
  }),
  /** A new PIN for somebody who forgot theirs; they choose their own at the next unlock. */
  'staff.resetPin': action({
    permission: 'staff.write',
    confirm: true,
    input: z.object({ staffId, pin: z.string().max(32) }),
    output: z.null(),
    errors: ['STAFF_NOT_FOUND', ...pinErrors],
    audit: ['pin'],
    touches: ['staff', 'session'],
  }),
  /** Lets somebody try again after ten wrong PINs. */
  'staff.unlockPin': command({
    permission: 'staff.write',
    input: z.object({ staffId }),
    output: z.null(),
    errors: ['STAFF_NOT_FOUND'],
    audit: ['attempts'],
    touches: ['staff', 'session'],
  }),
  'staff.deactivate': command({
    permission: 'staff.write',
    input: z.object({ staffId }),
    output: z.null(),
    errors: ['STAFF_NOT_FOUND', 'LAST_MANAGER', 'STAFF_IS_SELF'],
    audit: ['deactivated'],
    touches: ['staff', 'session'],
  }),
  'staff.reactivate': command({
    permission: 'staff.write',
    input: z.object({ staffId }),
    output: z.null(),
    errors: ['STAFF_NOT_FOUND', 'STAFF_NAME_TAKEN'],
    audit: ['deactivated'],
    touches: ['staff', 'session'],
  }),
  /** Says which customer record is this person's own, by its member number; null takes it back. */
  'staff.linkCustomer': command({
    permission: 'staff.write',
    input: z.object({ staffId, memberNumber: z.string().trim().max(40).nullable() }),
    output: z.null(),
    errors: ['STAFF_NOT_FOUND', 'MEMBER_NUMBER_UNKNOWN'],
    audit: ['ownCustomer'],
    touches: ['staff'],
  }),
};
