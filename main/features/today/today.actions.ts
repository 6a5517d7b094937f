import type { todayContract } from '@shared/contract/today';
import { fail } from '../../kernel/errors';
import type { ActionHandlers } from '../../kernel/handlers';
import { callLines } from '../../reports/call-sheet/call-lines.sql';
import { callSheet } from '../../reports/call-sheet/call-sheet';
import { letterShop } from '../../reports/letterhead';
import { listDuties } from './duties.sql';

/** Of one kind, no more than anybody calls in a day. */
const mostOfOne = 60;

export const todayActions: ActionHandlers<typeof todayContract> = {
  'today.callSheet': ({ db, shop, staff, now, today, devices, about }, { scope, day, language }) => {
    const { timeZone } = shop ?? fail('NO_SHOP');
    const whose = { staffId: scope === 'mine' ? staff.staffId : null, customerId: null };
    const moment = { now, today, timeZone, limit: mostOfOne };
    const isToday = day === today;
    // Today's sheet has what is late, too, and what has no day; another day's what is due on it.
    const duties = listDuties(db, whose, isToday ? moment : { ...moment, window: { from: day, to: day } })
      .flatMap((group) => group.duties)
      .filter(({ dueOn }) => (isToday ? dueOn === null || dueOn <= today : dueOn === day));
    const lines = callLines(db, duties, { now, language });
    about('call sheet', day, [scope]);
    const document = callSheet({
      lines,
      shop: letterShop(db, language),
      day,
      forWhom: scope === 'mine' ? staff.name : null,
      language,
    });
    return { documentId: devices.keepDocument(document), people: lines.length };
  },
};
