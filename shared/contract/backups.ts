import { z } from 'zod';
import { backupProblemKinds } from '../domain/backup-health';
import { action, command, query } from './define';
import { backupPlace, openingErrors, placeErrors, recoveryKeyErrors } from './setup';

const head = z.object({ counter: z.string(), count: z.number(), hash: z.string() });

/** What a listed backup says about itself. */
export const backupSummary = z.object({
  id: z.string(),
  folder: z.string(),
  shopName: z.string(),
  /** Epoch milliseconds. */
  madeAt: z.number(),
  day: z.string(),
  sizeBytes: z.number(),
  /** Rows a table. */
  counts: z.record(z.string(), z.number()),
  logHeads: z.array(head),
});
export type BackupSummary = z.infer<typeof backupSummary>;

/** What came of one backup to one place. */
export const backupResult = z.object({
  backupId: z.string(),
  placeId: z.string(),
  label: z.string(),
  outcome: z.enum(['verified', 'failed']),
  /** Why it failed, as an error code that has words. */
  error: z.string().nullable(),
  folder: z.string().nullable(),
  startedAt: z.number(),
  durationMs: z.number(),
  sizeBytes: z.number().nullable(),
  counts: z.record(z.string(), z.number()).nullable(),
  logHead: z.string().nullable(),
  logCount: z.number().nullable(),
  /** Older copies that retention removed from this place. */
  pruned: z.number(),
});
export type BackupResult = z.infer<typeof backupResult>;

/** Why a copy failed: recorded beside it, and shown until it is mended. */
export const copyErrors = [
  'BACKUP_DAMAGED',
  'BACKUP_DIFFERS',
  'LOG_BROKEN',
  'PLACE_FAILED',
  ...placeErrors,
] as const;

const verifyErrors = [
  'BACKUP_NOT_FOUND',
  'BACKUP_DAMAGED',
  'BACKUP_DIFFERS',
  'LOG_BROKEN',
  'WRONG_KEY_OR_DAMAGED',
] as const;

const folder = z.object({ folder: z.string().trim().min(1).max(1000) });
const placeId = z.object({ placeId: z.string() });

const drill = z.object({
  at: z.number(),
  day: z.string(),
  label: z.string(),
  /** When the copy that was practised with was made. */
  madeAt: z.number(),
  durationMs: z.number(),
  isPassed: z.boolean(),
  error: z.string().nullable(),
});

/** Places for copies, making and proving them, practice restores. */
export const backupsContract = {
  'backups.places': query({
    permission: 'backups.read',
    input: z.object({}),
    output: z.array(backupPlace.extend({ id: z.string() })),
    errors: [],
  }),
  'backups.chooseFolder': action({
    permission: 'backups.run',
    input: z.object({}),
    output: z.string().nullable(),
    errors: [],
    audit: [],
    touches: [],
  }),
  /** Looks at a folder before it becomes a place. */
  'backups.checkPlace': action({
    permission: 'backups.run',
    input: folder,
    output: z.object({
      folder: z.string(),
      kind: backupPlace.shape.kind,
      /** True where the disk that holds the shop would take this copy with it when it breaks. */
      isSameDisk: z.boolean(),
    }),
    errors: ['PLACE_KNOWN', ...placeErrors],
    audit: [],
    touches: [],
  }),
  'backups.addPlace': command({
    permission: 'backups.run',
    input: backupPlace,
    output: placeId,
    errors: ['PLACE_KNOWN', ...placeErrors],
    audit: ['folder', 'label', 'kind'],
    touches: ['backups'],
  }),
  /** No more copies go there; those that lie there stay. */
  'backups.removePlace': command({
    permission: 'backups.run',
    input: placeId,
    output: z.null(),
    errors: ['PLACE_UNKNOWN'],
    audit: ['removed'],
    touches: ['backups'],
  }),
  /** Takes a removal back. */
  'backups.keepPlace': command({
    permission: 'backups.run',
    input: placeId,
    output: z.null(),
    errors: ['PLACE_UNKNOWN', 'PLACE_KNOWN'],
    audit: ['removed'],
    touches: ['backups'],
  }),
  /** What really lies in each place now. */
  'backups.list': action({
    permission: 'backups.read',
    input: z.object({}),
    output: z.array(
      backupPlace.extend({
        id: z.string(),
        isReachable: z.boolean(),
        freeBytes: z.number().nullable(),
        copies: z.array(
          backupSummary.extend({
            /** False for copies that this database does not know: made after the state that was restored. */
            isKnown: z.boolean(),
            /** False once a later check found it damaged. */
            isSound: z.boolean(),
            checkedAt: z.number().nullable(),
          }),
        ),
        /** Days of copies that were proved here and are gone. */
        missing: z.array(z.object({ id: z.string(), madeAt: z.number() })),
      }),
    ),
    errors: [],
    audit: [],
    touches: [],
  }),
  /** The last attempts, newest first: what went where, what failed and why. */
  'backups.attempts': query({
    permission: 'backups.read',
    input: z.object({ limit: z.number().int().min(1).max(200).default(30) }),
    output: z.array(
      z.object({
        id: z.string(),
        label: z.string(),
        startedAt: z.number(),
        durationMs: z.number(),
        sizeBytes: z.number().nullable(),
        outcome: z.enum(['verified', 'failed', 'damaged', 'pruned']),
        error: z.string().nullable(),
      }),
    ),
    errors: [],
  }),
  /** A copy to every place, each opened with its key and checked; one that fails does not stop the others. */
  'backups.run': action({
    permission: 'backups.run',
    input: z.object({}),
    output: z.array(backupResult),
    errors: ['NO_PLACES'],
    audit: ['backups'],
    touches: ['backups'],
  }),
  /** Checks one copy again, whole. */
  'backups.verify': action({
    permission: 'backups.run',
    input: folder,
    output: backupSummary,
    errors: [...verifyErrors],
    audit: ['verified'],
    touches: ['backups'],
  }),
  /** Practice: restores the newest copy that can be reached into a folder of its own, opens it there, removes it. */
  'backups.drill': action({
    permission: 'backups.run',
    input: z.object({}),
    output: drill,
    errors: ['NO_BACKUP_REACHABLE'],
    audit: ['drill'],
    touches: ['backups'],
  }),
  /** What is wrong with the backups, worst first: on the first screen until mended. */
  'backups.health': query({
    permission: 'backups.read',
    input: z.object({}),
    output: z.object({
      problems: z.array(
        z.object({
          kind: z.enum(backupProblemKinds),
          severity: z.enum(['danger', 'warning', 'notice']),
          placeId: z.string().nullable(),
          label: z.string().nullable(),
          days: z.number().nullable(),
          code: z.string().nullable(),
        }),
      ),
      newestAt: z.number().nullable(),
      lastDrill: drill.nullable(),
    }),
    errors: [],
  }),
};

const restoreErrors = [
  ...verifyErrors,
  ...openingErrors.filter((code) => code !== 'WRONG_KEY_OR_DAMAGED'),
  'BACKUP_OF_SAMPLE',
] as const;

/** What has changed in the open shop since a backup was made, and would be lost by restoring it. */
const lost = z.object({
  /** False where the backup's log head is not in this shop's log: it belongs to another past. */
  isSameHistory: z.boolean(),
  /** Entries of the log since then. */
  entries: z.number(),
  /** Records added or changed since, by kind as the log names them. */
  records: z.array(z.object({ kind: z.string(), count: z.number() })),
  /** Rows now less rows then, for the tables that people know. */
  differences: z.record(z.string(), z.number()),
});

const kept = z.object({ folder: z.string(), setAsideAt: z.number(), sizeBytes: z.number() });

/** What became of the word "stop" that customers gave after the backup was made. */
const carried = z.object({
  /** Suppressed contacts and withdrawals brought over; null where the database set aside could not be read. */
  suppressions: z.number().nullable(),
  withdrawals: z.number().nullable(),
  /** People who were erased since, and of whom the copy still knew. */
  erasures: z.number().nullable(),
});

/** Bringing a backup back: on this machine, or on a clean one. */
export const restoreContract = {
  'restore.chooseFolder': action({
    permission: 'backups.restore',
    withoutShop: true,
    input: z.object({}),
    output: z.string().nullable(),
    errors: [],
    audit: [],
    touches: [],
  }),
  /** The backups in a folder: a place, or one backup's own folder. */
  'restore.list': action({
    permission: 'backups.restore',
    withoutShop: true,
    input: folder,
    output: z.array(backupSummary),
    errors: ['PLACE_NOT_FOUND'],
    audit: [],
    touches: [],
  }),
  /** What is in a backup, and what of the open shop would be lost since. */
  'restore.inspect': action({
    permission: 'backups.restore',
    input: folder,
    output: z.object({ backup: backupSummary, isThisShop: z.boolean(), lost: lost.nullable() }),
    errors: ['BACKUP_NOT_FOUND'],
    audit: [],
    touches: [],
  }),
  /** Verifies, stages, swaps with the current database kept; locks. */
  'restore.run': action({
    permission: 'backups.restore',
    confirm: true,
    input: folder,
    output: z.object({ backup: backupSummary, keptFolder: z.string().nullable(), carried }),
    errors: [...restoreErrors, 'BACKUP_OTHER_SHOP', 'NOT_IN_SAMPLE'],
    audit: ['restored'],
    touches: ['session', 'shop', 'backups'],
  }),
  /** The same where no shop is open: with the recovery sheet, or the passphrase the shop had. */
  'restore.runHere': action({
    permission: 'backups.restore',
    withoutShop: true,
    input: folder.extend({
      secret: z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('recovery'), recoveryKey: z.string().max(500) }),
        z.object({ kind: z.literal('passphrase'), passphrase: z.string().max(200) }),
      ]),
      /** Needed with the sheet where this computer has no key store that can be trusted. */
      newPassphrase: z.string().max(200).nullable(),
    }),
    output: z.object({ backup: backupSummary, keptFolder: z.string().nullable(), carried }),
    errors: [
      ...restoreErrors,
      ...recoveryKeyErrors,
      'SHOP_OPEN',
      'RECOVERY_KEY_WRONG',
      'PASSPHRASE_WRONG',
      'PASSPHRASE_NEEDED',
      'PASSPHRASE_WEAK',
    ],
    audit: ['restored'],
    touches: ['session', 'shop', 'backups'],
  }),
  /** The databases that restores have set aside. */
  'restore.kept': action({
    permission: 'backups.restore',
    input: z.object({}),
    output: z.array(kept),
    errors: [],
    audit: [],
    touches: [],
  }),
  /** Brings back a database that a restore set aside; the current one is set aside in turn. */
  'restore.undo': action({
    permission: 'backups.restore',
    confirm: true,
    input: folder,
    output: z.object({ keptFolder: z.string().nullable(), carried }),
    errors: ['KEPT_NOT_FOUND', 'NOT_IN_SAMPLE', 'BACKUP_DAMAGED', 'LOG_BROKEN', ...openingErrors],
    audit: ['restored'],
    touches: ['session', 'shop', 'backups'],
  }),
};
