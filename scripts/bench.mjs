// `npm run bench -- …`: the benchmark of tests/bench/run.ts, bundled like the app and run on the pinned Node.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { buildWhenChanged, bundle } from './lib/build.mjs';
import { electronEnv, onScreen } from './lib/display.mjs';
import { main, pinnedNode, root, SetupFailure, show } from './lib/steps.mjs';
import { setUp } from './setup.mjs';

const ENTRY = 'tests/bench/run.ts';

await main(async () => {
  if (!existsSync(join(root, ENTRY)))
    throw new SetupFailure(`${ENTRY} is missing.`, 'git checkout tests/bench');
  const runtime = await setUp();
  await buildWhenChanged();
  const file = await bundle(ENTRY, 'bench');
  return show(...onScreen(pinnedNode(), ['--expose-gc', file, ...process.argv.slice(2)]), {
    env: electronEnv(runtime),
  });
});
