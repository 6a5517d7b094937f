import type { recommendationsContract } from '@shared/contract/recommendations';
import type { ActionHandlers } from '../../kernel/handlers';
import { followedBy, runJob } from '../../workers/run-job';
import { findBuild, lastSale } from './co-purchases.sql';

/** Figures of half a year of sales do not change with one receipt: once a day is enough. */
const staleAfterMs = 20 * 3_600_000;

/** It takes longer than people stay on one screen, and each of their Todays asks for it. */
let isRunning = false;

export const recommendationsActions: ActionHandlers<typeof recommendationsContract> = {
  'recommendations.refresh': async ({ db, shop, now, signal, progress }) => {
    if (!shop || isRunning) return { isRebuilt: false };
    const build = findBuild(db);
    const last = lastSale(db);
    const isCurrent = build ? build.last_sale === last || build.built_at > now - staleAfterMs : last === 0;
    if (isCurrent) return { isRebuilt: false };
    isRunning = true;
    try {
      const input = { location: shop.location, now };
      return { isRebuilt: await runJob('refreshCoPurchases', input, followedBy({ signal, progress })) };
    } finally {
      isRunning = false;
    }
  },
};
