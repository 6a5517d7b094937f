import type { Role } from '@shared/contract/permissions';
import type { SearchKind, SearchResult, searchContract } from '@shared/contract/search';
import { asLanguage } from '@shared/domain/languages';
import { queryTokens } from '@shared/domain/search-keys';
import type { ReadableDb } from '../../db/sql';
import type { QueryHandlers } from '../../kernel/handlers';
import { listRecentlyViewed } from '../customers/customers.sql';
import { compactCode } from './documents';
import { FEW, findByNotes, findByRecordNumber, findCustomers, findItems, findProducts } from './find.sql';
import type { Hit } from './match.sql';
import { findReceipts } from './receipts.sql';
import { findRecords, numberIn } from './records.sql';
import { type Asked, showCustomers, showItems, showProducts, showReceipts } from './results.sql';

/** Of what is not a customer, so many show that there is more; the customer is what is looked for. */
const OTHERS = 4;
const FAMILIAR = 12;

export const searchQueries: QueryHandlers<typeof searchContract> = {
  'search.query': ({ db, staff, today }, { text, kinds, limit }) => {
    const started = performance.now();
    const ask: Search = {
      db,
      text,
      asked: { query: queryTokens(text), code: compactCode(text), language: asLanguage(staff.language) },
      limit,
      others: kinds ? limit : Math.min(limit, OTHERS),
      staffId: staff.staffId,
      role: staff.role,
      today,
    };
    const asks = kinds ?? defaultKinds;
    const found = new Map<SearchKind, Group>();
    for (const kind of evaluated) if (asks.includes(kind)) found.set(kind, searches[kind](ask, found));
    const groups = asks.flatMap((kind) => found.get(kind) ?? []);
    const all = groups.sort((a, b) => a.distance - b.distance).flatMap(({ results }) => results);
    // Whoever is shown by name, or whose record by its whole number, is not shown once more for a note.
    const isShown = ({ kind, isExact }: SearchResult) =>
      kind === 'customer' || (kind === 'record' && isExact);
    const customers = new Set(all.filter(isShown).map(({ customerId }) => customerId));
    const results = all.filter(({ kind, id }) => kind !== 'note' || !customers.has(id));
    return { results, tookMs: performance.now() - started };
  },
  'search.recent': ({ db, staff }, { limit }) => {
    // Asked as soon as somebody unlocks: the tables of characters are read now, while nobody waits for them.
    const query = queryTokens('陳');
    const hits = asSeen(listRecentlyViewed(db, staff.staffId, limit));
    const results = showCustomers(db, hits, { query, code: NO_CODE, language: asLanguage(staff.language) });
    return { results: results.map((result) => ({ ...result, why: [] })) };
  },
};

const NO_CODE = '-';

/** As ranks in the order in which they were seen. */
const asSeen = (ids: readonly string[]): Hit[] => ids.map((id, stage) => ({ id, by: 'name', stage }));

interface Search {
  readonly db: ReadableDb;
  readonly asked: Asked;
  readonly text: string;
  readonly limit: number;
  readonly others: number;
  readonly staffId: string;
  readonly role: Role;
  readonly today: string;
}

/** The results of one kind, and how far the best of them is from what was typed. */
interface Group {
  readonly results: SearchResult[];
  readonly distance: number;
}

const defaultKinds = ['customer', 'item', 'product', 'receipt', 'record', 'note'] as const;
/** Hits of one way of matching from which the best are shown. */
const POOL = 4;
const distances = { name: 1, note: 1, reading: 2, typo: 3 } as const;

/** What the answers depend on comes first. */
const evaluated = ['customer', 'item', 'receipt', 'product', 'note', 'record'] as const;
type Earlier = ReadonlyMap<SearchKind, Group>;

/** Somebody or something of another kind is written as it was typed, or reads so. */
const isFoundWithin = (earlier: Earlier, distance: number) =>
  [...earlier.values()].some((group) => group.results.length > 0 && group.distance <= distance);

const searches: Record<SearchKind, (search: Search, earlier: Earlier) => Group> = {
  customer: ({ db, asked, limit, staffId }) => {
    const familiar = listRecentlyViewed(db, staffId, FAMILIAR);
    const hits = findCustomers(db, asked.query, { limit: limit * POOL, enough: limit, familiar });
    const shown = showCustomers(db, hits, asked, limit);
    // Where some are written as typed, those that are only similar fill up a short list and no more.
    const isMixed = shown.some(({ isClose }) => !isClose);
    return group(hits, isMixed ? shown.filter(({ isClose }, index) => !isClose || index < FEW) : shown);
  },
  item: ({ db, asked, others }) => {
    const hits = findItems(db, asked.query, others);
    return group(hits, showItems(db, hits, asked));
  },
  // "Wong" is no error for a watch called "Wing" where there is a Wong.
  product: ({ db, asked, others }, earlier) => {
    const mayBeMisspelt = !isFoundWithin(earlier, distances.reading);
    const hits = findProducts(db, asked.query, { limit: others, mayBeMisspelt });
    return group(hits, showProducts(db, hits, asked));
  },
  receipt: ({ db, asked, text, others }) =>
    group([], showReceipts(db, findReceipts(db, text, others), asked)),
  record: ({ db, asked, text, others, role, today }) => {
    const results = findRecords(db, text, asked, { role, today, limit: others });
    return group(
      results.map(({ id }) => ({ id, by: 'name', stage: 0 })),
      results,
    );
  },
  // Where the name itself was found, only whole words of notes are worth a line. The whole number of a record comes before all
  // else: letters and zeros of it may be the beginning of anything.
  note: ({ db, asked, text, others }, earlier) => {
    const isWhole = isFoundWithin(earlier, distances.name);
    const number = numberIn(text);
    const numbered = number === null ? [] : findByRecordNumber(db, compactCode(number), others);
    const bearers = new Set(numbered.map(({ id }) => id));
    const noted = findByNotes(db, asked.query, { limit: others, isWhole });
    const hits = [...numbered, ...noted.filter(({ id }) => !bearers.has(id))].slice(0, others);
    // Whoever is shown by name is not shown once more, and all that is written about somebody is long to read.
    const shown = new Set(earlier.get('customer')?.results.map(({ id }) => id));
    const rest = hits.filter(({ id }) => bearers.has(id) || !shown.has(id));
    // Explained by the number as it is kept: "PA 1" stands for PA-000001, and not for what begins with a 1.
    const meant = number === null || numbered.length === 0 ? asked : { ...asked, code: compactCode(number) };
    const results = showCustomers(db, rest, meant);
    return group(
      hits,
      results.map((result) => (bearers.has(result.id) ? { ...result, isExact: true } : result)),
    );
  },
};

/** A whole code is nearest: what a scanner sends is the first result. */
function group(hits: readonly Hit[], results: SearchResult[]): Group {
  if (results.some(({ isExact }) => isExact)) return { results, distance: 0 };
  return { results, distance: Math.min(...hits.map(({ by }) => distances[by]), distances.typo) };
}
