import type { SearchFieldName, SearchResult } from '@shared/contract/search';
import type { Language } from '@shared/domain/languages';
import { foldText, fullName, type PersonNames } from '@shared/domain/names';
import { holdsAll, personKeys, type Query, type QueryToken } from '@shared/domain/search-keys';
import { prepared, type ReadableDb } from '../../db/sql';
import { attributeValues, compactCode, type NameColumns, namesOf } from './documents';
import { explain, type NamedValue } from './explain';
import { foundValues } from './found.sql';
import type { Hit } from './match.sql';

/** What was typed and for whom the answer is. */
export interface Asked {
  readonly query: Query;
  /** Without punctuation: compared with whole codes. */
  readonly code: string;
  readonly language: Language;
}

/** A result of which nothing but its title is known. */
export const noFacts = {
  number: null,
  phoneEnd: null,
  tier: null,
  at: null,
  owner: null,
  reference: null,
  amountMinor: null,
  currency: null,
  stock: null,
} as const;

const nameFields = [
  ['familyName', 'family_name'],
  ['givenName', 'given_name'],
  ['englishName', 'english_name'],
  ['chineseName', 'chinese_name'],
  ['preferredName', 'preferred_name'],
  ['otherNames', 'other_names'],
] as const;

const contactFields: Record<string, SearchFieldName> = {
  phone: 'phone',
  email: 'email',
  wechat: 'wechat',
  whatsapp: 'whatsapp',
  line: 'line',
};

interface CustomerRow extends NameColumns {
  readonly id: string;
  readonly number: string;
  readonly external_id: string | null;
  readonly last_sale_at: number | null;
  readonly tier: string | null;
}

const customerText = `
  SELECT c.id, c.number, c.external_id, c.family_name, c.given_name, c.english_name, c.chinese_name, c.preferred_name,
    c.other_names, t.last_sale_at,
    (SELECT v.tier FROM vip_memberships v WHERE v.customer_id = c.id AND v.ended_on IS NULL
     ORDER BY v.created_at DESC LIMIT 1) AS tier
  FROM customers c LEFT JOIN customer_totals t ON t.customer_id = c.id
  WHERE c.id = ?`;

interface RankRow extends NameColumns {
  readonly is_vip: number;
}

/** What the order of hits is made of, and no more: it is read for every hit, the rest for those on screen. */
const rankText = `
  SELECT family_name, given_name, english_name, chinese_name, preferred_name, other_names,
    EXISTS (SELECT 1 FROM vip_memberships v WHERE v.customer_id = c.id AND v.ended_on IS NULL) AS is_vip
  FROM customers c WHERE id = ? AND deleted_at IS NULL AND merged_into_id IS NULL`;

/**
 * The best customers of the hits as results. Nearest to what was typed first; then names spelled so before names that only
 * sound so, VIPs before others, and last dealings, which is the order of the hits.
 */
export function showCustomers(
  db: ReadableDb,
  hits: readonly Hit[],
  asked: Asked,
  limit = hits.length,
): SearchResult[] {
  return rankHits(db, hits, asked)
    .slice(0, limit)
    .map((hit) => showCustomer(db, prepared(db, customerText).get(hit.id) as CustomerRow, hit, asked));
}

function rankHits(db: ReadableDb, hits: readonly Hit[], { query }: Asked): Hit[] {
  const statement = prepared(db, rankText);
  const ranked: Array<{ hit: Hit; order: number }> = [];
  for (const hit of hits) {
    const row = statement.get(hit.id) as RankRow | undefined;
    if (!row) continue;
    const { distance, tokens } = nearestMeaning(hit.meant ?? [query.tokens], namesOf(row));
    ranked.push({
      hit: hit.meant ? { ...hit, meant: [tokens] } : hit,
      order: hit.stage * 100 + distance * 2 + (row.is_vip === 1 ? 0 : 1),
    });
  }
  return ranked.sort((a, b) => a.order - b.order).map(({ hit }) => hit);
}

type Words = readonly QueryToken[];

/**
 * How far the spelling is from the words that were typed or, after a typing error, from the nearest that may have been meant:
 * a whole word of the name 0, the beginning of one 1, otherwise 2, added up.
 */
function nearestMeaning(
  meanings: readonly Words[],
  { chineseName = '', ...latin }: PersonNames,
): { distance: number; tokens: Words } {
  const keys = personKeys(latin);
  const chinese = foldText(chineseName);
  let nearest = { distance: Number.POSITIVE_INFINITY, tokens: [] as Words };
  for (const tokens of meanings) {
    const distance = wordsDistance(tokens, keys, chinese);
    if (distance < nearest.distance) nearest = { distance, tokens };
  }
  return nearest;
}

function wordsDistance(tokens: Words, keys: readonly string[], chinese: string): number {
  let distance = 0;
  let at = 0;
  for (const { kind, text } of tokens) {
    if (kind === 'han') {
      // Typed as it begins: 陳 is Chan before it is a married name's second surname.
      distance += chinese.startsWith(text, at) ? 0 : 1;
      at += 1;
    } else if (kind === 'latin' && !keys.includes(text)) {
      distance += keys.some((key) => key.startsWith(text)) ? 1 : 2;
    }
  }
  return distance;
}

function showCustomer(db: ReadableDb, row: CustomerRow, hit: Hit, asked: Asked): SearchResult {
  const contacts = prepared(
    db,
    'SELECT kind, value FROM customer_contacts WHERE customer_id = ? ORDER BY position',
  ).all(row.id) as Array<{ kind: string; value: string }>;
  const values: NamedValue[] = nameFields.flatMap(([field, column]) => {
    const value = row[column];
    return value ? [{ field, value }] : [];
  });
  const codes: NamedValue[] = [{ field: 'number', value: row.number }];
  if (row.external_id) codes.push({ field: 'otherNumber', value: row.external_id });
  codes.push(...otherCodes(db, row.id));
  // Whoever was found by name is shown without reading what was written about them.
  const written = hit.by === 'note' ? writtenOf(db, row.id, asked) : noneWritten;
  codes.push(...written.numbers);
  const whole = codes.filter(({ value }) => compactCode(value) === asked.code);
  values.push(...codes.filter((code) => !whole.includes(code)));
  for (const { kind, value } of contacts)
    values.push({ field: contactFields[kind] ?? 'otherContact', value });
  values.unshift(...written.words);
  values.unshift(...whole);
  const phone = contacts.find(({ kind }) => kind === 'phone')?.value.replace(/[^0-9]/g, '');
  return {
    kind: hit.by === 'note' ? 'note' : 'customer',
    place: null,
    id: row.id,
    customerId: row.id,
    title: fullName(namesOf(row), asked.language) || row.number,
    facts: {
      ...noFacts,
      number: row.number,
      phoneEnd: phone ? phone.slice(-4) : null,
      tier: row.tier,
      at: row.last_sale_at,
    },
    why: explain(queryOf(asked, hit), values),
    isExact: whole.length > 0,
    isClose: hit.by === 'typo',
  };
}

/** A hit by a typing error is explained by the words that were meant. */
const queryOf = ({ query }: Asked, { meant }: Hit): Query =>
  meant ? { ...query, alternatives: meant.map((words) => [...words]) } : query;

function otherCodes(db: ReadableDb, id: string): NamedValue[] {
  const cards = prepared(db, 'SELECT card_number AS value FROM vip_memberships WHERE customer_id = ?').all(
    id,
  ) as Array<{ value: string }>;
  const merged = prepared(db, 'SELECT number AS value FROM customers WHERE merged_into_id = ?').all(
    id,
  ) as Array<{ value: string }>;
  return [
    ...cards.map(({ value }): NamedValue => ({ field: 'card', value })),
    ...merged.map(({ value }): NamedValue => ({ field: 'otherNumber', value })),
  ];
}

const noneWritten = { numbers: [], words: [] };

/** Their notes and, unless words are looked for that stand in these, their records, which lie in a table of each feature. */
function writtenOf(
  db: ReadableDb,
  id: string,
  { query, code }: Asked,
): { numbers: NamedValue[]; words: NamedValue[] } {
  const notes = notesOf(db, id);
  const texts = notes.map(({ value }) => value);
  if (!/[0-9]/.test(code) && holdsAll(query.tokens, texts)) return { numbers: [], words: notes };
  const { numbers, words } = foundValues(db, id);
  return { numbers, words: [...notes, ...words] };
}

/** Enough to explain a match; the index knows the older ones too. */
const MOST_NOTES = 200;

function notesOf(db: ReadableDb, id: string): NamedValue[] {
  const rows = prepared(
    db,
    `SELECT body, is_discreet FROM customer_notes WHERE customer_id = ? AND deleted_at IS NULL
     ORDER BY at DESC LIMIT ${MOST_NOTES}`,
  ).all(id) as Array<{ body: string; is_discreet: number }>;
  return rows.map(({ body, is_discreet }) => ({
    field: is_discreet === 1 ? 'discreetNote' : 'note',
    value: body,
  }));
}

/** Products as results, in the order of the hits; one whose whole code was typed comes first. */
export function showProducts(db: ReadableDb, hits: readonly Hit[], asked: Asked): SearchResult[] {
  const text = `SELECT id, code, brand, family, reference, barcode, name, chinese_name, attributes, currency, price_minor,
      stock_count FROM products WHERE id = ? AND deleted_at IS NULL`;
  const shown = hits.flatMap((hit) => {
    const row = prepared(db, text).get(hit.id) as ProductRow | undefined;
    return row ? [showProduct(row, hit, asked)] : [];
  });
  return shown.sort((a, b) => Number(b.isExact) - Number(a.isExact));
}

interface ProductRow {
  readonly id: string;
  readonly code: string;
  readonly brand: string | null;
  readonly family: string | null;
  readonly reference: string | null;
  readonly barcode: string | null;
  readonly name: string;
  readonly chinese_name: string | null;
  readonly attributes: string;
  readonly currency: string;
  readonly price_minor: number | null;
  readonly stock_count: number | null;
}

function showProduct(row: ProductRow, hit: Hit, asked: Asked): SearchResult {
  const named = (field: SearchFieldName, value: string | null): NamedValue[] =>
    value ? [{ field, value }] : [];
  const codes = [
    ...named('code', row.code),
    ...named('reference', row.reference),
    ...named('barcode', row.barcode),
  ];
  const values = [
    ...named('brand', row.brand),
    ...named('family', row.family),
    ...named('name', row.name),
    ...named('chineseName', row.chinese_name),
    ...codes,
    ...attributeValues(row.attributes).flatMap((value) => named('attribute', value)),
  ];
  const name = asked.language !== 'en' && row.chinese_name ? row.chinese_name : row.name;
  const saysBrand = row.brand === null || name.toLowerCase().startsWith(row.brand.toLowerCase());
  return {
    kind: 'product',
    place: null,
    id: row.id,
    customerId: null,
    title: saysBrand ? name : `${row.brand} ${name}`,
    facts: {
      ...noFacts,
      number: row.code,
      reference: row.reference,
      amountMinor: row.price_minor,
      currency: row.currency,
      stock: row.stock_count,
    },
    why: explain(queryOf(asked, hit), values),
    isExact: codes.some(({ value }) => compactCode(value) === asked.code),
    isClose: hit.by === 'typo',
  };
}

/** A row with the names of whose it is. */
export interface OwnedRow extends NameColumns {
  readonly id: string;
  readonly customer_id: string | null;
  readonly customer_number: string | null;
}

/** Whose it is, as they are called; null where it is nobody's. */
export const owner = (row: OwnedRow, language: Language) =>
  row.customer_id === null ? null : fullName(namesOf(row), language) || row.customer_number;
/** What `owner` needs of the customer `c`. */
export const ownerColumns =
  'c.number AS customer_number, c.family_name, c.given_name, c.english_name, c.chinese_name, c.preferred_name, c.other_names';

/** Owned items as results, each with its owner. */
export function showItems(db: ReadableDb, hits: readonly Hit[], asked: Asked): SearchResult[] {
  const text = `SELECT i.id, i.customer_id, i.brand, i.family, i.reference, i.description, i.serial, i.movement_number,
      ${ownerColumns} FROM items i JOIN customers c ON c.id = i.customer_id
    WHERE i.id = ? AND i.deleted_at IS NULL AND c.deleted_at IS NULL`;
  return hits.flatMap(({ id }): SearchResult[] => {
    const row = prepared(db, text).get(id) as
      | (OwnedRow &
          Record<'brand' | 'family' | 'reference' | 'serial' | 'movement_number', string | null> & {
            description: string;
          })
      | undefined;
    if (!row) return [];
    const values: NamedValue[] = [];
    if (row.serial) values.push({ field: 'serial', value: row.serial });
    if (row.movement_number) values.push({ field: 'movement', value: row.movement_number });
    return [
      {
        kind: 'item',
        place: null,
        id,
        customerId: row.customer_id,
        title: [row.brand, row.family].filter(Boolean).join(' ') || row.description,
        facts: { ...noFacts, owner: owner(row, asked.language), reference: row.reference },
        why: explain(asked.query, values),
        isExact: values.some(({ value }) => compactCode(value) === asked.code),
        isClose: false,
      },
    ];
  });
}

/** Receipts as results, each with its customer where it has one. */
export function showReceipts(db: ReadableDb, numbers: readonly string[], asked: Asked): SearchResult[] {
  const text = `SELECT s.id, s.customer_id, s.receipt_number, s.sold_at, s.total_minor, s.currency, ${ownerColumns}
    FROM sales s LEFT JOIN customers c ON c.id = s.customer_id
    WHERE s.receipt_number = ? AND s.deleted_at IS NULL ORDER BY s.sold_at`;
  return numbers.flatMap((number) => {
    const rows = prepared(db, text).all(number) as Array<
      OwnedRow & { receipt_number: string; sold_at: number; total_minor: number; currency: string }
    >;
    return rows.map(
      (row): SearchResult => ({
        kind: 'receipt',
        place: null,
        id: row.id,
        customerId: row.customer_id,
        title: row.receipt_number,
        facts: {
          ...noFacts,
          number: row.receipt_number,
          owner: owner(row, asked.language),
          at: row.sold_at,
          amountMinor: row.total_minor,
          currency: row.currency,
        },
        why: explain(asked.query, [{ field: 'receipt', value: row.receipt_number }]),
        isExact: compactCode(number) === asked.code,
        isClose: false,
      }),
    );
  });
}
