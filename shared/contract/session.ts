import { z } from 'zod';
import { action, command, query } from './define';
import { roles } from './permissions';
import { pinErrors } from './setup';

const person = z.object({
  id: z.string(),
  name: z.string(),
  chineseName: z.string().nullable(),
  role: z.enum(roles),
});

/** Who works at this counter: the lock screen, unlocking, locking, typing the PIN again. */
export const sessionContract = {
  /** Where the app stands; the first thing a screen asks. */
  'session.state': query({
    permission: 'anyone',
    withoutShop: true,
    input: z.object({}),
    output: z.object({
      shop: z
        .object({
          name: z.string(),
          chineseName: z.string().nullable(),
          isSample: z.boolean(),
          currency: z.string(),
          timeZone: z.string(),
          defaultLanguage: z.string(),
        })
        .nullable(),
      staff: person.extend({ language: z.string(), colorScheme: z.string() }).nullable(),
      autoLockMinutes: z.number(),
    }),
    errors: [],
  }),
  /** The names to tap on the lock screen. */
  'session.people': query({
    permission: 'anyone',
    input: z.object({}),
    output: z.array(person.extend({ isPinLocked: z.boolean(), language: z.string() })),
    errors: [],
  }),
  /** Unlocks; where the PIN must be changed first, stays locked and says so: `session.changePin` goes on from there. */
  'session.unlock': action({
    permission: 'anyone',
    input: z.object({ staffId: z.string(), pin: z.string().max(32) }),
    output: z.object({ pinMustChange: z.boolean() }),
    errors: ['PIN_WRONG', 'PIN_WAIT', 'PIN_LOCKED', 'STAFF_NOT_FOUND'],
    audit: ['session'],
    touches: ['session'],
  }),
  /** The person's own new PIN, with the old one; unlocks as that person. */
  'session.changePin': action({
    permission: 'anyone',
    input: z.object({ staffId: z.string(), pin: z.string().max(32), newPin: z.string().max(32) }),
    output: z.null(),
    errors: ['PIN_WRONG', 'PIN_WAIT', 'PIN_LOCKED', 'PIN_SAME', 'STAFF_NOT_FOUND', ...pinErrors],
    audit: ['pin'],
    touches: ['session', 'staff'],
  }),
  'session.lock': action({
    permission: 'anyone',
    input: z.object({}),
    output: z.null(),
    errors: [],
    audit: [],
    touches: ['session'],
  }),
  /** The PIN again, before an operation that asks for it (export, restore, role changes). */
  'session.confirm': action({
    permission: 'own.write',
    input: z.object({ pin: z.string().max(32) }),
    output: z.null(),
    errors: ['PIN_WRONG', 'PIN_WAIT', 'PIN_LOCKED', 'STAFF_NOT_FOUND'],
    audit: ['confirmation'],
    touches: [],
  }),
  /** A person typed or moved: keeps the counter from locking itself. */
  'session.active': action({
    permission: 'own.write',
    input: z.object({}),
    output: z.null(),
    errors: [],
    audit: [],
    touches: [],
  }),
  'session.setLook': command({
    permission: 'own.write',
    input: z.object({
      language: z.enum(['en', 'zh-Hant', 'zh-Hans']).optional(),
      colorScheme: z.enum(['auto', 'light', 'dark']).optional(),
    }),
    output: z.null(),
    errors: [],
    audit: ['language', 'colorScheme'],
    touches: ['session'],
  }),
};
