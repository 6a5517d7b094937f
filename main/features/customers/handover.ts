import { fail } from '../../kernel/errors';
import type { CommandContext } from '../../kernel/handlers';
import { findCustomer, isActiveStaff, listAdvised, updateCustomer } from './customers.sql';
import { insertRevision, listBatch, markRevisionUndone } from './revisions.sql';

type Context = Pick<CommandContext, 'db' | 'now' | 'staff' | 'newId' | 'about'>;

interface Advisors {
  primaryAdvisorId?: string | null;
  secondaryAdvisorId?: string | null;
}

/**
 * Hands all customers of one advisor to another, primary and secondary; whoever would then stand twice on a record
 * stands once. Returns the batch that takes it back and how many records it touched.
 */
export function reassignAll(
  { db, now, staff, newId, about }: Context,
  fromId: string,
  toId: string,
): { batchId: string; customers: number } {
  if (fromId === toId) fail('ADVISOR_SAME');
  if (!isActiveStaff(db, toId)) fail('ADVISOR_NOT_FOUND');
  const batchId = newId();
  const advised = listAdvised(db, fromId);
  for (const { id, primary_advisor_id, secondary_advisor_id } of advised) {
    const before = { primaryAdvisorId: primary_advisor_id, secondaryAdvisorId: secondary_advisor_id };
    const primary = primary_advisor_id === fromId ? toId : primary_advisor_id;
    const secondary = secondary_advisor_id === fromId ? toId : secondary_advisor_id;
    const after = { primaryAdvisorId: primary, secondaryAdvisorId: secondary === primary ? null : secondary };
    writeAdvisors(db, id, after, now);
    insertRevision(db, {
      id: newId(),
      customer_id: id,
      at: now,
      staff_id: staff.staffId,
      operation: 'handover',
      before: JSON.stringify(before),
      after: JSON.stringify(after),
      batch_id: batchId,
    });
  }
  about('staff', fromId, ['customers handed over']);
  return { batchId, customers: advised.length };
}

/** Takes a hand-over back where the advisors were not changed again since; returns how many records returned. */
export function undoReassign({ db, now, about }: Context, batchId: string): { customers: number } {
  const revisions = listBatch(db, batchId);
  if (revisions.length === 0) fail('EDIT_NOT_FOUND');
  let customers = 0;
  for (const revision of revisions) {
    const row = findCustomer(db, revision.customer_id);
    const after = JSON.parse(revision.after) as Advisors;
    const isUntouched =
      row?.primary_advisor_id === after.primaryAdvisorId &&
      row?.secondary_advisor_id === after.secondaryAdvisorId;
    if (!isUntouched) continue;
    writeAdvisors(db, revision.customer_id, JSON.parse(revision.before) as Advisors, now);
    markRevisionUndone(db, revision.id, now);
    customers += 1;
  }
  about('batch', batchId, ['advisor']);
  return { customers };
}

function writeAdvisors(db: Context['db'], id: string, advisors: Advisors, now: number): void {
  const version = (findCustomer(db, id)?.version ?? 0) + 1;
  updateCustomer(db, id, {
    primary_advisor_id: advisors.primaryAdvisorId ?? null,
    secondary_advisor_id: advisors.secondaryAdvisorId ?? null,
    version,
    updated_at: now,
  });
}
