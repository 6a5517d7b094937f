// `npm start`: set up, build what changed, open the app. Arguments after `--` are the app's.

import { buildWhenChanged } from './lib/build.mjs';
import { openApp } from './lib/display.mjs';
import { main, say } from './lib/steps.mjs';
import { setUp } from './setup.mjs';
import { runTour } from './tour.mjs';

await main(async () => {
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) {
    say('There is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set), so no window can open.');
    say('Running the guided tour on a virtual screen instead; it leaves its pictures in tour/.');
    return runTour();
  }
  const runtime = await setUp({ virtualDisplay: false });
  await buildWhenChanged();
  say('Opening Vitrine …');
  return openApp(runtime, process.argv.slice(2));
});
