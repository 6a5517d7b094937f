// `npm run tour`: drives the real app through the main job on the sample shop and leaves pictures and PDFs in tour/.

import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildWhenChanged } from './lib/build.mjs';
import { electronEnv, onScreen } from './lib/display.mjs';
import { bin, isMain, main, root, SetupFailure, say, seconds, show } from './lib/steps.mjs';
import { setUp } from './setup.mjs';

const folder = join(root, 'tour');

export async function runTour(args = []) {
  const started = Date.now();
  if (!existsSync(join(root, 'tests', 'tour', 'tour.spec.ts'))) {
    throw new SetupFailure(
      'tests/tour/tour.spec.ts, the tour itself, is missing.',
      'git checkout tests/tour',
    );
  }
  const runtime = await setUp();
  await buildWhenChanged();
  // Pictures of an older tour would mix with the new ones.
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  say('The tour: the main job on the sample shop, in the real app …');
  const code = await show(
    ...onScreen(bin('playwright'), ['test', '--config', 'tests/tour/playwright.config.ts', ...args]),
    { env: electronEnv(runtime, { VITRINE_TOUR: folder }) },
  );
  const left = readdirSync(folder).sort();
  say(
    code === 0
      ? `\nThe tour is done (${seconds(started)}).`
      : `\n✗ The tour did not reach its end (${seconds(started)}).`,
  );
  if (left.length > 0) {
    say(`In tour/ (${folder}):`);
    for (const name of left) say(`  ${name}`);
  }
  if (code !== 0) say('Next: the step that failed is named above; the last picture shows where it stood.');
  return code;
}

if (isMain(import.meta)) await main(() => runTour(process.argv.slice(2)));
