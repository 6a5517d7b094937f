// `npm run shop -- …`: the command line. Its own output is all that goes to stdout; setting up speaks on stderr.

import { join } from 'node:path';
import { buildWhenChanged } from './lib/build.mjs';
import { main, pinnedNode, root, show, speakOnStderr, toolEnv } from './lib/steps.mjs';
import { setUp } from './setup.mjs';

await main(async () => {
  speakOnStderr();
  await setUp({ electron: false });
  await buildWhenChanged();
  const env = toolEnv();
  // Node has the driver's own binary; the one compiled for an older Electron is not for it.
  delete env.VITRINE_NATIVE_BINDING;
  return show(pinnedNode(), [join(root, 'out', 'main', 'shop.js'), ...process.argv.slice(2)], {
    // Paths in its arguments are relative to where the person is.
    cwd: process.env.INIT_CWD ?? process.cwd(),
    stdio: 'inherit',
    env,
  });
});
