import { all, one, type ReadableDb, run, sqlBuilder, type WritableDb } from '../../db/sql';
import type { StoredPin } from '../../kernel/pin';

/** Active staff in the order they joined: the lock screen. */
export function listActiveStaff(db: ReadableDb) {
  return all(
    db,
    sqlBuilder
      .selectFrom('staff')
      .select(['id', 'name', 'chinese_name', 'role', 'language', 'pin_locked'])
      .where('deactivated_at', 'is', null)
      .orderBy('created_at')
      .orderBy('id'),
  );
}

/** One active member of staff with what checking a PIN needs. */
export function findActiveStaff(db: ReadableDb, id: string) {
  return one(
    db,
    sqlBuilder.selectFrom('staff').selectAll().where('id', '=', id).where('deactivated_at', 'is', null),
  );
}

/** Counts an attempt before the PIN is verified, so that pulling the plug gives no free guess. */
export function countAttempt(
  db: WritableDb,
  id: string,
  attempts: number,
  now: number,
  isLocked: boolean,
): void {
  run(
    db,
    sqlBuilder
      .updateTable('staff')
      .set({ failed_attempts: attempts, last_failed_at: now, pin_locked: isLocked ? 1 : 0 })
      .where('id', '=', id),
  );
}

/** Takes the last failure as having been now: the clock was set back meanwhile. */
export function postponeLastFailure(db: WritableDb, id: string, now: number): void {
  run(db, sqlBuilder.updateTable('staff').set({ last_failed_at: now }).where('id', '=', id));
}

/** Saves the PIN a person chose; attempts start from nothing. */
export function savePin(db: WritableDb, id: string, pin: StoredPin, now: number): void {
  run(
    db,
    sqlBuilder
      .updateTable('staff')
      .set({
        pin_salt: pin.salt,
        pin_hash: pin.hash,
        pin_must_change: 0,
        pin_locked: 0,
        failed_attempts: 0,
        last_failed_at: null,
        updated_at: now,
      })
      .where('id', '=', id),
  );
}

/** Forgets failed attempts after the right PIN. */
export function clearAttempts(db: WritableDb, id: string): void {
  run(
    db,
    sqlBuilder
      .updateTable('staff')
      .set({ failed_attempts: 0, last_failed_at: null, pin_locked: 0 })
      .where('id', '=', id),
  );
}

/** Sets how the app looks to one person. */
export function updateLook(
  db: WritableDb,
  id: string,
  look: { language?: string; color_scheme?: string; updated_at: number },
): void {
  run(db, sqlBuilder.updateTable('staff').set(look).where('id', '=', id));
}
