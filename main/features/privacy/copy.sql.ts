import type { Output } from '@shared/contract';
import { prepared, type ReadableDb } from '../../db/sql';
import { findCustomer } from '../customers/customers.sql';
import { idsOfPerson } from './erase.sql';
import { isReference, isStaffColumn, personalData } from './personal-data';

/** A value as it is copied: a role instead of a colleague, bytes as they are. */
export type CopiedValue =
  | { readonly as: 'text'; readonly value: string }
  | { readonly as: 'number'; readonly value: number }
  | { readonly as: 'flag'; readonly value: boolean }
  | { readonly as: 'instant'; readonly value: number }
  | { readonly as: 'minor'; readonly value: number; readonly currency: string | null }
  | { readonly as: 'role'; readonly value: string }
  | { readonly as: 'bytes'; readonly value: Buffer };

export interface CopiedRow {
  readonly id: string;
  readonly values: readonly (readonly [column: string, value: CopiedValue])[];
}

/** Everything held of a person in one table, as it is copied for them. */
export interface HeldTable {
  readonly table: string;
  readonly rows: readonly CopiedRow[];
}

/** Columns that say how the app works, in every table that has them. */
const ofTheApp = new Set(['version', 'updated_at', 'sha256', 'is_discreet', 'position', 'notice_hash']);

/** True for a column that is copied: neither how the app works nor what ties rows together, unless it says who of the shop. */
export function isCopiedColumn(column: string, withheld: readonly string[]): boolean {
  if (ofTheApp.has(column) || withheld.includes(column)) return false;
  return !isReference(column) || isStaffColumn(column) || column === 'external_id';
}

const isEmpty = (value: unknown) => value === null || value === '' || value === '[]' || value === '{}';

/** Role of everybody who ever worked here, by id. */
function rolesOf(db: ReadableDb): ReadonlyMap<string, string> {
  const rows = prepared(db, 'SELECT id, role FROM staff').all() as { id: string; role: string }[];
  return new Map(rows.map(({ id, role }) => [id, role]));
}

type Row = Record<string, unknown>;

function copiedValue(
  column: string,
  value: unknown,
  row: Row,
  roles: ReadonlyMap<string, string>,
): CopiedValue | null {
  if (isStaffColumn(column) && typeof value === 'string')
    return { as: 'role', value: roles.get(String(value)) ?? 'advisor' };
  if (Buffer.isBuffer(value)) return { as: 'bytes', value };
  if (typeof value === 'number') {
    if (/^(is|has|may|wants|needs|for)_/.test(column)) return { as: 'flag', value: value === 1 };
    if (column.endsWith('_minor'))
      return { as: 'minor', value, currency: typeof row.currency === 'string' ? row.currency : null };
    // Epoch milliseconds; "at" alone or at the end of the name.
    return /(^|_)(at|by)$/.test(column) ? { as: 'instant', value } : { as: 'number', value };
  }
  return { as: 'text', value: String(value) };
}

/**
 * Everything held of a person, table by table: nothing that ties rows together, no colleague's name, nothing that belongs to
 * somebody else; rows whose id is in `leaveOut` not at all. `onTable` hears how far it is.
 */
export function readHeld(
  db: ReadableDb,
  customerId: string,
  leaveOut: ReadonlySet<string> = new Set(),
  onTable: (done: number, total: number) => void = () => {},
): HeldTable[] {
  const ids = JSON.stringify(idsOfPerson(db, customerId));
  const roles = rolesOf(db);
  const copied = personalData.filter(({ isCopied }) => isCopied);
  return copied.flatMap(({ table, of, says = {}, withheld = [] }, index) => {
    onTable(index, copied.length);
    const more = Object.entries(says).map(([column, sql]) => `${sql} AS ${column}`);
    const rows = prepared(db, `SELECT ${['*', ...more].join(', ')} FROM ${table} WHERE ${of}`).all({
      ids,
    }) as Row[];
    const kept = rows
      .map((row) => ({ id: String(row.id ?? ''), row }))
      .filter(({ id }) => !leaveOut.has(id))
      .map(({ id, row }) => ({
        id,
        values: Object.entries(row).flatMap(([column, value]) => {
          if (isEmpty(value) || !isCopiedColumn(column, withheld)) return [];
          const copy = copiedValue(column, value, row, roles);
          return copy === null ? [] : [[column, copy] as const];
        }),
      }))
      .filter(({ values }) => values.length > 0);
    return kept.length > 0 ? [{ table, rows: kept }] : [];
  });
}

type Flagged = Output<'privacy.copyPreview'>['flagged'][number];

/** The names by which a text could speak of those the customer is linked with; too short ones would be everywhere. */
function namesOfOthers(db: ReadableDb, ids: readonly string[]): string[] {
  const others = prepared(
    db,
    `SELECT customer_id AS a, other_customer_id AS b FROM customer_links
     WHERE customer_id IN (SELECT value FROM json_each(@ids)) OR other_customer_id IN (SELECT value FROM json_each(@ids))`,
  ).all({ ids: JSON.stringify(ids) }) as { a: string; b: string }[];
  const names = others
    .flatMap(({ a, b }) => [a, b])
    .filter((id) => !ids.includes(id))
    .flatMap((id) => {
      const row = findCustomer(db, id);
      return row ? [row.given_name, row.english_name, row.chinese_name, row.preferred_name] : [];
    });
  return [...new Set(names.filter((name): name is string => !!name && name.length >= 2))];
}

const longestShown = 300;

/** What in a copy a manager must look at: texts that name somebody linked, what is discreet, attachments. */
export function listFlagged(db: ReadableDb, customerId: string): Flagged[] {
  const ids = idsOfPerson(db, customerId);
  const names = namesOfOthers(db, ids).map((name) => name.toLowerCase());
  const discreet = new Set(
    personalData.flatMap(({ table, of, isCopied }) => {
      if (!isCopied || !hasDiscreet(db, table)) return [];
      return prepared(db, `SELECT id FROM ${table} WHERE ${of} AND is_discreet = 1`)
        .pluck()
        .all({ ids: JSON.stringify(ids) }) as string[];
    }),
  );
  return readHeld(db, customerId).flatMap(({ table, rows }) =>
    table === 'customers'
      ? []
      : rows.flatMap((row): Flagged[] => {
          const text = row.values
            .flatMap(([, value]) => (value.as === 'text' ? [value.value] : []))
            .join(' · ')
            .slice(0, 4000);
          const lower = text.toLowerCase();
          const why = names.some((name) => lower.includes(name))
            ? 'names-another'
            : row.values.some(([, value]) => value.as === 'bytes')
              ? 'attachment'
              : discreet.has(row.id)
                ? 'discreet'
                : null;
          return why ? [{ table, rowId: row.id, text: text.slice(0, longestShown), why }] : [];
        }),
  );
}

function hasDiscreet(db: ReadableDb, table: string): boolean {
  return (
    prepared(db, `SELECT 1 FROM pragma_table_info(?) WHERE name = 'is_discreet'`).get(table) !== undefined
  );
}

/** The same for a machine: instants as ISO 8601, bytes as base64, amounts in minor units with their currency beside them. */
export function asPlainData(held: readonly HeldTable[]): Record<string, Record<string, unknown>[]> {
  return Object.fromEntries(
    held.map(({ table, rows }) => [
      table,
      rows.map(({ values }) => Object.fromEntries(values.map(([column, value]) => [column, plain(value)]))),
    ]),
  );
}

function plain(value: CopiedValue): unknown {
  switch (value.as) {
    case 'instant':
      return new Date(value.value).toISOString();
    case 'bytes':
      return value.value.toString('base64');
    case 'role':
      return { role: value.value };
    case 'text':
      return parsed(value.value);
    default:
      return value.value;
  }
}

/** Lists and objects are stored as text; a copy gives them as what they are. */
function parsed(text: string): unknown {
  if (!/^[[{]/.test(text)) return text;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
