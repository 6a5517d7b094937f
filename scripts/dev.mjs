// `npm run dev`: the app with hot reload. Needs a display.

import { forgetBuild } from './lib/build.mjs';
import { electronEnv, sandboxArguments } from './lib/display.mjs';
import { bin, main, SetupFailure, say, show } from './lib/steps.mjs';
import { setUp } from './setup.mjs';

await main(async () => {
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) {
    throw new SetupFailure(
      'There is no display here, so there is nothing to develop on.',
      'run it under a virtual one (xvfb-run -a npm run dev), or `npm run tour` for pictures.',
    );
  }
  const runtime = await setUp({ virtualDisplay: false });
  // Hot reload writes into out/, too: an edit that is taken back later would stay in there unseen.
  forgetBuild();
  say('Screens reload when saved; main restarts when saved. Ctrl+C ends it.');
  const own = process.argv.slice(2);
  const forApp = [...sandboxArguments, ...own];
  return show(bin('electron-vite'), ['dev', '--watch', ...(forApp.length > 0 ? ['--', ...forApp] : [])], {
    env: electronEnv(runtime),
  });
});
