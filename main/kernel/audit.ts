import { createHash } from 'node:crypto';
import { prepared, type ReadableDb, type WritableDb } from '../db/sql';

/** One entry of the log before it is chained. `fields` are names of what changed, never values. */
export interface AuditEntry {
  readonly at: number;
  readonly staffId: string | null;
  readonly operation: string;
  readonly outcome: 'started' | 'done' | 'failed' | 'cancelled' | 'refused';
  readonly entityKind: string | null;
  readonly entityId: string | null;
  readonly fields: readonly string[];
  readonly requestId: string | null;
}

/** The newest entry: what the day-close sheet prints and each backup's manifest repeats. */
export interface AuditHead {
  readonly counter: string;
  /** Number of entries of this counter's chain. */
  readonly count: number;
  /** SHA-256, hex. */
  readonly hash: string;
}

interface AuditRow {
  counter: string;
  seq: number;
  at: number;
  staff_id: string | null;
  operation: string;
  outcome: string;
  entity_kind: string | null;
  entity_id: string | null;
  fields: string;
  request_id: string | null;
  prev_hash: string;
  hash: string;
}

const genesis = '0'.repeat(64);

/** SHA-256 over the previous hash and every field in a fixed order. */
function hashOf(row: Omit<AuditRow, 'hash'>): string {
  const canonical = JSON.stringify([
    row.prev_hash,
    row.counter,
    row.seq,
    row.at,
    row.staff_id,
    row.operation,
    row.outcome,
    row.entity_kind,
    row.entity_id,
    row.fields,
    row.request_id,
  ]);
  return createHash('sha256').update(canonical).digest('hex');
}

/** The head of this counter's chain. */
export function auditHead(db: ReadableDb, counter: string): AuditHead {
  const row = prepared(db, 'SELECT seq, hash FROM audit_log WHERE counter = ? ORDER BY seq DESC LIMIT 1').get(
    counter,
  ) as { seq: number; hash: string } | undefined;
  return { counter, count: row?.seq ?? 0, hash: row?.hash ?? genesis };
}

/** True where the log once ended with this head: whoever has it wrote down a moment of this very past. */
export function isInLog(db: ReadableDb, { counter, count, hash }: AuditHead): boolean {
  if (count === 0) return hash === genesis;
  const found = prepared(db, 'SELECT 1 FROM audit_log WHERE counter = ? AND seq = ? AND hash = ?');
  return found.get(counter, count, hash) !== undefined;
}

/** Appends an entry inside the caller's transaction; returns the new head. */
export function appendAudit(db: WritableDb, counter: string, entry: AuditEntry): AuditHead {
  const head = auditHead(db, counter);
  const row = {
    counter,
    seq: head.count + 1,
    at: entry.at,
    staff_id: entry.staffId,
    operation: entry.operation,
    outcome: entry.outcome,
    entity_kind: entry.entityKind,
    entity_id: entry.entityId,
    fields: JSON.stringify(entry.fields),
    request_id: entry.requestId,
    prev_hash: head.hash,
  };
  const hash = hashOf(row);
  prepared(
    db,
    `INSERT INTO audit_log (counter, seq, at, staff_id, operation, outcome, entity_kind, entity_id, fields,
       request_id, prev_hash, hash)
     VALUES (@counter, @seq, @at, @staff_id, @operation, @outcome, @entity_kind, @entity_id, @fields,
       @request_id, @prev_hash, @hash)`,
  ).run({ ...row, hash });
  return { counter, count: row.seq, hash };
}

/** What checking a chain found. */
export type AuditCheck =
  | { readonly ok: true; readonly heads: AuditHead[] }
  | {
      readonly ok: false;
      readonly counter: string;
      readonly seq: number;
      readonly problem: 'edited' | 'missing';
    };

/**
 * Recomputes every hash. Proves that nothing before the heads returned was edited, removed or reordered,
 * to somebody who holds one of those heads; it cannot prove that the tail is complete.
 */
export function checkAudit(db: ReadableDb): AuditCheck {
  const rows = db.prepare('SELECT * FROM audit_log ORDER BY counter, seq').iterate() as Iterable<AuditRow>;
  const heads = new Map<string, AuditHead>();
  for (const row of rows) {
    const previous = heads.get(row.counter) ?? { counter: row.counter, count: 0, hash: genesis };
    if (row.seq !== previous.count + 1)
      return { ok: false, counter: row.counter, seq: previous.count + 1, problem: 'missing' };
    const { hash, ...unsigned } = row;
    if (row.prev_hash !== previous.hash || hashOf(unsigned) !== hash)
      return { ok: false, counter: row.counter, seq: row.seq, problem: 'edited' };
    heads.set(row.counter, { counter: row.counter, count: row.seq, hash });
  }
  return { ok: true, heads: [...heads.values()] };
}
