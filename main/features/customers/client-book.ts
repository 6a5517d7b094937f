import type { Input } from '@shared/contract';
import type { CustomerCard } from '@shared/contract/customer-shapes';
import type { ReadableDb } from '../../db/sql';
import { permissionsOf } from '../consents/consents.sql';
import { type BookCursor, type BookFilter, type BookLine, listBook, listCards } from './cards.sql';

const yearMs = 365 * 86_400_000;
// What consent permits is computed, not stored; a page that finds few says where to go on rather than keep one waiting.
const examinedAtMost = 600;

/**
 * One page of the client book, and where the next begins (null at the end). `now` in epoch milliseconds. Filtered by
 * consent a page may be short, or empty, with more to come.
 */
export function listClientBook(
  db: ReadableDb,
  now: number,
  input: Required<Input<'customers.list'>>,
): { rows: CustomerCard[]; next: string | null } {
  const { cursor, limit, consent, ...rest } = input;
  const filter: BookFilter = {
    ...rest,
    recentFrom: now - yearMs,
    wasAskedForConsent: consent === 'any' ? null : consent !== 'never-asked',
  };
  const isComputed = consent === 'may' || consent === 'may-not';
  const lines = listBook(db, filter, readCursor(cursor), isComputed ? examinedAtMost : limit);
  const page = isComputed
    ? withConsent(db, lines, limit, consent === 'may', now)
    : { kept: lines, last: lines.at(-1) };
  const isEnd = isComputed
    ? page.last === lines.at(-1) && lines.length < examinedAtMost
    : lines.length < limit;
  const rows = listCards(
    db,
    page.kept.map((line) => line.id),
  );
  return { rows, next: page.last && !isEnd ? JSON.stringify([page.last.value, page.last.id]) : null };
}

/** The first lines whose customers may (or may not) be contacted about anything, and the last line looked at. */
function withConsent(
  db: ReadableDb,
  lines: readonly BookLine[],
  limit: number,
  wanted: boolean,
  now: number,
): { kept: BookLine[]; last: BookLine | undefined } {
  const kept: BookLine[] = [];
  let last: BookLine | undefined;
  for (const line of lines) {
    if (kept.length === limit) break;
    last = line;
    const may = permissionsOf(db, line.id, now).cells.some((cell) => cell.allowed);
    if (may === wanted) kept.push(line);
  }
  return { kept, last };
}

/** A cursor nobody made reads as the beginning. */
function readCursor(cursor: string | null): BookCursor | null {
  if (!cursor) return null;
  try {
    const [value, id] = JSON.parse(cursor) as [unknown, unknown];
    if (typeof id !== 'string') return null;
    return { value: typeof value === 'number' ? value : null, id };
  } catch {
    return null;
  }
}
