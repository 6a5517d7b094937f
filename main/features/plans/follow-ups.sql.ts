import type { FollowUp } from '@shared/contract/plans';
import { civilDateOf } from '@shared/domain/dates';
import { type FollowUpCause, followUpsOf } from '@shared/domain/follow-ups';
import type { Insertable, Selectable, Updateable } from 'kysely';
import type { FollowUps } from '../../db/rows';
import { one, prepared, type ReadableDb, run, sqlBuilder, type WritableDb } from '../../db/sql';
import type { CommandContext } from '../../kernel/handlers';
import { findCustomer, isActiveStaff } from '../customers/customers.sql';
import { listRulesInForce } from './rules.sql';

export type FollowUpRow = Selectable<FollowUps>;

/** What a follow-up comes from: the purchase or the repair, whoever sold or took it in, and whether it is discreet. */
export interface Followed extends FollowUpCause {
  readonly customerId: string;
  readonly saleId: string | null;
  readonly jobId: string | null;
  readonly sellerId: string;
  readonly isDiscreet: boolean;
  /** What would have been due before this day is not made up for. */
  readonly notBefore?: string;
}

type Context = Pick<CommandContext, 'db' | 'now' | 'staff' | 'newId'>;

/**
 * What the rules make of a purchase or a repair, inside the caller's transaction. An import does not call it: what was
 * sold long ago is not followed up today. Two purchases in a day are thanked for once.
 */
export function makeFollowUps({ db, now, staff, newId }: Context, followed: Followed): void {
  const due = followUpsOf(listRulesInForce(db), followed);
  if (due.length === 0) return;
  const advisorId = findCustomer(db, followed.customerId)?.primary_advisor_id ?? null;
  for (const { rule, dueOn, about } of due) {
    if (followed.notBefore !== undefined && dueOn < followed.notBefore) continue;
    if (hasOpenLike(db, followed.customerId, rule.ruleId, dueOn)) continue;
    const wanted = rule.who === 'advisor' && advisorId !== null ? advisorId : followed.sellerId;
    insertFollowUp(db, {
      id: newId(),
      customer_id: followed.customerId,
      rule_version_id: rule.versionId,
      sale_id: followed.saleId,
      job_id: followed.jobId,
      about,
      due_on: dueOn,
      owner_id: isActiveStaff(db, wanted) ? wanted : staff.staffId,
      is_discreet: followed.isDiscreet ? 1 : 0,
      made_at: now,
    });
  }
}

/** Adds one follow-up. */
export function insertFollowUp(db: WritableDb, row: Insertable<FollowUps>): void {
  run(db, sqlBuilder.insertInto('follow_ups').values(row));
}

function hasOpenLike(db: ReadableDb, customerId: string, ruleId: string, dueOn: string): boolean {
  return (
    prepared(
      db,
      `SELECT 1 FROM follow_ups f JOIN follow_up_rules r ON r.id = f.rule_version_id
       WHERE f.customer_id = ? AND f.due_on = ? AND f.status = 'open' AND r.rule_id = ?`,
    ).get(customerId, dueOn, ruleId) !== undefined
  );
}

/** What followed a purchase that was taken back is no longer due; what was done stays. */
export function dropFollowUps(
  { db, now, staff }: Pick<CommandContext, 'db' | 'now' | 'staff'>,
  saleId: string,
): void {
  prepared(
    db,
    `UPDATE follow_ups SET status = 'dropped', closed_at = @now, closed_by = @by WHERE sale_id = @saleId AND status = 'open'`,
  ).run({ now, by: staff.staffId, saleId });
}

/** One follow-up as stored. */
export function findFollowUp(db: ReadableDb, id: string): FollowUpRow | undefined {
  return one(db, sqlBuilder.selectFrom('follow_ups').selectAll().where('id', '=', id));
}

/** Changes columns of one follow-up. */
export function updateFollowUp(db: WritableDb, id: string, columns: Updateable<FollowUps>): void {
  run(db, sqlBuilder.updateTable('follow_ups').set(columns).where('id', '=', id));
}

interface ShownRow extends FollowUpRow {
  readonly kind: string;
  readonly name: string | null;
  readonly after: string;
  readonly channel: string | null;
  readonly purpose: string;
  readonly owner: string;
  readonly closer: string | null;
  readonly conversation: string | null;
}

/** The follow-ups of one customer: open ones by their day, ended ones the last first. */
export function listFollowUps(
  db: ReadableDb,
  customerId: string,
  { isOpen, timeZone, limit }: { isOpen: boolean; timeZone: string; limit: number },
): FollowUp[] {
  const rows = prepared(
    db,
    `SELECT f.*, r.kind, r.name, r.after, r.channel, r.purpose, o.name AS owner, x.name AS closer, v.number AS conversation
     FROM follow_ups f JOIN follow_up_rules r ON r.id = f.rule_version_id JOIN staff o ON o.id = f.owner_id
       LEFT JOIN staff x ON x.id = f.closed_by LEFT JOIN conversations v ON v.id = f.conversation_id
     WHERE f.customer_id = @customerId AND f.status ${isOpen ? '=' : '<>'} 'open'
     ORDER BY ${isOpen ? 'f.due_on, f.id' : 'f.closed_at DESC, f.id'} LIMIT @limit`,
  ).all({ customerId, limit }) as ShownRow[];
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind as FollowUp['kind'],
    name: row.name,
    after: row.after as FollowUp['after'],
    about: row.about,
    since: civilDateOf(row.made_at, timeZone),
    dueOn: row.due_on,
    owner: { id: row.owner_id, name: row.owner },
    channel: row.channel as FollowUp['channel'],
    purpose: row.purpose as FollowUp['purpose'],
    isDiscreet: row.is_discreet === 1,
    status: row.status as FollowUp['status'],
    words: row.words,
    conversation:
      row.conversation_id && row.conversation ? { id: row.conversation_id, number: row.conversation } : null,
    closedAt: row.closed_at,
    closedBy: row.closer,
  }));
}
