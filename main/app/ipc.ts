import type { Envelope, Progress } from '@shared/contract/errors';
import type { Topic } from '@shared/contract/topics';
import { BrowserWindow, ipcMain } from 'electron';
import { isTrustedSender } from './security';

/** What stands behind the door. */
export interface Answering {
  answer(message: unknown): Promise<Envelope>;
  cancel(requestId: string): void;
}

/** A call that never reached an operation. */
export const refusal = (code: string): Envelope => ({ ok: false, code, params: {}, ref: 'door' });

/**
 * The only door between page and main: checks who knocks, then hands over. What answers may still be loading, since the
 * page is shown meanwhile; whoever knocks early waits.
 */
export function listen(answering: Promise<Answering>): void {
  ipcMain.handle('call', async (event, message: unknown): Promise<Envelope> => {
    if (!isTrustedSender(event.senderFrame)) return refusal('NOT_ALLOWED');
    return (await answering).answer(message);
  });
  ipcMain.on('cancel', async (event, requestId: unknown) => {
    if (isTrustedSender(event.senderFrame) && typeof requestId === 'string')
      (await answering).cancel(requestId);
  });
}

/** Tells every window of ours. */
export function tellScreens(channel: 'changed' | 'progress', payload: readonly Topic[] | Progress): void {
  for (const window of BrowserWindow.getAllWindows()) {
    if (!window.webContents.isDestroyed()) window.webContents.send(channel, payload);
  }
}
