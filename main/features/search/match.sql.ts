import type { QueryToken } from '@shared/domain/search-keys';
import { prepared, type ReadableDb } from '../../db/sql';
import type { DocumentKind } from './rows.sql';

/** How a hit was found; also the order in which hits are shown. */
export type HitBy = 'name' | 'reading' | 'note' | 'typo';

/** An entity that answers a query. */
export interface Hit {
  readonly id: string;
  readonly by: HitBy;
  /** Which of the expressions found it: lower is nearer to what was typed. */
  readonly stage: number;
  /** What was meant where it is not what was typed: every reading that may explain the hit. */
  readonly meant?: ReadonlyArray<readonly QueryToken[]>;
}

const tables: Record<DocumentKind, string> = {
  customer: 'search_customers_fts',
  product: 'search_products_fts',
  item: 'search_items_fts',
};

// The index yields rowids in falling order by itself, so the newest dealings come first and a limit stops it early.
const matchText = (kind: DocumentKind) =>
  `SELECT d.entity_id AS id FROM ${tables[kind]} f CROSS JOIN search_docs d ON d.doc = f.rowid
   WHERE ${tables[kind]} MATCH ? ORDER BY f.rowid DESC LIMIT ?`;
/** The statements this file runs, for the test that looks at their plans. */
export const matchStatements = { match: matchText('customer') };

/** The ids that answer an expression of the full-text index, newest dealings first. */
export function match(db: ReadableDb, kind: DocumentKind, expression: string, limit: number): string[] {
  const rows = prepared(db, matchText(kind)).all(expression, limit) as Array<{ id: string }>;
  return rows.map(({ id }) => id);
}

/** The key itself. */
export const exact = (text: string) => `"${text}"`;
/** The prefix index of the full-text tables goes up to here: what begins with more is gathered key by key. */
export const LONGEST_BEGINNING = 4;
/** Every key that begins so. */
export const beginning = (text: string) => `"${text}"*`;
/** A word that is known to be whole: what begins with a longer one is not worth gathering. */
export const wholeOrBeginning = (text: string) =>
  text.length > LONGEST_BEGINNING ? exact(text) : beginning(text);
/** All of these. */
export const both = (...terms: readonly string[]) => terms.join(' AND ');
/** Any of these. */
export const either = (terms: readonly string[]) =>
  terms.length === 1 ? (terms[0] as string) : `(${terms.join(' OR ')})`;

/** What was found so far: id → the stage that found it. */
export type Found = Map<string, number>;

/** Adds what each expression finds, without repeats, until there are enough. */
export function gather(
  db: ReadableDb,
  kind: DocumentKind,
  expressions: readonly string[],
  limit: number,
  found: Found = new Map(),
): Found {
  expressions.forEach((expression, index) => {
    if (found.size >= limit) return;
    for (const id of match(db, kind, expression, limit + found.size))
      if (found.size < limit && !found.has(id)) found.set(id, index + 1);
  });
  return found;
}
