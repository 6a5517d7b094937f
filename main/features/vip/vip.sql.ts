import type { Insertable, Selectable } from 'kysely';
import type { VipInvitations, VipMemberships } from '../../db/rows';
import { all, prepared, type ReadableDb, run, sqlBuilder, type WritableDb } from '../../db/sql';

export type MembershipRow = Selectable<VipMemberships>;
export type InvitationRow = Selectable<VipInvitations>;

/** The card somebody holds today. */
export function findMembership(db: ReadableDb, customerId: string): MembershipRow | undefined {
  return prepared(
    db,
    'SELECT * FROM vip_memberships WHERE customer_id = ? AND ended_on IS NULL ORDER BY created_at DESC LIMIT 1',
  ).get(customerId) as MembershipRow | undefined;
}

/** Adds one membership. */
export function insertMembership(db: WritableDb, row: Insertable<VipMemberships>): void {
  run(db, sqlBuilder.insertInto('vip_memberships').values(row));
}

/** The welcome was given. */
export function updateWelcomed(
  db: WritableDb,
  membershipId: string,
  welcomed: { welcomed_at: number; welcomed_how: string },
): void {
  run(db, sqlBuilder.updateTable('vip_memberships').set(welcomed).where('id', '=', membershipId));
}

/** Every time somebody was asked, newest first. */
export function listInvitations(db: ReadableDb, customerId: string): InvitationRow[] {
  return all(
    db,
    sqlBuilder
      .selectFrom('vip_invitations')
      .selectAll()
      .where('customer_id', '=', customerId)
      .orderBy('at', 'desc')
      .orderBy('id', 'desc'),
  );
}

/** Adds one answered invitation. */
export function insertInvitation(db: WritableDb, row: Insertable<VipInvitations>): void {
  run(db, sqlBuilder.insertInto('vip_invitations').values(row));
}

/** Customers who were never asked and hold no card, highest spend first, lazily: the caller stops when it has enough. */
export function* neverAskedBySpend(db: ReadableDb, currency: string): Generator<string> {
  // Not the cached statement: an unfinished iteration would keep it busy for the next caller.
  const rows = db
    .prepare(
      `SELECT t.customer_id AS id FROM customer_totals t JOIN customers c ON c.id = t.customer_id
       WHERE t.currency = ? AND c.deleted_at IS NULL AND c.merged_into_id IS NULL
         AND NOT EXISTS (SELECT 1 FROM vip_memberships m WHERE m.customer_id = t.customer_id AND m.ended_on IS NULL)
         AND NOT EXISTS (SELECT 1 FROM vip_invitations i WHERE i.customer_id = t.customer_id)
       ORDER BY t.lifetime_minor DESC`,
    )
    .iterate(currency) as IterableIterator<{ id: string }>;
  for (const { id } of rows) yield id;
}

/** The condition that invitation `i` was left with "let me think", and nothing was said or done since. */
export const isStillThinking = `i.outcome = 'thinking'
  AND NOT EXISTS (SELECT 1 FROM vip_invitations later WHERE later.customer_id = i.customer_id AND later.at > i.at)
  AND NOT EXISTS (SELECT 1 FROM vip_memberships m WHERE m.customer_id = i.customer_id AND m.ended_on IS NULL)`;

/** Those whose latest answer was "let me think" and whose day has come. */
export function listThinkingDue(db: ReadableDb, today: string): InvitationRow[] {
  return prepared(
    db,
    `SELECT i.* FROM vip_invitations i JOIN customers c ON c.id = i.customer_id
     WHERE ${isStillThinking} AND i.ask_again_on <= ? AND c.deleted_at IS NULL AND c.merged_into_id IS NULL
     ORDER BY i.ask_again_on, i.id`,
  ).all(today) as InvitationRow[];
}
