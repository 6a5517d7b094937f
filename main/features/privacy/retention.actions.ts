import type { retentionContract } from '@shared/contract/retention-periods';
import { asLanguage } from '@shared/domain/languages';
import { displayName } from '@shared/domain/names';
import { fail } from '../../kernel/errors';
import type { ActionHandlers } from '../../kernel/handlers';
import { personNames } from '../../reports/letterhead';
import { followedBy, runJob } from '../../workers/run-job';
import { findCustomer } from '../customers/customers.sql';
import { eraseCustomer, idsOfPerson } from './erase.sql';
import { type ExpiringKind, removeExpired } from './expire.sql';
import { listObstacles } from './privacy.sql';
import { cutoffs, insertRun, isIdle, listRules } from './retention.sql';

/** So few at a time that the counter waits for none of it. */
const rowsAStep = 100;
/** The window draws and answers between two transactions. */
const breathe = () => new Promise((resolve) => setImmediate(resolve));

type Handlers = Pick<
  ActionHandlers<typeof retentionContract>,
  'privacy.retentionList' | 'privacy.retentionRun'
>;

export const retentionActions: Handlers = {
  'privacy.retentionList': async ({ db, shop, today, staff, signal, progress }) => {
    if (!shop) return fail('NO_SHOP');
    const list = await runJob(
      'listRetention',
      { location: shop.location, today, timeZone: shop.timeZone },
      followedBy({ signal, progress }),
    );
    const shown = list.idle.flatMap(({ id, number, last_at }) => {
      const row = findCustomer(db, id);
      if (!row) return [];
      const [obstacle] = listObstacles(db, idsOfPerson(db, id));
      const name = displayName(personNames(row), asLanguage(staff.language)) || number;
      return [{ id, number, name, lastAt: last_at, heldBy: obstacle?.kind ?? null }];
    });
    return { customers: { total: list.total, shown }, others: list.others };
  },

  'privacy.retentionRun': async (context, { customerIds, kinds }) => {
    const { db, shop, now, today, staff, signal, progress, newId, devices } = context;
    if (!shop) return fail('NO_SHOP');
    const ends = cutoffs(listRules(db), today, shop.timeZone);
    const removed: Record<string, number> = {};
    const add = (kind: string, count: number) => {
      if (count > 0) removed[kind] = (removed[kind] ?? 0) + count;
    };
    let skipped = 0;
    const idleEnd = ends.get('idle-customers');
    for (const [index, customerId] of customerIds.entries()) {
      if (signal.aborted) break;
      progress('privacy.retention.kinds.idle-customers', index, customerIds.length);
      const isErased = context.transact((inside) => {
        inside.about('customer', customerId, ['erased']);
        const mayGo =
          idleEnd !== undefined &&
          isIdle(inside.db, customerId, idleEnd.at, today) &&
          listObstacles(inside.db, idsOfPerson(inside.db, customerId)).length === 0;
        return (
          mayGo &&
          eraseCustomer(inside.db, {
            customerId,
            at: inside.now,
            staffId: staff.staffId,
            cause: 'retention',
            requestId: null,
          }) !== null
        );
      });
      if (isErased) add('idle-customers', 1);
      else skipped += 1;
      await breathe();
    }
    for (const kind of kinds) {
      const end = ends.get(kind);
      if (!end || kind === 'idle-customers') continue;
      for (let count = rowsAStep; count === rowsAStep && !signal.aborted; ) {
        count = context.transact((inside) => {
          inside.about('retention', kind, [kind]);
          return removeExpired(inside.db, kind as ExpiringKind, { ...end, today, limit: rowsAStep });
        });
        add(kind, count);
        progress(`privacy.retention.kinds.${kind}`, removed[kind] ?? 0, null);
        await breathe();
      }
    }
    const isWhole = !signal.aborted;
    context.transact((inside) => {
      const id = newId();
      inside.about('retention', id, ['retention']);
      insertRun(inside.db, {
        id,
        started_at: now,
        finished_at: inside.now,
        staff_id: staff.staffId,
        outcome: isWhole ? 'done' : 'cancelled',
        removed: JSON.stringify(removed),
      });
    });
    if (removed['idle-customers']) devices.dropDocuments();
    if (isWhole && Object.keys(removed).length > 0)
      await runJob('tidyIndex', { location: shop.location }, followedBy({ signal, progress }));
    return { removed, skipped, isWhole };
  },
};
