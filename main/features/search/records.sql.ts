import { isAllowed, type Role } from '@shared/contract/permissions';
import type { SearchResult, SearchWhy } from '@shared/contract/search';
import { type QueryToken, textKeys } from '@shared/domain/search-keys';
import { prepared, type ReadableDb } from '../../db/sql';
import type { ShopSource } from '../../kernel/parts';
import { allocationsByPiece } from '../allocations/found.sql';
import { campaignsByName } from '../campaigns/found.sql';
import { eventsByName } from '../events/found.sql';
import { surveysByName } from '../feedback/found.sql';
import { giftKindsByName } from '../gifts/found.sql';
import { guidelinesByTitle } from '../guidelines/found.sql';
import { jobsByNumber } from '../jobs/found.sql';
import { privacyRequestsByNumber } from '../privacy/found.sql';
import { programmesByName } from '../programmes/found.sql';
import { reviewsByNumber } from '../reviews/found.sql';
import { segmentsByName } from '../segments/found.sql';
import { compactCode } from './documents';
import { explain, type NamedValue } from './explain';
import { type Asked, noFacts, type OwnedRow, owner, ownerColumns } from './results.sql';

/** Records of the shop that are results themselves, one line a kind. */
const sources: readonly ShopSource[] = [
  campaignsByName,
  programmesByName,
  eventsByName,
  segmentsByName,
  guidelinesByTitle,
  giftKindsByName,
  allocationsByPiece,
  surveysByName,
  reviewsByNumber,
  jobsByNumber,
  privacyRequestsByNumber,
];

/** The newest of a kind: read at every key that is typed. */
const mostLooked = 200;
/** With fewer letters than this nearly every name begins so. */
const SHORTEST = 2;

interface RecordRow {
  readonly id: string;
  readonly number: string | null;
  readonly title: string;
  readonly words: string;
  readonly customer_id: string | null;
}

/** Who asks, and when: what may be shown, in which language a title is said. */
export interface Asker {
  readonly role: Role;
  readonly today: string;
  readonly limit: number;
}

/** Records of the shop by number, name and words; one whose whole number was typed comes first. */
export function findRecords(
  db: ReadableDb,
  text: string,
  asked: Asked,
  { role, today, limit }: Asker,
): SearchResult[] {
  const number = numberIn(text);
  const isLong = asked.query.tokens.some(({ kind, text: word }) => kind === 'han' || word.length >= SHORTEST);
  if (number === null && !isLong) return [];
  const found: { readonly source: ShopSource; readonly row: RecordRow }[] = [];
  for (const source of sources) {
    if (!isAllowed(role, source.permission)) continue;
    if (source.isByNumber && number === null) continue;
    for (const row of rowsOf(db, source, { number, today, language: asked.language }))
      if (source.isByNumber || isMatch(row, number, asked)) found.push({ source, row });
  }
  const isExact = (row: RecordRow) =>
    row.number !== null && (row.number === number || compactCode(row.number) === asked.code);
  return [...found.filter(({ row }) => isExact(row)), ...found.filter(({ row }) => !isExact(row))]
    .slice(0, limit)
    .map(({ source, row }) => show(db, source, row, { asked, isExact: isExact(row) }));
}

function rowsOf(
  db: ReadableDb,
  { select, isByNumber }: ShopSource,
  values: { readonly number: string | null; readonly today: string; readonly language: string },
): RecordRow[] {
  if (isByNumber) return prepared(db, select).all({ number: values.number }) as RecordRow[];
  const { today, language } = values;
  const named = select.includes('@language') ? { today, language } : {};
  return prepared(db, `${select} LIMIT ${mostLooked}`).all(named) as RecordRow[];
}

/** A number as records bear it, however it was typed: `ja 12` → JA-000012; null where it is none. */
export function numberIn(text: string): string | null {
  const parts = /^([A-Z]{1,4})[\s-]*([0-9]{1,9})$/.exec(text.normalize('NFKC').trim().toUpperCase());
  return parts ? `${parts[1]}-${parts[2]?.padStart(6, '0')}` : null;
}

const SHORTEST_BARE_NUMBER = 3;

function isMatch(row: RecordRow, number: string | null, { query, code }: Asked): boolean {
  if (row.number !== null && (row.number === number || isNumber(compactCode(row.number), code))) return true;
  return query.tokens.length > 0 && query.tokens.every((token) => isWordOf(row, token));
}

/**
 * The number as far as it was typed, or its digits. Letters alone are no number: "ka" is the beginning of somebody's name
 * before it is that of KA-000001.
 */
function isNumber(number: string, typed: string): boolean {
  if (!/[0-9]/.test(typed)) return false;
  if (number.startsWith(typed)) return true;
  const digits = number.replace(/^[^0-9]+/, '');
  const bare = digits.replace(/^0+/, '');
  return typed === digits || (typed === bare && bare.length >= SHORTEST_BARE_NUMBER);
}

const isWordOf = ({ title, words }: RecordRow, { text }: QueryToken) =>
  keysOf(title).includes(` ${text}`) || keysOf(words).includes(` ${text}`);

/** The keys of texts that were read before, each after a space: the same few hundred are asked at every letter. */
const known = new Map<string, string>();
const mostKnown = 5000;

function keysOf(text: string): string {
  const before = known.get(text);
  if (before !== undefined) return before;
  if (known.size >= mostKnown) known.clear();
  const keys = textKeys(text)
    .map((key) => ` ${key}`)
    .join('');
  known.set(text, keys);
  return keys;
}

function show(
  db: ReadableDb,
  { place }: ShopSource,
  row: RecordRow,
  { asked, isExact }: { readonly asked: Asked; readonly isExact: boolean },
): SearchResult {
  const { number, title, words } = row;
  const values: NamedValue[] = [number, title, words].flatMap((value) =>
    value ? [{ field: place, value }] : [],
  );
  const kind: SearchWhy = { field: place, value: number ?? '', ranges: [], by: 'text' };
  // The title stands above; what it is has to be said of it all the same.
  const why = explain(asked.query, values).filter(({ value }) => value !== title);
  const holder = row.customer_id === null ? undefined : findHolder(db, row.customer_id);
  return {
    kind: 'record',
    place,
    id: row.id,
    customerId: row.customer_id,
    title,
    facts: { ...noFacts, number, owner: holder ? owner(holder, asked.language) : null },
    why: why.length > 0 ? why : [kind],
    isExact,
    isClose: false,
  };
}

function findHolder(db: ReadableDb, customerId: string): OwnedRow | undefined {
  return prepared(
    db,
    `SELECT c.id, c.id AS customer_id, ${ownerColumns} FROM customers c WHERE c.id = ?`,
  ).get(customerId) as OwnedRow | undefined;
}
