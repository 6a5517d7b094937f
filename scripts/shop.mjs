// `npm run shop -- …`: the command line. Its own output is all that goes to stdout; setting up speaks on stderr.

import { join } from 'node:path';
import { buildWhenChanged } from './lib/build.mjs';
import { main, pinnedNode, root, show, speakOnStderr, toolEnv } from './lib/steps.mjs';
import { runtimeEnv } from './runtime.mjs';
import { setUp } from './setup.mjs';

await main(async () => {
  speakOnStderr();
  const args = process.argv.slice(2);
  // Only a printed page needs the window's runtime: it is what turns it into a PDF.
  const runtime = await setUp({ electron: args.some((arg) => arg.endsWith('.pdf')) });
  await buildWhenChanged();
  const env = toolEnv(runtime ? runtimeEnv(runtime) : {});
  // Node has the driver's own binary; the one compiled for an older Electron is not for it.
  delete env.VITRINE_NATIVE_BINDING;
  return show(pinnedNode(), [join(root, 'out', 'main', 'shop.js'), ...args], {
    // Paths in its arguments are relative to where the person is.
    cwd: process.env.INIT_CWD ?? process.cwd(),
    stdio: 'inherit',
    env,
  });
});
