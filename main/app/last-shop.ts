import { settleInterruptedRestore } from '../features/backups/swap';
import type { Devices } from '../kernel/devices';
import type { Dispatcher } from '../kernel/dispatch';
import { Failure } from '../kernel/errors';
import type { Log } from '../kernel/log';
import { openShopUnasked, shopExists, shopFolder } from '../kernel/open-shop';

/**
 * Opens this user's shop where its key comes without asking; otherwise the first screen asks (set-up, passphrase,
 * restore). A shop that cannot be opened is never replaced by an empty one.
 */
export function openLastShop(dispatcher: Dispatcher, home: string, devices: Devices, log: Log): void {
  const settled = settleInterruptedRestore(home);
  if (settled !== 'nothing') log.info('interrupted restore settled', { settled });
  const folder = shopFolder(home);
  if (!shopExists(folder)) return;
  try {
    dispatcher.switchShop(openShopUnasked(folder, devices.keyStore));
  } catch (error) {
    // The set-up screen asks again and shows this code with what can be done about it.
    log.info('shop not opened', { code: error instanceof Failure ? error.code : 'UNEXPECTED' });
  }
}
