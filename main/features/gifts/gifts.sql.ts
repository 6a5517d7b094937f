import type { GiftMovement } from '@shared/domain/gifts';
import type { Insertable, Selectable, Updateable } from 'kysely';
import type { GiftKinds, GiftMovements, GiftPolicies, Gifts } from '../../db/rows';
import { all, one, prepared, type ReadableDb, run, sqlBuilder, type WritableDb } from '../../db/sql';
import { type CustomerOfRow, customerColumns } from '../customers/cards.sql';
import { indexCustomer } from '../search/search.sql';

/** A kind of gift without the bytes of its picture. */
export type GiftKindRow = Omit<Selectable<GiftKinds>, 'picture'>;
export type GiftRow = Selectable<Gifts>;
export type GiftPolicyRow = Selectable<GiftPolicies>;

const kindColumns = `k.id, k.name, k.chinese_name, k.words, k.cost_minor, k.currency, k.stock, k.low_at, k.occasions,
  k.tastes, k.picture_mime, k.retired_at, k.version, k.updated_at`;

/** Kinds of gift by name; those no longer given only where they are asked for. */
export function listGiftKinds(db: ReadableDb, withRetired: boolean): GiftKindRow[] {
  return prepared(
    db,
    `SELECT ${kindColumns} FROM gift_kinds k WHERE @all = 1 OR k.retired_at IS NULL
     ORDER BY k.retired_at IS NOT NULL, k.name, k.id`,
  ).all({ all: withRetired ? 1 : 0 }) as GiftKindRow[];
}

/** One kind of gift. */
export function findGiftKind(db: ReadableDb, id: string): GiftKindRow | undefined {
  return prepared(db, `SELECT ${kindColumns} FROM gift_kinds k WHERE k.id = ?`).get(id) as
    | GiftKindRow
    | undefined;
}

/** Adds one kind. */
export function insertGiftKind(db: WritableDb, row: Insertable<GiftKinds>): void {
  run(db, sqlBuilder.insertInto('gift_kinds').values(row));
}

/** Changes what is said of a kind; its stock changes by movements only. */
export function updateGiftKind(
  db: WritableDb,
  id: string,
  columns: Omit<Updateable<GiftKinds>, 'stock'>,
): void {
  run(db, sqlBuilder.updateTable('gift_kinds').set(columns).where('id', '=', id));
}

/** The picture of a kind. */
export function findGiftPicture(db: ReadableDb, id: string) {
  return one(
    db,
    sqlBuilder.selectFrom('gift_kinds').select(['picture_mime', 'picture']).where('id', '=', id),
  );
}

/** Adds a movement; the kind's stock follows. */
export function insertGiftMovement(
  db: WritableDb,
  row: Insertable<GiftMovements> & { readonly kind: GiftMovement },
): void {
  run(db, sqlBuilder.insertInto('gift_movements').values(row));
}

/** What came and went of one kind, the last first. */
export function listGiftMovements(db: ReadableDb, kindId: string, limit: number) {
  return prepared(
    db,
    `SELECT m.*, s.name AS staff_name, g.number AS gift_number FROM gift_movements m
     JOIN staff s ON s.id = m.staff_id LEFT JOIN gifts g ON g.id = m.gift_id
     WHERE m.gift_kind_id = ? ORDER BY m.id DESC LIMIT ?`,
  ).all(kindId, limit) as (Selectable<GiftMovements> & {
    staff_name: string;
    gift_number: string | null;
  })[];
}

/** Every version of the policy, the last first. */
export function listGiftPolicies(db: ReadableDb): (GiftPolicyRow & { staff_name: string })[] {
  return prepared(
    db,
    `SELECT p.*, s.name AS staff_name FROM gift_policies p JOIN staff s ON s.id = p.made_by ORDER BY p.version DESC`,
  ).all() as (GiftPolicyRow & { staff_name: string })[];
}

/** Adds a version of the policy. */
export function insertGiftPolicy(db: WritableDb, row: Insertable<GiftPolicies>): void {
  run(db, sqlBuilder.insertInto('gift_policies').values(row));
}

/** A gift with the names it is shown with. */
export interface ShownGiftRow extends GiftRow, CustomerOfRow {
  readonly kind_name: string;
  readonly kind_chinese_name: string | null;
  readonly giver_name: string;
  readonly taker_name: string | null;
}

const shown = `SELECT g.*, k.name AS kind_name, k.chinese_name AS kind_chinese_name, s.name AS giver_name,
    b.name AS taker_name, ${customerColumns}
  FROM gifts g JOIN gift_kinds k ON k.id = g.gift_kind_id JOIN staff s ON s.id = g.given_by
  LEFT JOIN staff b ON b.id = g.taken_back_by JOIN customers c ON c.id = g.customer_id`;

/** What one customer was given, the last first. */
export function listGiftsOf(db: ReadableDb, customerId: string): ShownGiftRow[] {
  return prepared(db, `${shown} WHERE g.customer_id = ? ORDER BY g.given_on DESC, g.id DESC LIMIT 500`).all(
    customerId,
  ) as ShownGiftRow[];
}

/** What was given between two days, the last first. */
export function listGiftsBetween(db: ReadableDb, from: string, to: string): ShownGiftRow[] {
  return prepared(db, `${shown} WHERE g.given_on BETWEEN ? AND ? ORDER BY g.given_on DESC, g.id DESC`).all(
    from,
    to,
  ) as ShownGiftRow[];
}

/** One gift. */
export function findGift(db: ReadableDb, id: string): GiftRow | undefined {
  return one(db, sqlBuilder.selectFrom('gifts').selectAll().where('id', '=', id));
}

/** Writes down a gift. */
export function insertGift(db: WritableDb, row: Insertable<Gifts>): void {
  run(db, sqlBuilder.insertInto('gifts').values(row));
  indexCustomer(db, row.customer_id);
}

/** Marks a gift as taken back. */
export function markGiftTakenBack(
  db: WritableDb,
  id: string,
  taken: { taken_back_at: number; taken_back_by: string; taken_back_reason: string },
): void {
  run(db, sqlBuilder.updateTable('gifts').set(taken).where('id', '=', id));
}

/** What the gifts to one customer cost between two days, without those taken back. */
export function sumGiven(db: ReadableDb, customerId: string, { from, to }: { from: string; to: string }) {
  return prepared(
    db,
    `SELECT coalesce(sum(cost_minor), 0) FROM gifts
     WHERE customer_id = ? AND given_on BETWEEN ? AND ? AND taken_back_at IS NULL`,
  )
    .pluck()
    .get(customerId, from, to) as number;
}

/** True when a gift for this occasion was given to this customer from a day on. */
export function wasGivenFor(db: ReadableDb, customerId: string, occasion: string, from: string): boolean {
  return (
    prepared(
      db,
      `SELECT 1 FROM gifts WHERE customer_id = ? AND given_on >= ? AND occasion = ? AND taken_back_at IS NULL`,
    ).get(customerId, from, occasion) !== undefined
  );
}

/** The kinds this customer was given, ever. */
export function listGivenKinds(db: ReadableDb, customerId: string): string[] {
  const rows = all(
    db,
    sqlBuilder
      .selectFrom('gifts')
      .select('gift_kind_id')
      .distinct()
      .where('customer_id', '=', customerId)
      .where('taken_back_at', 'is', null),
  );
  return rows.map((row) => row.gift_kind_id);
}

/** True when the record is this member of staff's own. */
export function isOwnRecord(db: ReadableDb, staffId: string, customerId: string): boolean {
  return (
    prepared(db, 'SELECT 1 FROM staff WHERE id = ? AND own_customer_id = ?').get(staffId, customerId) !==
    undefined
  );
}
