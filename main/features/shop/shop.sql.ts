import { type SettingKey, type SettingValue, shopSettings } from '@shared/contract/shop';
import { all, one, prepared, type ReadableDb, run, sqlBuilder, type WritableDb } from '../../db/sql';

/** The shop's own row; absent only while set-up runs. */
export function findShop(db: ReadableDb) {
  return one(db, sqlBuilder.selectFrom('shops').selectAll().limit(1));
}

/** A shop's row as set-up writes it. */
export interface ShopRow {
  readonly id: string;
  readonly name: string;
  readonly chinese_name: string | null;
  readonly address: string;
  readonly chinese_address: string | null;
  readonly hotline: string;
  readonly email: string | null;
  readonly opening_hours: string;
  readonly privacy_officer: string | null;
  readonly currency: string;
  readonly default_language: string;
  readonly time_zone: string;
  readonly is_sample: number;
  readonly created_at: number;
  readonly updated_at: number;
}

/** Writes the one row of a new shop. */
export function insertShop(db: WritableDb, shop: ShopRow): void {
  run(db, sqlBuilder.insertInto('shops').values(shop));
}

/** Changes what the shop says about itself. */
export function updateShop(
  db: WritableDb,
  shop: Omit<ShopRow, 'id' | 'currency' | 'time_zone' | 'is_sample' | 'created_at'>,
): void {
  run(db, sqlBuilder.updateTable('shops').set(shop));
}

/** One rule of the shop, or what holds until the manager changed it; an unreadable value counts as unchanged. */
export function readSetting<K extends SettingKey>(db: ReadableDb, key: K): SettingValue<K> {
  const stored = prepared(db, 'SELECT value FROM settings WHERE key = ?').pluck().get(key) as
    | string
    | undefined;
  return settingOf(key, stored);
}

/** All rules of the shop. */
export function readSettings(db: ReadableDb): { [K in SettingKey]: SettingValue<K> } {
  const stored = new Map(
    all(db, sqlBuilder.selectFrom('settings').select(['key', 'value'])).map(({ key, value }) => [key, value]),
  );
  const keys = Object.keys(shopSettings) as SettingKey[];
  return Object.fromEntries(keys.map((key) => [key, settingOf(key, stored.get(key))])) as {
    [K in SettingKey]: SettingValue<K>;
  };
}

function settingOf<K extends SettingKey>(key: K, stored: string | undefined): SettingValue<K> {
  const { schema, initial } = shopSettings[key];
  if (stored === undefined) return initial;
  try {
    const parsed = schema.safeParse(JSON.parse(stored));
    return (parsed.success ? parsed.data : initial) as SettingValue<K>;
  } catch {
    return initial;
  }
}

/** Sets one rule; `value` has passed its schema. */
export function saveSetting(
  db: WritableDb,
  key: SettingKey,
  value: unknown,
  { now, staffId }: { now: number; staffId: string },
): void {
  const row = { key, value: JSON.stringify(value), updated_at: now, updated_by: staffId };
  run(
    db,
    sqlBuilder
      .insertInto('settings')
      .values(row)
      .onConflict((conflict) => conflict.column('key').doUpdateSet(row)),
  );
}
