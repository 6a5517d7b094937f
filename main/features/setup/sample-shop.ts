import { SAMPLE_PINS } from '@shared/domain/sample';
import { newId } from '../../kernel/ids';
import { newKeyHex } from '../../kernel/key-file';
import { keyUnasked, shopExists } from '../../kernel/open-shop';
import { hashPin } from '../../kernel/pin';
import type { ShopHandle } from '../../kernel/shop-handle';
import { type RunOptions, runJob } from '../../workers/run-job';
import { makeShop } from './new-shop';
import { openUpdated } from './open-updated';

/** How large the sample is where nobody says otherwise. */
export const usualSample = { customers: 2000, seed: 7 } as const;

interface SampleWork extends RunOptions {
  readonly customers: number;
  readonly seed: number;
  /** The last day of its five years, epoch milliseconds. */
  readonly now: number;
}

/**
 * Opens the sample shop in the folder, making it the first time. Its key lies in the open: everybody is invented.
 * Fails with CANCELLED, and then nothing is left of it.
 */
export async function openSampleShop(folder: string, work: SampleWork): Promise<ShopHandle> {
  if (shopExists(folder)) return openUpdated(folder, keyUnasked(folder, null), work);
  const { customers, seed, now, signal, onProgress } = work;
  const keyHex = newKeyHex();
  const shopId = newId();
  const pins = {
    advisor: await hashPin(SAMPLE_PINS.advisor),
    service: await hashPin(SAMPLE_PINS.service),
    manager: await hashPin(SAMPLE_PINS.manager),
  };
  return makeShop({
    folder,
    keyHex,
    keyFile: { version: 1, shopId, sample: keyHex },
    shop: { shopId, counter: 'A', timeZone: 'Asia/Hong_Kong', currency: 'HKD', isSample: true, now },
    fill: async ({ location }) => {
      const input = { location, shopId, size: { customers, seed, now }, pins };
      await runJob('fillSample', input, { signal, onProgress });
    },
  });
}
