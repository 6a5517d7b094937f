import type { Role } from '@shared/contract/permissions';
import { rowInserter } from '../../db/bulk';
import type { WritableDb } from '../../db/sql';
import type { StoredPin } from '../../kernel/pin';
import { insertShop } from '../shop/shop.sql';
import type { Sample, SampleOpeningHours } from './generator/types';

/** The sample's known PINs, hashed, by role. */
export type PinHashes = Readonly<Record<Role, StoredPin>>;

/** Writes the sample shop's own row and the people who work there. */
export function insertSampleShop(
  db: WritableDb,
  { shop, staff }: Sample,
  shopId: string,
  pins: PinHashes,
  now: number,
): void {
  insertShop(db, {
    id: shopId,
    name: shop.nameEn,
    chinese_name: shop.nameZhHant,
    address: shop.addressEn,
    chinese_address: shop.addressZhHant,
    hotline: shop.hotline,
    email: shop.email,
    opening_hours: hoursText(shop.openingHours),
    privacy_officer: staff.find(({ role }) => role === 'manager')?.nameEn ?? null,
    currency: shop.currency,
    default_language: 'en',
    time_zone: 'Asia/Hong_Kong',
    is_sample: 1,
    created_at: now,
    updated_at: now,
  });
  const insert = rowInserter(db, 'staff');
  for (const [index, person] of staff.entries()) {
    const pin = pins[person.role];
    insert({
      id: person.id,
      name: person.nameEn,
      chinese_name: person.nameZhHant,
      role: person.role,
      language: person.language,
      pin_salt: pin.salt,
      pin_hash: pin.hash,
      // The lock screen lists people in the order they joined.
      created_at: now - (staff.length - index) * 1000,
      updated_at: now,
    });
  }
}

const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

/** Runs of days with the same hours: `Mon–Thu 11:00–20:30, Fri–Sat 11:00–21:30`. */
function hoursText(hours: readonly SampleOpeningHours[]): string {
  const runs: { from: string; to: string; times: string }[] = [];
  // A week begins on Monday at a Hong Kong counter.
  for (const { weekday, opens, closes } of [...hours].sort(
    (a, b) => ((a.weekday + 6) % 7) - ((b.weekday + 6) % 7),
  )) {
    const name = weekdays[weekday] ?? '';
    const times = `${opens}–${closes}`;
    const last = runs.at(-1);
    if (last?.times === times) last.to = name;
    else runs.push({ from: name, to: name, times });
  }
  return runs.map(({ from, to, times }) => `${from === to ? from : `${from}–${to}`} ${times}`).join(', ');
}
