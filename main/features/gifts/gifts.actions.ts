import type { giftsContract } from '@shared/contract/gifts';
import type { ActionHandlers } from '../../kernel/handlers';
import { giftYearSheet } from '../../reports/gift-year/gift-year';
import { letterShop } from '../../reports/letterhead';
import { giftYearOf } from './year';

export const giftsActions: ActionHandlers<typeof giftsContract> = {
  'gifts.printYear': ({ db, shop, today, devices, about }, { year, language }) => {
    about('gift year', String(year));
    const document = giftYearSheet({
      report: giftYearOf(db, year, shop?.currency ?? 'HKD'),
      shop: letterShop(db, language),
      today,
      language,
    });
    return {
      documentId: devices.keepDocument({ ...document, holds: { kind: 'gift year', id: String(year) } }),
    };
  },
};
