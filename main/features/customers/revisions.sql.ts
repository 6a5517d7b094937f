import type { Insertable } from 'kysely';
import type { CustomerRevisions } from '../../db/rows';
import { all, one, type ReadableDb, run, sqlBuilder, type WritableDb } from '../../db/sql';

/** Edits of one record, newest first. */
export function listRevisions(db: ReadableDb, customerId: string, limit = 200) {
  return all(
    db,
    sqlBuilder
      .selectFrom('customer_revisions')
      .selectAll()
      .where('customer_id', '=', customerId)
      .orderBy('at', 'desc')
      .orderBy('id', 'desc')
      .limit(limit),
  );
}

/** One edit. */
export function findRevision(db: ReadableDb, id: string) {
  return one(db, sqlBuilder.selectFrom('customer_revisions').selectAll().where('id', '=', id));
}

/** The edits that were made together and still stand. */
export function listBatch(db: ReadableDb, batchId: string) {
  return all(
    db,
    sqlBuilder
      .selectFrom('customer_revisions')
      .selectAll()
      .where('batch_id', '=', batchId)
      .where('undone_at', 'is', null),
  );
}

/** Remembers an edit. */
export function insertRevision(db: WritableDb, row: Insertable<CustomerRevisions>): void {
  run(db, sqlBuilder.insertInto('customer_revisions').values(row));
}

/** Marks an edit as taken back. */
export function markRevisionUndone(db: WritableDb, id: string, at: number): void {
  run(db, sqlBuilder.updateTable('customer_revisions').set({ undone_at: at }).where('id', '=', id));
}
