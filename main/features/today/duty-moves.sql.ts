import type { DutyKind } from '@shared/contract/today';
import type { Insertable, Selectable } from 'kysely';
import type { DutyMoveEvents, DutyMoves } from '../../db/rows';
import { prepared, type ReadableDb, run, sqlBuilder, type WritableDb } from '../../db/sql';

export type MoveRow = Selectable<DutyMoves> & { readonly colleague: string | null };

const shown = `SELECT m.*, s.name AS colleague FROM duty_moves m LEFT JOIN staff s ON s.id = m.assigned_to`;

/** What was decided about one duty. */
export function findMove(db: ReadableDb, kind: DutyKind, dutyId: string): MoveRow | undefined {
  return prepared(db, `${shown} WHERE m.duty_kind = ? AND m.duty_id = ?`).get(kind, dutyId) as
    | MoveRow
    | undefined;
}

/** How many moves may concern a list, up to `most`. */
export function countMoves(db: ReadableDb, today: string, most: number): number {
  const text = `SELECT count(*) FROM (SELECT 1 FROM duty_moves WHERE snoozed_until > @today
     UNION ALL SELECT 1 FROM duty_moves WHERE assigned_to IS NOT NULL LIMIT @most)`;
  return prepared(db, text).pluck().get({ today, most }) as number;
}

/** What a colleague was given, the last first. */
export function listAssigned(db: ReadableDb, staffId: string, limit: number): MoveRow[] {
  return prepared(db, `${shown} WHERE m.assigned_to = ? ORDER BY m.moved_at DESC LIMIT ?`).all(
    staffId,
    limit,
  ) as MoveRow[];
}

/** What a colleague was given before this instant, the oldest first. */
export function listAssignedBefore(
  db: ReadableDb,
  staffId: string,
  before: number,
  limit: number,
): MoveRow[] {
  return prepared(db, `${shown} WHERE m.assigned_to = ? AND m.moved_at < ? ORDER BY m.moved_at LIMIT ?`).all(
    staffId,
    before,
    limit,
  ) as MoveRow[];
}

/** Writes what holds of one duty now. */
export function saveMove(db: WritableDb, row: Insertable<DutyMoves>): void {
  const { id: _, ...columns } = row;
  run(
    db,
    sqlBuilder
      .insertInto('duty_moves')
      .values(row)
      .onConflict((conflict) => conflict.columns(['duty_kind', 'duty_id']).doUpdateSet(columns)),
  );
}

/** Adds a line to what was decided. */
export function insertMoveEvent(db: WritableDb, row: Insertable<DutyMoveEvents>): void {
  run(db, sqlBuilder.insertInto('duty_move_events').values(row));
}
