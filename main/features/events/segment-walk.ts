import { setImmediate } from 'node:timers/promises';
import { Failure } from '../../kernel/errors';
import type { ActionContext } from '../../kernel/handlers';
import { countCustomers, findSegment, lookForMembers, ruleOf } from '../segments/segments.sql';

interface Wanted {
  /** Who is on the list already. */
  readonly listed: ReadonlySet<string>;
  /** How many to look for. */
  readonly wanted: number;
}

/**
 * Customers of a segment who are not on a list yet, looked for a piece of the shop at a time, so that the window goes on
 * meanwhile. Fails with CANCELLED.
 */
export async function lookForWanted(
  { db, now, today, signal, progress }: ActionContext,
  segmentId: string,
  { listed, wanted }: Wanted,
): Promise<{ fresh: string[]; known: number; isMore: boolean }> {
  const segment = findSegment(db, segmentId);
  if (!segment) throw new Error('no such segment');
  const rule = ruleOf(segment);
  const total = countCustomers(db);
  const fresh: string[] = [];
  let known = 0;
  let looked = 0;
  let after: string | null = '';
  while (after !== null && fresh.length <= wanted) {
    if (signal.aborted) throw new Failure('CANCELLED');
    const look = lookForMembers(db, rule, { now, today }, after);
    for (const id of look.ids) {
      if (listed.has(id)) known += 1;
      else fresh.push(id);
    }
    looked += look.looked;
    after = look.next;
    progress('events.step.look', looked, total);
    await setImmediate();
  }
  return { fresh: fresh.slice(0, wanted), known, isMore: fresh.length > wanted || after !== null };
}
