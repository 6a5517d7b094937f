import { setImmediate } from 'node:timers/promises';
import { Failure } from '../../kernel/errors';
import type { ActionContext } from '../../kernel/handlers';
import { countCustomers, lookForMembers, ruleOf, type SegmentRow } from './segments.sql';

/**
 * Members of a segment, a piece of the shop at a time; between two pieces the window goes on. Says how far it has come.
 * Fails with CANCELLED.
 */
export async function* walkSegment(
  { db, now, today, signal, progress }: ActionContext,
  segment: SegmentRow,
  step: string,
): AsyncGenerator<string[], void, undefined> {
  const rule = ruleOf(segment);
  const total = countCustomers(db);
  let looked = 0;
  let after: string | null = '';
  while (after !== null) {
    if (signal.aborted) throw new Failure('CANCELLED');
    const look = lookForMembers(db, rule, { now, today }, after);
    looked += look.looked;
    after = look.next;
    progress(step, looked, total);
    yield look.ids;
    await setImmediate();
  }
}
