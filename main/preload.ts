import { contextBridge, ipcRenderer } from 'electron';
import type { CallMessage, Envelope, Progress } from '../shared/contract/errors';
import type { Topic } from '../shared/contract/topics';

/** All that reaches the page. Nothing here knows a feature. */
const bridge = {
  invoke: (message: CallMessage): Promise<Envelope> => ipcRenderer.invoke('call', message),
  cancel: (requestId: string): void => ipcRenderer.send('cancel', requestId),
  onChanged: (listener: (topics: readonly Topic[]) => void): void => {
    ipcRenderer.on('changed', (_event, topics: readonly Topic[]) => listener(topics));
  },
  onProgress: (listener: (progress: Progress) => void): void => {
    ipcRenderer.on('progress', (_event, progress: Progress) => listener(progress));
  },
};

export type Bridge = typeof bridge;

contextBridge.exposeInMainWorld('vitrine', bridge);
