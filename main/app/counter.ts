import type { CallMessage, Envelope } from '@shared/contract/errors';
import { app } from 'electron';
import { z } from 'zod';
import { closeCamera } from '../devices/camera';
import { dropDocuments } from '../devices/documents';
import { electronDevices } from '../devices/electron-devices';
import { doorFeatures } from '../features/door';
import { systemClock } from '../kernel/clock';
import { Dispatcher } from '../kernel/dispatch';
import type { Feature } from '../kernel/handlers';
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

/** Long enough for the first screen to be painted, shorter than anybody needs to tap a name and type a PIN. */
const calmMs = 250;

/**
 * Everything behind the door: the database, the session, the features. Opens the last shop where it can. The first screen
 * is answered by what stands at the door; the other features are read once it is painted, or when one of them is asked.
 */
export function startCounter(
  home: string,
  log: Log,
  readFeatures: () => Promise<readonly Feature[]>,
): Answering {
  const session = new Session();
  const devices = electronDevices();
  const dispatcher = new Dispatcher({
    features: doorFeatures,
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
  let rest: Promise<void> | undefined;
  const readTheRest = () => {
    rest ??= readFeatures().then((features) =>
      dispatcher.add(features.filter((feature) => !doorFeatures.includes(feature))),
    );
    return rest;
  };
  let isFirst = true;
  return {
    answer: async (raw): Promise<Envelope> => {
      const message = messageSchema.safeParse(raw);
      if (!message.success) return refusal('INVALID_INPUT');
      if (isFirst) setTimeout(readTheRest, calmMs);
      isFirst = false;
      if (!dispatcher.knows(message.data.operation)) await readTheRest();
      return dispatcher.call(message.data as CallMessage);
    },
    cancel: (requestId) => dispatcher.cancel(requestId),
  };
}
