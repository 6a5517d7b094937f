import type { CustomerCard, Names } from '@shared/contract/customer-shapes';
import { prepared, type ReadableDb } from '../../db/sql';

/** A person's names as they are stored. */
export interface NamesRow {
  readonly title: string | null;
  readonly family_name: string | null;
  readonly given_name: string | null;
  readonly english_name: string | null;
  readonly chinese_name: string | null;
  readonly preferred_name: string | null;
  readonly other_names: string | null;
  readonly form_of_address: string | null;
}

/** The columns of `NamesRow`, of customer `c`. */
const nameColumns = `c.title, c.family_name, c.given_name, c.english_name, c.chinese_name, c.preferred_name,
  c.other_names, c.form_of_address`;

/** Whose a record is, beside its own customer_id: for the features that have records of customers. */
export interface CustomerOfRow extends NamesRow {
  readonly customer_number: string;
}

/** The columns of `CustomerOfRow`, of the customer `c` that is joined. */
export const customerColumns = `c.number AS customer_number, ${nameColumns}`;

interface CardRow extends NamesRow {
  id: string;
  number: string;
  language: string;
  discretion: string | null;
  is_minor: number;
  advisor_id: string | null;
  advisor_name: string | null;
  contact: string | null;
  last_sale_at: number | null;
  lifetime_minor: number | null;
  currency: string | null;
  tier: string | null;
  open_needs: number;
}

// With `+`, SQLite looks at the customer's needs; without, at all that are open, for each customer anew.
const cardColumns = `
  c.id, c.number, ${nameColumns}, c.language, c.discretion, c.is_minor,
  s.id AS advisor_id, s.name AS advisor_name,
  (SELECT k.normalised FROM customer_contacts k WHERE k.customer_id = c.id
   ORDER BY k.kind <> 'phone', k.kind <> 'email', k.position LIMIT 1) AS contact,
  t.last_sale_at, t.lifetime_minor, t.currency,
  (SELECT m.tier FROM vip_memberships m WHERE m.customer_id = c.id AND m.ended_on IS NULL
   ORDER BY m.created_at DESC LIMIT 1) AS tier,
  (SELECT count(*) FROM needs n WHERE n.customer_id = c.id AND +n.status = 'open' AND n.deleted_at IS NULL) AS open_needs`;

/** A person's names as they cross the process boundary. */
export function namesOf(row: NamesRow): Names {
  return {
    title: row.title,
    familyName: row.family_name,
    givenName: row.given_name,
    englishName: row.english_name,
    chineseName: row.chinese_name,
    preferredName: row.preferred_name,
    otherNames: row.other_names,
    formOfAddress: row.form_of_address,
  };
}

/** Whose a record is, as it crosses the process boundary. */
export function customerOf(
  row: CustomerOfRow & { readonly customer_id: string },
): Names & { readonly id: string; readonly number: string } {
  return { ...namesOf(row), id: row.customer_id, number: row.customer_number };
}

/** Cards of these customers, in the order of the ids; ids without a record are left out. */
export function listCards(db: ReadableDb, ids: readonly string[]): CustomerCard[] {
  const statement = prepared(
    db,
    `SELECT ${cardColumns} FROM customers c
     LEFT JOIN customer_totals t ON t.customer_id = c.id
     LEFT JOIN staff s ON s.id = c.primary_advisor_id
     WHERE c.id = ?`,
  );
  const cards: CustomerCard[] = [];
  for (const id of ids) {
    const row = statement.get(id) as CardRow | undefined;
    if (row) cards.push(cardOf(row));
  }
  return cards;
}

function cardOf(row: CardRow): CustomerCard {
  return {
    ...namesOf(row),
    id: row.id,
    number: row.number,
    language: row.language,
    hasDiscretion: row.discretion !== null,
    isMinor: row.is_minor === 1,
    advisor: row.advisor_id ? { id: row.advisor_id, name: row.advisor_name ?? '' } : null,
    contact: row.contact,
    lastPurchaseAt: row.last_sale_at,
    lifetimeMinor: row.lifetime_minor,
    currency: row.currency,
    tier: row.tier,
    openNeeds: row.open_needs,
  };
}

/** Which customers the client book shows, and in what order. */
export interface BookFilter {
  readonly advisorId: string | null;
  readonly sort: 'last-purchase' | 'spend' | 'newest';
  readonly tier: string | null;
  readonly language: string | null;
  /** Purchases at or after this instant count as recent. */
  readonly recentFrom: number;
  readonly bought: 'any' | 'this-year' | 'lapsed' | 'never';
  readonly wasAskedForConsent: boolean | null;
}

/** Where a page begins: after this sort value and id. A null value means the part of those who never bought. */
export interface BookCursor {
  readonly value: number | null;
  readonly id: string;
}

/** One line of the client book before its card is read. */
export interface BookLine {
  readonly id: string;
  readonly value: number | null;
}

// Below this many, reading an advisor's customers and sorting them is cheaper than walking the whole shop in order.
const smallBook = 5000;

function isSmallBook(db: ReadableDb, advisorId: string): boolean {
  const { found } = prepared(
    db,
    `SELECT count(*) AS found FROM (
       SELECT 1 FROM customers WHERE primary_advisor_id = ? OR secondary_advisor_id = ? LIMIT ${smallBook})`,
  ).get(advisorId, advisorId) as { found: number };
  return found < smallBook;
}

function conditionsOf(db: ReadableDb, filter: BookFilter): { text: string; values: (string | number)[] } {
  const parts = ['c.deleted_at IS NULL', 'c.merged_into_id IS NULL'];
  const values: (string | number)[] = [];
  if (filter.advisorId) {
    // A unary plus keeps the planner from the index where the book is large.
    const plus = isSmallBook(db, filter.advisorId) ? '' : '+';
    parts.push(`(${plus}c.primary_advisor_id = ? OR ${plus}c.secondary_advisor_id = ?)`);
    values.push(filter.advisorId, filter.advisorId);
  }
  if (filter.language) {
    parts.push('c.language = ?');
    values.push(filter.language);
  }
  if (filter.tier) {
    parts.push(
      'EXISTS (SELECT 1 FROM vip_memberships m WHERE m.customer_id = c.id AND m.ended_on IS NULL AND m.tier = ?)',
    );
    values.push(filter.tier);
  }
  if (filter.wasAskedForConsent !== null) {
    const not = filter.wasAskedForConsent ? '' : 'NOT ';
    parts.push(`${not}EXISTS (SELECT 1 FROM consent_events e WHERE e.customer_id = c.id)`);
  }
  return { text: parts.join(' AND '), values };
}

/** The next lines of the client book after the cursor, at most `limit`; those who never bought come last, newest first. */
export function listBook(
  db: ReadableDb,
  filter: BookFilter,
  cursor: BookCursor | null,
  limit: number,
): BookLine[] {
  if (filter.sort === 'newest') return listNewest(db, filter, cursor, limit);
  const lines = cursor?.value === null ? [] : listBuyers(db, filter, cursor, limit);
  if (lines.length === limit || filter.bought === 'this-year' || filter.bought === 'lapsed') return lines;
  const rest = listProspects(db, filter, cursor?.value === null ? cursor.id : null, limit - lines.length);
  return [...lines, ...rest];
}

function boughtCondition(filter: BookFilter): { text: string; values: number[] } {
  if (filter.bought === 'this-year') return { text: ' AND t.last_sale_at >= ?', values: [filter.recentFrom] };
  if (filter.bought === 'lapsed') return { text: ' AND t.last_sale_at < ?', values: [filter.recentFrom] };
  return { text: '', values: [] };
}

function listBuyers(db: ReadableDb, filter: BookFilter, cursor: BookCursor | null, limit: number) {
  if (filter.bought === 'never') return [];
  const column = filter.sort === 'spend' ? 't.lifetime_minor' : 't.last_sale_at';
  const conditions = conditionsOf(db, filter);
  const bought = boughtCondition(filter);
  const after = cursor ? ` AND (${column}, t.customer_id) < (?, ?)` : '';
  return prepared(
    db,
    `SELECT c.id, ${column} AS value FROM customer_totals t JOIN customers c ON c.id = t.customer_id
     WHERE t.last_sale_at IS NOT NULL AND ${conditions.text}${bought.text}${after}
     ORDER BY ${column} DESC, t.customer_id DESC LIMIT ?`,
  ).all(
    ...conditions.values,
    ...bought.values,
    ...(cursor ? [cursor.value, cursor.id] : []),
    limit,
  ) as BookLine[];
}

function listProspects(db: ReadableDb, filter: BookFilter, afterId: string | null, limit: number) {
  const conditions = conditionsOf(db, filter);
  return prepared(
    db,
    `SELECT c.id, NULL AS value FROM customers c LEFT JOIN customer_totals t ON t.customer_id = c.id
     WHERE t.last_sale_at IS NULL AND ${conditions.text}${afterId ? ' AND c.id < ?' : ''}
     ORDER BY c.id DESC LIMIT ?`,
  ).all(...conditions.values, ...(afterId ? [afterId] : []), limit) as BookLine[];
}

function listNewest(db: ReadableDb, filter: BookFilter, cursor: BookCursor | null, limit: number) {
  const conditions = conditionsOf(db, filter);
  const bought =
    filter.bought === 'never' ? { text: ' AND t.last_sale_at IS NULL', values: [] } : boughtCondition(filter);
  return prepared(
    db,
    `SELECT c.id, c.created_at AS value FROM customers c LEFT JOIN customer_totals t ON t.customer_id = c.id
     WHERE ${conditions.text}${bought.text}${cursor ? ' AND c.id < ?' : ''}
     ORDER BY c.id DESC LIMIT ?`,
  ).all(...conditions.values, ...bought.values, ...(cursor ? [cursor.id] : []), limit) as BookLine[];
}

/** The tiers somebody holds today. */
export function listTiers(db: ReadableDb): string[] {
  const rows = prepared(
    db,
    'SELECT DISTINCT tier FROM vip_memberships WHERE ended_on IS NULL ORDER BY tier',
  ).all() as { tier: string }[];
  return rows.map((row) => row.tier);
}

/** How many needs are open. */
export function countOpenNeeds(db: ReadableDb, customerId: string): number {
  const row = prepared(
    db,
    `SELECT count(*) AS open FROM needs WHERE customer_id = ? AND status = 'open' AND deleted_at IS NULL`,
  ).get(customerId) as { open: number };
  return row.open;
}
