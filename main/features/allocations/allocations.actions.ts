import type { allocationsContract } from '@shared/contract/allocations';
import type { ActionHandlers } from '../../kernel/handlers';
import { fairnessReport } from '../../reports/fairness/fairness';
import { letterShop } from '../../reports/letterhead';
import { fairnessOf } from './fairness';

export const allocationsActions: ActionHandlers<typeof allocationsContract> = {
  'allocations.fairnessReport': ({ db, shop, today, devices, about }, { language, ...period }) => {
    about('report', 'fairness', ['fairness report']);
    const timeZone = shop?.timeZone ?? 'Asia/Hong_Kong';
    const document = fairnessReport({
      fairness: fairnessOf(db, period, { today, timeZone }),
      shop: letterShop(db, language),
      currency: shop?.currency ?? 'HKD',
      today,
      timeZone,
      language,
    });
    return { documentId: devices.keepDocument(document) };
  },
};
