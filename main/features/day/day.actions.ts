import type { BackupResult } from '@shared/contract/backups';
import { type dayContract, daySummary, unfinished } from '@shared/contract/day';
import { asLanguage } from '@shared/domain/languages';
import { z } from 'zod';
import { auditHead } from '../../kernel/audit';
import { fail } from '../../kernel/errors';
import type { ActionContext, ActionHandlers } from '../../kernel/handlers';
import type { ShopHandle } from '../../kernel/shop-handle';
import { dayCloseSheet } from '../../reports/day-close-sheet/day-close-sheet';
import { letterShop } from '../../reports/letterhead';
import { runJob } from '../../workers/run-job';
import { listBackupsOfClose } from '../backups/backups.sql';
import { findCloser, findDayClose, insertDayClose } from './day.sql';
import { summaryOfDay, unfinishedOn } from './summary';

/** Copies the shop to every place; of the backups feature, handed in where the features are put together. */
export type RunCopies = (context: ActionContext, dayCloseId: string) => Promise<BackupResult[]>;

/** The day's writes are gathered in the search index before it is copied; a day closes without that, too. */
async function gatherSearch({ signal, log }: ActionContext, { location }: ShopHandle): Promise<void> {
  try {
    await runJob('gatherIndex', { location }, { signal, onProgress: () => {} });
  } catch (error) {
    log.error('search index not gathered', error);
  }
}

const kept = z.object({ summary: daySummary, unfinished });

export function dayActions(runCopies: RunCopies): ActionHandlers<typeof dayContract> {
  return {
    'day.close': async (context, { note }) => {
      const shop = context.shop ?? fail('NO_SHOP');
      const dayCloseId = context.newId();
      context.about('day close', dayCloseId);
      await gatherSearch(context, shop);
      const results = await runCopies(context, dayCloseId);
      // Read after the copies: what was recorded while they ran happened today, too.
      const shown = {
        summary: summaryOfDay(context.db, context.today, shop.timeZone),
        unfinished: unfinishedOn(context.db, {
          now: context.now,
          today: context.today,
          timeZone: shop.timeZone,
        }),
      };
      const head = context.transact(({ db, now, today, staff, about }) => {
        about('day close', dayCloseId, [
          results.every((each) => each.outcome === 'verified') ? 'verified' : 'failed',
        ]);
        const { hash, count } = auditHead(db, shop.counter);
        insertDayClose(db, {
          id: dayCloseId,
          day: today,
          at: now,
          staff_id: staff.staffId,
          summary: JSON.stringify(shown),
          log_head: hash,
          log_count: count,
          note,
        });
        return { hash, count };
      });
      return { dayCloseId, logHead: head.hash, logCount: head.count, results };
    },
    'day.sheet': (context, { dayCloseId, language = asLanguage(context.staff.language) }) => {
      const { db, shop, devices, about } = context;
      const row = findDayClose(db, dayCloseId) ?? fail('DAY_CLOSE_NOT_FOUND');
      about('day close', row.id);
      const { summary, unfinished: left } = kept.parse(JSON.parse(row.summary));
      const sheet = dayCloseSheet({
        shop: letterShop(db, language),
        timeZone: shop?.timeZone ?? 'Asia/Hong_Kong',
        language,
        day: row.day,
        at: row.at,
        closedBy: findCloser(db, row.staff_id),
        note: row.note,
        logHead: row.log_head,
        logCount: row.log_count,
        summary,
        unfinished: left,
        backups: listBackupsOfClose(db, row.id),
      });
      return { documentId: devices.keepDocument(sheet) };
    },
  };
}
