import { writeFileSync } from 'node:fs';
import type { DatabaseLocation } from '../db/open';
import { prepared, type ReadableDb, type WritableDb } from '../db/sql';
import type { AuditHead } from './audit';

/** An open shop: its two connections, and what every operation needs to know of it. */
export interface ShopHandle {
  readonly location: DatabaseLocation;
  /** The folder that holds the database, its key file and its head file. */
  readonly folder: string;
  readonly writer: WritableDb;
  readonly reader: ReadableDb;
  /** This counter's prefix in numbers and name in the audit chain. */
  readonly counter: string;
  readonly timeZone: string;
  readonly currency: string;
  readonly isSample: boolean;
}

/** The next number people read, such as `A-000123`; taken inside the caller's transaction, so none is lost. */
export function takeNumber(db: WritableDb, counter: string, kind: string): string {
  const row = prepared(
    db,
    `INSERT INTO number_sequences (kind, prefix, next) VALUES (?, ?, 2)
     ON CONFLICT (kind, prefix) DO UPDATE SET next = next + 1 RETURNING next - 1 AS taken`,
  ).get(kind, counter) as { taken: number };
  return `${counter}-${String(row.taken).padStart(6, '0')}`;
}

/**
 * Writes the log's head beside the database after a commit. A damaged write-ahead log silently drops the
 * newest commits; on the next opening this copy shows that some are missing.
 */
export function writeHeadFile(shop: ShopHandle, head: AuditHead): void {
  writeFileSync(`${shop.location.file}.head`, JSON.stringify(head));
}
