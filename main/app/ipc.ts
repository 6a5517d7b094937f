import type { CallMessage, Envelope, Progress } from '@shared/contract/errors';
import type { Topic } from '@shared/contract/topics';
import { BrowserWindow, ipcMain } from 'electron';
import { z } from 'zod';
import type { Dispatcher } from '../kernel/dispatch';
import { isTrustedSender } from './security';

const messageSchema = z.object({
  operation: z.string().max(100),
  input: z.unknown(),
  requestId: z.uuid(),
});

const refuse = (code: string): Envelope => ({ ok: false, code, params: {}, ref: 'door' });

/** The only door between page and main: checks who knocks, then hands over to the dispatcher. */
export function listen(dispatcher: Dispatcher): void {
  ipcMain.handle('call', async (event, raw: unknown): Promise<Envelope> => {
    if (!isTrustedSender(event.senderFrame)) return refuse('NOT_ALLOWED');
    const message = messageSchema.safeParse(raw);
    if (!message.success) return refuse('INVALID_INPUT');
    return dispatcher.call(message.data as CallMessage);
  });
  ipcMain.on('cancel', (event, requestId: unknown) => {
    if (isTrustedSender(event.senderFrame) && typeof requestId === 'string') dispatcher.cancel(requestId);
  });
}

/** Tells every window of ours. */
export function tellScreens(channel: 'changed' | 'progress', payload: readonly Topic[] | Progress): void {
  for (const window of BrowserWindow.getAllWindows()) {
    if (!window.webContents.isDestroyed()) window.webContents.send(channel, payload);
  }
}
