import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchApp, preparedSample, tell } from './app';

/**
 * Before a run: the app makes its sample shop once, in the way it does for anybody, and each test works on a copy of its own.
 * Making it takes seconds, of every test; that one press makes it, a test of `open-the-shop.spec.ts` shows.
 */
export default async function prepareSample(): Promise<() => void> {
  const home = mkdtempSync(join(tmpdir(), 'vitrine-e2e-sample-'));
  const running = await launchApp({ profile: home });
  await tell(running.page, 'setup.openSample', {});
  await running.close();
  process.env[preparedSample] = join(home, 'sample');
  return () => rmSync(home, { recursive: true, force: true });
}
