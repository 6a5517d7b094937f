import type { CallMessage, Envelope } from '@shared/contract/errors';
import { app } from 'electron';
import { z } from 'zod';
import { closeCamera } from '../devices/camera';
import { dropDocuments } from '../devices/documents';
import { electronDevices } from '../devices/electron-devices';
import { features } from '../features';
import { systemClock } from '../kernel/clock';
import { Dispatcher } from '../kernel/dispatch';
import type { Log } from '../kernel/log';
import { Session } from '../kernel/session';
import { startAutoLock } from './auto-lock';
import { type Answering, refusal, tellScreens } from './ipc';
import { openLastShop } from './last-shop';

const messageSchema = z.object({
  operation: z.string().max(100),
  input: z.unknown(),
  requestId: z.uuid(),
});

/** Everything behind the door: the features, the database, the session. Opens the last shop where it can. */
export function startCounter(home: string, log: Log): Answering {
  const session = new Session();
  const devices = electronDevices();
  const dispatcher = new Dispatcher({
    features,
    session,
    clock: systemClock,
    log,
    devices,
    home,
    broadcast: (topics) => {
      // Locked: what was prepared for print holds personal data. Before any shop is open, set-up's sheet stays.
      if (!session.staff && topics.includes('session')) {
        dropDocuments();
        closeCamera();
      }
      tellScreens('changed', topics);
    },
    onProgress: (progress) => tellScreens('progress', progress),
    checkOutput: !app.isPackaged,
  });
  openLastShop(dispatcher, home, devices, log);
  startAutoLock(dispatcher, session, devices);
  app.on('before-quit', () => dispatcher.cancelAll());
  app.on('quit', () => dispatcher.switchShop(null));
  return {
    answer: async (raw): Promise<Envelope> => {
      const message = messageSchema.safeParse(raw);
      return message.success ? dispatcher.call(message.data as CallMessage) : refusal('INVALID_INPUT');
    },
    cancel: (requestId) => dispatcher.cancel(requestId),
  };
}
