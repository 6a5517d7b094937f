import { displayName } from '@shared/domain/names';
import { textKeys } from '@shared/domain/search-keys';
import { prepared, type ReadableDb } from '../../db/sql';
import { findCustomer } from '../customers/customers.sql';
import { NOTE_MARK, namesOf } from './documents';
import { foundValues } from './found.sql';
import { both, exact, match } from './match.sql';

const mostLooked = 200;
const mostNamed = 20;

/** Other customers in whose notes and records the whole name of one of these records is written. */
export function listMentions(
  db: ReadableDb,
  ids: readonly string[],
): { customerId: string; number: string }[] {
  const names = ids.flatMap((id) => {
    const row = findCustomer(db, id);
    if (!row) return [];
    const latin = row.family_name && row.given_name ? `${row.family_name} ${row.given_name}` : null;
    return [latin, row.chinese_name, displayName(namesOf(row), 'en')].filter(
      (name): name is string => !!name,
    );
  });
  const found = new Map<string, string>();
  for (const name of new Set(names)) {
    const keys = textKeys(name);
    if (keys.length === 0 || name.length < 2) continue;
    const expression = both(...keys.map((key) => exact(NOTE_MARK + key)));
    for (const id of match(db, 'customer', expression, mostLooked)) {
      if (ids.includes(id) || found.has(id) || found.size >= mostNamed) continue;
      const number = findCustomer(db, id)?.number;
      if (number && isWritten(db, id, name)) found.set(id, number);
    }
  }
  return [...found].map(([customerId, number]) => ({ customerId, number }));
}

function isWritten(db: ReadableDb, customerId: string, name: string): boolean {
  const notes = prepared(db, 'SELECT body FROM customer_notes WHERE customer_id = ? AND deleted_at IS NULL')
    .pluck()
    .all(customerId) as string[];
  const words = foundValues(db, customerId).words.map(({ value }) => value);
  return [...notes, ...words].some((text) => text.toLowerCase().includes(name.toLowerCase()));
}
