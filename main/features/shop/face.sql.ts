import { autoLockMinutesOf } from '@shared/domain/auto-lock';
import { one, type ReadableDb, sqlBuilder } from '../../db/sql';

// What the lock screen needs of the shop. Apart from `shop.sql.ts`, behind which stand the rules of every feature: the
// first screen of a start must not wait for them.

/** What the lock screen says about the shop; absent only while set-up runs. */
export function findShopFace(db: ReadableDb) {
  return one(
    db,
    sqlBuilder.selectFrom('shops').select(['name', 'chinese_name', 'default_language']).limit(1),
  );
}

/** Minutes without a key or a touch after which the counter locks itself. */
export function readAutoLockMinutes(db: ReadableDb): number {
  const stored = one(
    db,
    sqlBuilder.selectFrom('settings').select('value').where('key', '=', 'autoLockMinutes'),
  );
  return autoLockMinutesOf(stored?.value);
}
