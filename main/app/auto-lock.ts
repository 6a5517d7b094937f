import { powerMonitor } from 'electron';
import { readAutoLockMinutes } from '../features/shop/face.sql';
import type { Devices } from '../kernel/devices';
import type { Dispatcher } from '../kernel/dispatch';
import type { Session } from '../kernel/session';
import { tellScreens } from './ipc';

const checkEveryMs = 5_000;

/** Locks the counter when nobody used it for the shop's minutes, and when the machine sleeps or locks. */
export function startAutoLock(dispatcher: Dispatcher, session: Session, devices: Devices): void {
  const lock = () => {
    if (!session.staff) return;
    session.lock();
    devices.dropDocuments();
    tellScreens('changed', ['session']);
  };
  setInterval(() => {
    const { shop } = dispatcher;
    if (!shop || !session.staff) return;
    const minutes = readAutoLockMinutes(shop.reader);
    if (session.idleFor(Date.now()) > minutes * 60_000) lock();
  }, checkEveryMs).unref();
  powerMonitor.on('suspend', lock);
  powerMonitor.on('lock-screen', lock);
}
