import type { RetentionKind } from '@shared/domain/retention-periods';
import { prepared, type ReadableDb, type WritableDb } from '../../db/sql';
import { listReferences } from '../imports/references.sql';
import { indexCustomer } from '../search/search.sql';
import { overwriting } from './erase.sql';

/** Whole records go one by one by `eraseCustomer`; everything else goes by kind. */
export type ExpiringKind = Exclude<RetentionKind, 'idle-customers'>;

interface Cutoff {
  readonly at: number;
  readonly day: string;
  readonly today: string;
}

interface Expiry {
  /** FROM and WHERE of the rows whose period has ended; `@at` is the instant before which it has, `@today` the day. */
  readonly from: (db: ReadableDb) => string;
  /** Removes those whose key is in the JSON list `@ids`. */
  readonly key: string;
  readonly remove: (db: WritableDb, ids: readonly string[]) => void;
}

const among = '(SELECT value FROM json_each(?))';

function deleteAmong(db: WritableDb, table: string, column: string, ids: readonly string[]): void {
  prepared(db, `DELETE FROM ${table} WHERE ${column} IN ${among}`).run(JSON.stringify(ids));
}

function customersOf(db: ReadableDb, table: string, ids: readonly string[]): string[] {
  return prepared(db, `SELECT DISTINCT customer_id FROM ${table} WHERE id IN ${among}`)
    .pluck()
    .all(JSON.stringify(ids)) as string[];
}

/** Lets what is append-only go, of these customers, while `work` runs. */
function letting(db: WritableDb, customerIds: readonly string[], work: () => void): void {
  const insert = prepared(db, 'INSERT INTO erasing (customer_id) VALUES (?)');
  for (const id of customerIds) insert.run(id);
  work();
  prepared(db, 'DELETE FROM erasing').run();
}

const conversationParts = ['conversation_revisions', 'conversation_attachments'];

/** A conversation that some other record stands on stays with it. */
function unreferenced(db: ReadableDb): string {
  return listReferences(db, 'conversations')
    .filter(({ table }) => !conversationParts.includes(table))
    .map(
      ({ table, column }) => ` AND t.id NOT IN (SELECT ${column} FROM ${table} WHERE ${column} IS NOT NULL)`,
    )
    .join('');
}

const expiries: Readonly<Record<ExpiringKind, Expiry>> = {
  notes: {
    from: () => 'customer_notes t WHERE t.at < @at',
    key: 't.id',
    remove: (db, ids) => {
      const customers = customersOf(db, 'customer_notes', ids);
      deleteAmong(db, 'customer_notes', 'id', ids);
      for (const id of customers) indexCustomer(db, id);
    },
  },
  conversations: {
    from: (db) => `conversations t WHERE t.at < @at${unreferenced(db)}`,
    key: 't.id',
    remove: (db, ids) => {
      const customers = customersOf(db, 'conversations', ids);
      letting(db, customers, () => {
        for (const table of conversationParts) deleteAmong(db, table, 'conversation_id', ids);
        deleteAmong(db, 'conversations', 'id', ids);
      });
      for (const id of customers) indexCustomer(db, id);
    },
  },
  drafts: {
    from: () => 'drafts t WHERE t.updated_at < @at',
    key: `json_array(t.staff_id, t.form, t.subject_id)`,
    remove: (db, ids) => {
      const remove = prepared(db, 'DELETE FROM drafts WHERE staff_id = ? AND form = ? AND subject_id = ?');
      for (const id of ids) remove.run(...(JSON.parse(id) as [string, string, string]));
    },
  },
  'look-ups': {
    from: () => 'customer_views t WHERE t.at < @at',
    key: `json_array(t.staff_id, t.at, t.customer_id)`,
    remove: (db, ids) => {
      const remove = prepared(
        db,
        'DELETE FROM customer_views WHERE staff_id = ? AND at = ? AND customer_id = ?',
      );
      for (const id of ids) remove.run(...(JSON.parse(id) as [string, number, string]));
    },
  },
  requests: {
    // Never before the log's own four years have passed, whatever the rule says.
    from: () => `privacy_requests t WHERE t.answered_at < @at AND NOT EXISTS (
      SELECT 1 FROM refusal_log l WHERE l.request_id = t.id AND l.keep_until >= @today)`,
    key: 't.id',
    remove: (db, ids) => {
      const insert = prepared(db, 'INSERT INTO expiring (id) VALUES (?)');
      for (const id of ids) insert.run(id);
      deleteAmong(db, 'refusal_log', 'request_id', ids);
      deleteAmong(db, 'privacy_request_events', 'request_id', ids);
      const customers = customersOf(db, 'privacy_requests', ids).filter(Boolean);
      deleteAmong(db, 'privacy_requests', 'id', ids);
      prepared(db, 'DELETE FROM expiring').run();
      for (const id of customers) indexCustomer(db, id);
    },
  },
  'opt-outs': {
    // Those of erased people stay: they are what keeps an import from bringing somebody back.
    from: () => `suppressions t WHERE coalesce(t.lifted_at, t.at) < @at AND t.reason <> 'erased'`,
    key: 't.id',
    remove: (db, ids) => deleteAmong(db, 'suppressions', 'id', ids),
  },
  'consent-evidence': {
    from: () => `consent_events t JOIN erasures e ON e.customer_id = t.customer_id WHERE e.at < @at`,
    key: 't.id',
    remove: (db, ids) =>
      letting(db, customersOf(db, 'consent_events', ids), () => deleteAmong(db, 'consent_events', 'id', ids)),
  },
};

const parametersOf = (from: string, { at, today }: Cutoff) => ({
  at,
  ...(from.includes('@today') ? { today } : {}),
});

/** How many rows of a kind have outlived their period. */
export function countExpired(db: ReadableDb, kind: ExpiringKind, cutoff: Cutoff): number {
  const from = expiries[kind].from(db);
  return prepared(db, `SELECT count(*) FROM ${from}`).pluck().get(parametersOf(from, cutoff)) as number;
}

/** Removes up to `limit` of them, in the caller's transaction; returns how many there were. */
export function removeExpired(
  db: WritableDb,
  kind: ExpiringKind,
  cutoff: Cutoff & { readonly limit: number },
): number {
  const { from, key, remove } = expiries[kind];
  const source = from(db);
  const ids = prepared(db, `SELECT ${key} FROM ${source} LIMIT @limit`)
    .pluck()
    .all({ ...parametersOf(source, cutoff), limit: cutoff.limit }) as string[];
  if (ids.length > 0) overwriting(db, () => remove(db, ids));
  return ids.length;
}
