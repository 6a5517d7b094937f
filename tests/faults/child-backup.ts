import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { features } from '@main/features';
import { backUp } from '@main/features/backups/backup-job';
import { systemClock } from '@main/kernel/clock';
import type { Devices } from '@main/kernel/devices';
import { Dispatcher } from '@main/kernel/dispatch';
import { newId } from '@main/kernel/ids';
import { silentLog } from '@main/kernel/log';
import { openShop, shopFolder } from '@main/kernel/open-shop';
import { Session } from '@main/kernel/session';

/**
 * A process to be killed: copies the shop to a place, or restores a copy over the shop, as the app does. Says "go"
 * when it begins and "end" when it is through. Arguments: what, home, key, folder, staff id, and where given the
 * number of the step (a rename, a sync, a removal, ...) before which it kills itself.
 */
const [what, home = '', keyHex = '', folder = '', staffId = '', killAt] = process.argv.slice(2);
const shop = openShop(shopFolder(home), keyHex);
const say = (word: string) => process.stdout.write(`${word}\n`);

async function copy(): Promise<void> {
  const shopId = shop.reader.prepare("SELECT value FROM meta WHERE key = 'shop_id'").pluck().get() as string;
  await backUp(
    {
      location: shop.location,
      shopFolder: shop.folder,
      place: folder,
      id: newId(),
      shopId,
      shopName: 'Test Counter',
      counter: shop.counter,
      madeAt: Date.now(),
      day: '2026-11-20',
      doubtedIds: [],
    },
    { progress: () => {}, isCancelled: () => false },
  );
}

async function restore(): Promise<void> {
  const session = new Session();
  const dispatcher = new Dispatcher({
    features,
    session,
    clock: systemClock,
    log: silentLog,
    // A restore over the open shop asks no device.
    devices: { keyStore: null, dropDocuments: () => {} } as unknown as Devices,
    home,
    broadcast: () => {},
  });
  dispatcher.switchShop(shop);
  session.unlock({ staffId, name: 'Test manager', role: 'manager', language: 'en' }, Date.now());
  session.confirm(Date.now());
  const answer = await dispatcher.call({ operation: 'restore.run', input: { folder }, requestId: newId() });
  if (!answer.ok) throw new Error(answer.code);
}

/** Counts what changes the disk, and dies at the wanted step as if the power had gone. */
function dieAtStep(wanted: number): void {
  let step = 0;
  for (const name of [
    'renameSync',
    'fsyncSync',
    'rmSync',
    'mkdirSync',
    'copyFileSync',
    'openSync',
  ] as const) {
    const original = fs[name] as (...values: unknown[]) => unknown;
    Object.assign(fs, {
      [name]: (...values: unknown[]) => {
        step += 1;
        if (step === wanted) process.kill(process.pid, 'SIGKILL');
        return original(...values);
      },
    });
  }
  syncBuiltinESMExports();
}

if (killAt) dieAtStep(Number(killAt));
say('go');
await (what === 'copy' ? copy() : restore());
say('end');
