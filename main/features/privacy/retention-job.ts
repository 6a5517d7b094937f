import type { RetentionKind } from '@shared/domain/retention-periods';
import { type DatabaseLocation, openForReading } from '../../db/open';
import { Failure } from '../../kernel/errors';
import type { JobContext } from '../../workers/job-context';
import { countExpired, type ExpiringKind } from './expire.sql';
import { cutoffs, type IdleRow, listIdle, listRules } from './retention.sql';

/** How many customers one list shows, and one run erases. */
export const mostIdle = 500;

export interface RetentionList {
  readonly total: number;
  readonly idle: IdleRow[];
  readonly others: { kind: RetentionKind; before: string; count: number }[];
}

/** Who and what has outlived its period, on a connection and a thread of its own: a large shop takes seconds to look through. */
export function listRetention(
  { location, today, timeZone }: { location: DatabaseLocation; today: string; timeZone: string },
  { progress, isCancelled }: JobContext,
): RetentionList {
  const db = openForReading(location);
  try {
    const ends = [...cutoffs(listRules(db), today, timeZone)];
    const list = { total: 0, idle: [] as IdleRow[], others: [] as RetentionList['others'] };
    ends.forEach(([kind, { at, day }], index) => {
      if (isCancelled()) throw new Failure('CANCELLED');
      progress(`privacy.retention.kinds.${kind}`, index, ends.length);
      if (kind === 'idle-customers') {
        const { total, rows } = listIdle(db, { at, today, limit: mostIdle });
        list.total = total;
        list.idle = rows;
      } else
        list.others.push({
          kind,
          before: day,
          count: countExpired(db, kind as ExpiringKind, { at, day, today }),
        });
    });
    return list;
  } finally {
    db.close();
  }
}
