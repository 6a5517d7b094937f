import { prepared, type ReadableDb } from '../../db/sql';
import { compactCode } from './documents';

const SHORTEST = 3;
/** Higher than any character that a receipt number holds. */
const LAST = '\u{10ffff}';

const byNumberText = `SELECT DISTINCT receipt_number AS number FROM sales
  WHERE receipt_number >= ? AND receipt_number < ? AND deleted_at IS NULL ORDER BY receipt_number DESC LIMIT ?`;
const byKeyText = `SELECT receipt_number AS number FROM search_receipts WHERE key >= ? AND key < ?
  ORDER BY key, receipt_number LIMIT ?`;

/** The statements this file runs, for the test that looks at their plans. */
export const receiptStatements = { byNumber: byNumberText, byKey: byKeyText };

/**
 * Receipt numbers that begin as typed, or whose part behind the counter's prefix does. With or without punctuation; a
 * number typed or scanned whole comes first.
 */
export function findReceipts(db: ReadableDb, typed: string, limit: number): string[] {
  const compact = compactCode(typed);
  if (compact.length < SHORTEST || !/[0-9]/.test(compact)) return [];
  const found = new Set<string>();
  const take = (text: string, from: string) => {
    const rows = prepared(db, text).all(from, from + LAST, limit) as Array<{ number: string }>;
    for (const { number } of rows) if (found.size < limit) found.add(number);
  };
  take(byNumberText, typed.trim().toUpperCase());
  take(byKeyText, compact);
  // "A000123" for A-000123: the prefix stands apart in the index.
  const behindPrefix = /^[a-z]+([0-9]{3,})$/.exec(compact)?.[1];
  if (behindPrefix && found.size === 0) {
    take(byKeyText, behindPrefix);
    for (const number of found) if (!compactCode(number).startsWith(compact)) found.delete(number);
  }
  const whole = (number: string) => Number(compactCode(number) === compact);
  return [...found].sort((a, b) => whole(b) - whole(a));
}
