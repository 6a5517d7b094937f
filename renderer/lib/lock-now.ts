import { call } from './call';
import { flushDrafts } from './drafts';

/** Locks the counter: what is half typed is written first, while it still may be. */
export function lockNow(): void {
  void flushDrafts().finally(() => call('session.lock', {}));
}
