// `npm run test:faults`: power cuts, full disks, flipped bits, killed processes. `-- --thorough` takes the long way.

import { buildWhenChanged } from './lib/build.mjs';
import { electronEnv, onScreen } from './lib/display.mjs';
import { bin, main, show } from './lib/steps.mjs';
import { setUp } from './setup.mjs';

await main(async () => {
  const thorough = process.argv.includes('--thorough');
  const rest = process.argv.slice(2).filter((argument) => argument !== '--thorough');
  const runtime = await setUp({ tests: true });
  await buildWhenChanged();
  return show(...onScreen(bin('vitest'), ['run', '--config', 'tests/faults/vitest.config.ts', ...rest]), {
    env: electronEnv(runtime, thorough ? { VITRINE_THOROUGH: '1' } : {}),
  });
});
