import type { BuildKind } from '@shared/contract/updates';
import type { Updater } from '../kernel/devices';
import { fail } from '../kernel/errors';

/** For a build that cannot renew itself: it says which one it is, and asks nobody. */
export function idleUpdater(version: string, build: Exclude<BuildKind, 'self'>): Updater {
  return {
    version,
    build,
    waiting: null,
    look: async () => fail('UPDATE_NOT_HERE'),
    fetch: async () => fail('UPDATE_NOT_HERE'),
    forget() {},
  };
}
