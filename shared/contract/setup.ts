import { z } from 'zod';
import { languages } from '../domain/languages';
import { action } from './define';

const text = (most: number) => z.string().trim().min(1).max(most);
const optionalText = (most: number) =>
  z
    .string()
    .trim()
    .max(most)
    .nullable()
    .transform((value) => value || null);

/** Why a PIN is not accepted, as `checkPin` says it. */
export const pinErrors = [
  'PIN_NOT_DIGITS',
  'PIN_TOO_SHORT',
  'PIN_TOO_LONG',
  'PIN_REPEATED',
  'PIN_SEQUENCE',
  'PIN_COMMON',
  'PIN_DATE',
] as const;

/** What a slip in a typed recovery key may be; `group` is counted as on the sheet, 0 where it cannot be located. */
export const recoveryKeyErrors = [
  'RECOVERY_KEY_LENGTH',
  'RECOVERY_KEY_CHARACTER',
  'RECOVERY_KEY_CHECKSUM',
] as const;

/** Why a shop that lies on this computer could not be opened. */
export const openingErrors = [
  'DATABASE_MISSING',
  'DATABASE_TOO_NEW',
  'DATABASE_DAMAGED',
  'DATABASE_NOT_DURABLE',
  'WRONG_KEY_OR_DAMAGED',
  'COMMITS_MISSING',
  'KEY_FILE_MISSING',
  'KEY_FILE_DAMAGED',
  'MIGRATION_FAILED',
  'MIGRATION_COPY_FAILED',
  'SHOP_OUTDATED',
] as const;

/** What the receipts, the lock screen and the sheets say about the shop. */
export const shopDetails = z.object({
  name: text(120),
  chineseName: optionalText(120),
  address: text(300),
  chineseAddress: optionalText(300),
  hotline: text(40),
  email: optionalText(200),
  openingHours: text(300),
  privacyOfficer: optionalText(120),
  defaultLanguage: z.enum(languages),
});

/** A folder for copies, as the person chose it. */
export const backupPlace = z.object({
  folder: text(1000),
  label: text(80),
  kind: z.enum(['disk', 'removable', 'network']),
});

export const placeErrors = ['PLACE_NOT_FOUND', 'PLACE_NOT_WRITABLE', 'PLACE_INSIDE_SHOP'] as const;

/**
 * First start, a shop that needs its passphrase, a shop that cannot be opened, the sample. All of it works with no
 * shop open; nothing of a new shop is written before `setup.finish`.
 */
export const setupContract = {
  /** What the first screen should offer. Tries to open the shop that lies here, so asking again is "try again". */
  'setup.state': action({
    permission: 'anyone',
    withoutShop: true,
    input: z.object({}),
    output: z.object({
      /** True where a shop, or any part of one, lies on this computer. */
      hasShop: z.boolean(),
      hasSample: z.boolean(),
      /** Why it is not open: `PASSPHRASE_NEEDED` or one of `openingErrors`. */
      problem: z
        .object({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) })
        .nullable(),
      /** False where this computer has no key store that can be trusted: a passphrase is asked at every start. */
      hasKeyStore: z.boolean(),
    }),
    errors: [],
    audit: [],
    touches: [],
  }),
  /** Makes the keys of the shop to be and its recovery sheet; asked again, the same key on a fresh sheet. */
  'setup.begin': action({
    permission: 'anyone',
    withoutShop: true,
    input: z.object({ name: text(120), chineseName: optionalText(120), language: z.enum(languages) }),
    output: z.object({ documentId: z.string() }),
    errors: ['SHOP_EXISTS'],
    audit: [],
    touches: [],
  }),
  'setup.printSheet': action({
    permission: 'anyone',
    withoutShop: true,
    input: z.object({}),
    output: z.enum(['printed', 'cancelled', 'no-printer']),
    errors: ['SETUP_NOT_BEGUN'],
    audit: [],
    touches: [],
  }),
  /** True when the PDF was saved, false when the person changed their mind. */
  'setup.saveSheet': action({
    permission: 'anyone',
    withoutShop: true,
    input: z.object({}),
    output: z.boolean(),
    errors: ['SETUP_NOT_BEGUN', 'FILE_NOT_WRITTEN'],
    audit: [],
    touches: [],
  }),
  /** The sheet typed back: proves that it was kept. */
  'setup.proveSheet': action({
    permission: 'anyone',
    withoutShop: true,
    input: z.object({ typed: z.string().max(500) }),
    output: z.null(),
    errors: ['SETUP_NOT_BEGUN', 'RECOVERY_KEY_OTHER', ...recoveryKeyErrors],
    audit: [],
    touches: [],
  }),
  /** The operating system's dialog; null when the person changed their mind. */
  'setup.chooseFolder': action({
    permission: 'anyone',
    withoutShop: true,
    input: z.object({}),
    output: z.string().nullable(),
    errors: ['SHOP_EXISTS'],
    audit: [],
    touches: [],
  }),
  /** Looks at a folder before it becomes a backup place. */
  'setup.checkPlace': action({
    permission: 'anyone',
    withoutShop: true,
    input: z.object({ folder: text(1000) }),
    output: z.object({
      folder: z.string(),
      kind: backupPlace.shape.kind,
      /** True where the disk that holds the shop would take this copy with it when it breaks. */
      isSameDisk: z.boolean(),
    }),
    errors: ['SHOP_EXISTS', ...placeErrors],
    audit: [],
    touches: [],
  }),
  /** Writes everything, opens the shop and unlocks it as its first manager. */
  'setup.finish': action({
    permission: 'anyone',
    withoutShop: true,
    input: z.object({
      shop: shopDetails.extend({ currency: z.string().regex(/^[A-Z]{3}$/) }),
      manager: z.object({
        name: text(80),
        chineseName: optionalText(40),
        language: z.enum(languages),
        pin: z.string().max(32),
      }),
      passphrase: z.string().max(200).nullable(),
      places: z.array(backupPlace).max(10),
    }),
    output: z.null(),
    errors: [
      'SHOP_EXISTS',
      'SETUP_NOT_BEGUN',
      'SHEET_NOT_PROVED',
      'PASSPHRASE_NEEDED',
      'PASSPHRASE_WEAK',
      ...placeErrors,
      ...pinErrors,
    ],
    audit: ['shop', 'staff', 'places'],
    touches: ['session', 'shop', 'settings', 'staff', 'backups'],
  }),
  /** Opens the sample shop, making it the first time. Everybody in it is invented. */
  'setup.openSample': action({
    permission: 'anyone',
    withoutShop: true,
    input: z.object({}),
    output: z.null(),
    errors: ['SHOP_OPEN', ...openingErrors],
    audit: [],
    touches: ['session', 'shop'],
  }),
  'setup.leaveSample': action({
    permission: 'anyone',
    withoutShop: true,
    input: z.object({}),
    output: z.null(),
    errors: ['NOT_SAMPLE'],
    audit: [],
    touches: ['session', 'shop'],
  }),
  /** Opens the shop that lies here with its passphrase. */
  'setup.openShop': action({
    permission: 'anyone',
    withoutShop: true,
    input: z.object({ passphrase: z.string().min(1).max(200) }),
    output: z.null(),
    errors: ['SHOP_OPEN', 'PASSPHRASE_WRONG', ...openingErrors],
    audit: [],
    touches: ['session', 'shop'],
  }),
  /** Opens the shop that lies here and an older version left: a verified copy, then the migration, on another thread. */
  'setup.updateShop': action({
    permission: 'anyone',
    withoutShop: true,
    input: z.object({}),
    output: z.null(),
    errors: ['SHOP_OPEN', 'PASSPHRASE_NEEDED', ...openingErrors],
    audit: [],
    touches: ['session', 'shop'],
  }),
  /** Opens the shop that lies here with its recovery sheet, and sets how it opens from now on. */
  'setup.recover': action({
    permission: 'anyone',
    withoutShop: true,
    input: z.object({
      recoveryKey: z.string().max(500),
      newPassphrase: z.string().max(200).nullable(),
    }),
    output: z.null(),
    errors: [
      'SHOP_OPEN',
      'RECOVERY_KEY_WRONG',
      'PASSPHRASE_NEEDED',
      'PASSPHRASE_WEAK',
      ...recoveryKeyErrors,
      ...openingErrors,
    ],
    audit: [],
    touches: ['session', 'shop'],
  }),
  /** The way back in for a manager who forgot the PIN or is locked out: the recovery sheet proves the owner. */
  'setup.resetManagerPin': action({
    permission: 'anyone',
    input: z.object({ staffId: z.string(), recoveryKey: z.string().max(500), newPin: z.string().max(32) }),
    output: z.null(),
    errors: [
      'STAFF_NOT_FOUND',
      'RECOVERY_KEY_WRONG',
      'KEY_FILE_MISSING',
      'KEY_FILE_DAMAGED',
      ...recoveryKeyErrors,
      ...pinErrors,
    ],
    audit: ['pin'],
    touches: ['session', 'staff'],
  }),
};
