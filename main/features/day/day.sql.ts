import type { Insertable, Selectable } from 'kysely';
import type { DayCloses } from '../../db/rows';
import { one, prepared, type ReadableDb, run, sqlBuilder, type WritableDb } from '../../db/sql';

export type DayCloseRow = Selectable<DayCloses>;

/** Writes a day's close down. */
export function insertDayClose(db: WritableDb, row: Insertable<DayCloses>): void {
  run(db, sqlBuilder.insertInto('day_closes').values(row));
}

/** One close. */
export function findDayClose(db: ReadableDb, id: string): DayCloseRow | undefined {
  return one(db, sqlBuilder.selectFrom('day_closes').selectAll().where('id', '=', id));
}

/** When a day was last closed; null while it is open. */
export function findClosedAt(db: ReadableDb, day: string): number | null {
  const row = one(
    db,
    sqlBuilder.selectFrom('day_closes').select('at').where('day', '=', day).orderBy('at', 'desc').limit(1),
  );
  return row?.at ?? null;
}

/** The last closes, newest day first, with who closed and how many backups were proved. */
export function listDayCloses(db: ReadableDb, limit: number) {
  return prepared(
    db,
    `SELECT c.id, c.day, c.at, c.log_head, c.log_count, s.name AS staff_name, s.chinese_name AS staff_chinese_name,
       (SELECT count(*) FROM backups b WHERE b.day_close_id = c.id AND b.outcome <> 'failed') AS verified,
       (SELECT count(*) FROM backups b WHERE b.day_close_id = c.id AND b.outcome = 'failed') AS failed
     FROM day_closes c JOIN staff s ON s.id = c.staff_id ORDER BY c.day DESC, c.at DESC LIMIT ?`,
  ).all(limit) as Array<
    Pick<DayCloseRow, 'id' | 'day' | 'at' | 'log_head' | 'log_count'> & {
      staff_name: string;
      staff_chinese_name: string | null;
      verified: number;
      failed: number;
    }
  >;
}

/** Who closed, by both names. */
export function findCloser(db: ReadableDb, id: string): { name: string; chineseName: string | null } {
  const row = one(
    db,
    sqlBuilder.selectFrom('staff').select(['name', 'chinese_name as chineseName']).where('id', '=', id),
  );
  return row ?? { name: '', chineseName: null };
}
