import { createHmac, randomBytes } from 'node:crypto';
import { prepared, type ReadableDb, type WritableDb } from '../../db/sql';
import { newId } from '../../kernel/ids';
import { listContacts } from '../customers/details.sql';

const secretKey = 'suppressionSecret';

/** This shop's own key, so that a list of hashes cannot be tried against a telephone book; null before the first use. */
function findSecret(db: ReadableDb): string | null {
  const row = prepared(db, 'SELECT value FROM meta WHERE key = ?').get(secretKey) as
    | { value: string }
    | undefined;
  return row?.value ?? null;
}

function ensureSecret(db: WritableDb): string {
  prepared(db, 'INSERT OR IGNORE INTO meta (key, value) VALUES (?, ?)').run(
    secretKey,
    randomBytes(32).toString('hex'),
  );
  return findSecret(db)!;
}

interface ContactHash {
  readonly kind: 'phone' | 'email' | 'other';
  readonly hash: string;
}

/** WhatsApp is a phone number under another name: the same number must give the same hash. */
function hashContact(secret: string, contact: { kind: string; normalised: string }): ContactHash {
  const kind =
    contact.kind === 'phone' || contact.kind === 'whatsapp'
      ? 'phone'
      : contact.kind === 'email'
        ? 'email'
        : 'other';
  const scope = kind === 'other' ? contact.kind : kind;
  const hash = createHmac('sha256', Buffer.from(secret, 'hex'))
    .update(`${scope}:${contact.normalised}`)
    .digest('hex');
  return { kind, hash };
}

function hashesOf(db: ReadableDb, secret: string, customerId: string): ContactHash[] {
  return listContacts(db, customerId).map((contact) => hashContact(secret, contact));
}

/** These contacts as keyed hashes; none before the shop has a key, which it makes with the first hash it keeps. */
export function hashesOfContacts(
  db: ReadableDb,
  contacts: readonly { kind: string; normalised: string }[],
): string[] {
  const secret = findSecret(db);
  return secret === null ? [] : contacts.map((contact) => hashContact(secret, contact).hash);
}

/** The customer's contacts as keyed hashes, and which of them must not be used. */
export function suppressionsOf(
  db: ReadableDb,
  customerId: string,
): { contactHashes: string[]; suppressions: { hash: string }[] } {
  const secret = findSecret(db);
  if (secret === null) return { contactHashes: [], suppressions: [] };
  const contactHashes = hashesOf(db, secret, customerId).map(({ hash }) => hash);
  const find = prepared(db, 'SELECT 1 FROM suppressions WHERE hash = ? AND lifted_at IS NULL LIMIT 1');
  return {
    contactHashes,
    suppressions: contactHashes.filter((hash) => find.get(hash) !== undefined).map((hash) => ({ hash })),
  };
}

/** Puts every way to reach the customer on the list that outlives the record. */
export function suppressContacts(db: WritableDb, customerId: string, reason: string, now: number): void {
  const secret = ensureSecret(db);
  const insert = prepared(
    db,
    `INSERT INTO suppressions (id, kind, hash, reason, at)
     SELECT ?, ?, ?, ?, ? WHERE NOT EXISTS (SELECT 1 FROM suppressions WHERE hash = ? AND lifted_at IS NULL)`,
  );
  for (const { kind, hash } of hashesOf(db, secret, customerId))
    insert.run(newId(), kind, hash, reason, now, hash);
}

/** The customer consented anew: the list lets these contacts go, and keeps the line that they were on it. */
export function liftSuppressions(db: WritableDb, customerId: string, now: number): void {
  const secret = findSecret(db);
  if (secret === null) return;
  const lift = prepared(db, 'UPDATE suppressions SET lifted_at = ? WHERE hash = ? AND lifted_at IS NULL');
  for (const { hash } of hashesOf(db, secret, customerId)) lift.run(now, hash);
}

interface SuppressionRow {
  readonly id: string;
  readonly kind: string;
  readonly hash: string;
  readonly reason: string;
  readonly at: number;
  readonly lifted_at: number | null;
}

/**
 * Brings the list of `from` (the database that a restore sets aside) into `to` (the restored one), so that nobody
 * who said stop since the backup is contacted. A contact stays suppressed where either says so: the consent that
 * lifted it in `from` is not restored with it. Returns how many contacts were added. Call inside a transaction.
 */
export function carrySuppressions(from: ReadableDb, to: WritableDb): number {
  const fromSecret = findSecret(from);
  if (fromSecret === null) return 0;
  const toSecret = findSecret(to);
  if (toSecret === null)
    prepared(to, 'INSERT INTO meta (key, value) VALUES (?, ?)').run(secretKey, fromSecret);
  const rows = prepared(from, 'SELECT * FROM suppressions').all() as SuppressionRow[];
  const translated =
    toSecret === null || toSecret === fromSecret ? rows : translateHashes(from, rows, fromSecret, toSecret);
  const isKnown = prepared(to, 'SELECT 1 FROM suppressions WHERE id = ? OR (hash = ? AND lifted_at IS NULL)');
  const insert = prepared(
    to,
    'INSERT INTO suppressions (id, kind, hash, reason, at, lifted_at) VALUES (@id, @kind, @hash, @reason, @at, @lifted_at)',
  );
  const missing = translated.filter(({ id, hash }) => isKnown.get(id, hash) === undefined);
  for (const row of missing) insert.run(row);
  return missing.length;
}

/** Two databases of one shop that each made a key of their own: what can still be reached is hashed anew. */
function translateHashes(
  from: ReadableDb,
  rows: readonly SuppressionRow[],
  fromSecret: string,
  toSecret: string,
): SuppressionRow[] {
  const contacts = prepared(from, 'SELECT DISTINCT kind, normalised FROM customer_contacts').all() as {
    kind: string;
    normalised: string;
  }[];
  const anew = new Map(
    contacts.map((contact) => [hashContact(fromSecret, contact).hash, hashContact(toSecret, contact).hash]),
  );
  return rows.map((row) => ({ ...row, hash: anew.get(row.hash) ?? row.hash }));
}
