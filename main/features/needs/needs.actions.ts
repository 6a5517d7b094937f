import type { needsContract } from '@shared/contract/needs';
import { fail } from '../../kernel/errors';
import type { ActionHandlers } from '../../kernel/handlers';
import { letterShop } from '../../reports/letterhead';
import { needsBoard } from '../../reports/needs-board/needs-board';
import { boardOf } from './board';

/** Open needs on the paper: what a meeting can talk about. */
const mostPrinted = 60;

export const needsActions: ActionHandlers<typeof needsContract> = {
  'needs.printBoard': (context, { language, ...filter }) => {
    const { db, shop, now, today, devices, staff, about } = context;
    if (!shop) return fail('NO_SHOP');
    about('needs', 'board', ['needs board']);
    const board = boardOf({ db, shop, now, today }, filter, { cursor: null, limit: mostPrinted });
    const document = needsBoard({
      board,
      filter,
      shop: letterShop(db, language),
      printedBy: staff.name,
      today,
      timeZone: shop.timeZone,
      language,
    });
    return { documentId: devices.keepDocument(document) };
  },
};
