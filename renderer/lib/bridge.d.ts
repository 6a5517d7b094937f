import type { CallMessage, Envelope, Progress } from '@shared/contract/errors';
import type { Topic } from '@shared/contract/topics';

declare global {
  interface Window {
    /** What the preload exposes: see main/preload.ts. */
    readonly vitrine: {
      invoke(message: CallMessage): Promise<Envelope>;
      cancel(requestId: string): void;
      onChanged(listener: (topics: readonly Topic[]) => void): void;
      onProgress(listener: (progress: Progress) => void): void;
    };
  }
}
