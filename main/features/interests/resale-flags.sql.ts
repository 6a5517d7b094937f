import type { ResaleFlag } from '@shared/contract/interests';
import type { Insertable, Selectable } from 'kysely';
import type { ResaleFlags, ResaleFlagWithdrawals } from '../../db/rows';
import { one, prepared, type ReadableDb, run, sqlBuilder, type WritableDb } from '../../db/sql';
import { brandedWords } from '../products/branded.sql';

/** A flag with its names and what took it back. */
export interface ShownFlagRow extends Selectable<ResaleFlags> {
  readonly staff_name: string;
  readonly item_name: string | null;
  readonly customer_number: string;
  readonly withdrawn_reason: string | null;
  readonly withdrawn_at: number | null;
  readonly withdrawn_by: string | null;
  readonly withdrawer_name: string | null;
}

const shown = `SELECT f.*, s.name AS staff_name, c.number AS customer_number,
    ${brandedWords('t.brand', 't.description')} || coalesce(' ' || t.serial, '') AS item_name,
    w.reason AS withdrawn_reason, w.at AS withdrawn_at, w.staff_id AS withdrawn_by, u.name AS withdrawer_name
  FROM resale_flags f JOIN staff s ON s.id = f.staff_id JOIN customers c ON c.id = f.customer_id
    LEFT JOIN items t ON t.id = f.item_id
    LEFT JOIN resale_flag_withdrawals w ON w.flag_id = f.id LEFT JOIN staff u ON u.id = w.staff_id`;

/** Flags a resale. */
export function insertFlag(db: WritableDb, row: Insertable<ResaleFlags>): void {
  run(db, sqlBuilder.insertInto('resale_flags').values(row));
}

/** Takes a flag back; the flag itself stays. */
export function insertFlagWithdrawal(db: WritableDb, row: Insertable<ResaleFlagWithdrawals>): void {
  run(db, sqlBuilder.insertInto('resale_flag_withdrawals').values(row));
}

/** One flag. */
export function findFlag(db: ReadableDb, id: string): Selectable<ResaleFlags> | undefined {
  return one(db, sqlBuilder.selectFrom('resale_flags').selectAll().where('id', '=', id));
}

/** True once the flag was taken back. */
export function isFlagWithdrawn(db: ReadableDb, flagId: string): boolean {
  return prepared(db, 'SELECT 1 FROM resale_flag_withdrawals WHERE flag_id = ?').get(flagId) !== undefined;
}

/** True where a flag on this customer stands. */
export function hasStandingFlag(db: ReadableDb, customerId: string): boolean {
  return (
    prepared(
      db,
      `SELECT 1 FROM resale_flags f WHERE f.customer_id = ?
         AND NOT EXISTS (SELECT 1 FROM resale_flag_withdrawals w WHERE w.flag_id = f.id) LIMIT 1`,
    ).get(customerId) !== undefined
  );
}

/** Every flag on one customer, those taken back too, the last first. */
export function listFlagsOf(db: ReadableDb, customerId: string): ShownFlagRow[] {
  return prepared(db, `${shown} WHERE f.customer_id = ? ORDER BY f.at DESC, f.id DESC`).all(
    customerId,
  ) as ShownFlagRow[];
}

/** Flags made in a period on customers who registered interest, in one product or in any (null). */
export function listFlagsBetween(
  db: ReadableDb,
  { from, to, productId }: { from: number; to: number; productId: string | null },
): ShownFlagRow[] {
  return prepared(
    db,
    `${shown} WHERE f.at BETWEEN @from AND @to AND EXISTS (
       SELECT 1 FROM interests i WHERE i.customer_id = f.customer_id AND (@productId IS NULL OR i.product_id = @productId))
     ORDER BY f.at, f.id`,
  ).all({ from, to, productId }) as ShownFlagRow[];
}

/** A row as the contract shows it. */
export function resaleFlagOf(row: ShownFlagRow): ResaleFlag {
  return {
    id: row.id,
    item: row.item_id === null ? null : { id: row.item_id, name: row.item_name ?? '' },
    seenOn: row.seen_on,
    evidence: row.evidence,
    at: row.at,
    by: { id: row.staff_id, name: row.staff_name },
    withdrawn:
      row.withdrawn_at === null
        ? null
        : {
            reason: row.withdrawn_reason ?? '',
            at: row.withdrawn_at,
            by: { id: row.withdrawn_by ?? '', name: row.withdrawer_name ?? '' },
          },
  };
}
