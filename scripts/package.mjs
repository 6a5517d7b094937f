// `npm run package`: the app as it is shipped. Without arguments the unpacked app for this platform; what follows `--`
// goes to electron-builder, e.g. `npm run package -- --linux AppImage deb`.

import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { buildWhenChanged } from './lib/build.mjs';
import {
  bin,
  capture,
  isMain,
  lastLines,
  main,
  progress,
  root,
  SetupFailure,
  say,
  seconds,
  toolEnv,
} from './lib/steps.mjs';
import { setUp } from './setup.mjs';

const PLATFORM = { linux: '--linux', darwin: '--mac', win32: '--win' }[process.platform];

/** Packages what is in out/ and answers the program to start (of the unpacked app). */
export async function packageApp(runtime, args = [PLATFORM, 'dir']) {
  const started = Date.now();
  const line = progress('Packaging');
  line.update(`electron-builder ${args.join(' ')} …`);
  const timer = setInterval(
    () => line.update(`electron-builder ${args.join(' ')}: ${seconds(started)}`),
    1000,
  );
  const env = toolEnv();
  // scripts/lib/after-pack.cjs puts it where the driver looks for its own.
  if (runtime.nativeBinding) env.VITRINE_NATIVE_BINDING = runtime.nativeBinding;
  else delete env.VITRINE_NATIVE_BINDING;
  let result;
  try {
    result = await capture(
      bin('electron-builder'),
      [
        ...args,
        '--publish=never',
        `-c.electronDist=${runtime.electronDist}`,
        `-c.electronVersion=${runtime.electronVersion}`,
      ],
      { env },
    );
  } finally {
    clearInterval(timer);
  }
  if (result.code !== 0) {
    line.done('failed');
    throw new SetupFailure(
      `electron-builder failed:\n${lastLines(result.text, 25)}`,
      'AppImage, deb, NSIS and dmg download their tools: where the network does not allow it, package the folder (no arguments).',
    );
  }
  line.done(`done (${seconds(started)})`);
  return unpackedProgram();
}

function unpackedProgram() {
  const program = {
    linux: ['linux-unpacked/vitrine', 'linux-arm64-unpacked/vitrine'],
    win32: ['win-unpacked/Vitrine.exe', 'win-arm64-unpacked/Vitrine.exe'],
    darwin: ['mac/Vitrine.app/Contents/MacOS/Vitrine', 'mac-arm64/Vitrine.app/Contents/MacOS/Vitrine'],
  }[process.platform];
  return program.map((path) => join(root, 'dist', path)).find((path) => existsSync(path));
}

if (isMain(import.meta)) {
  await main(async () => {
    const runtime = await setUp();
    await buildWhenChanged();
    const args = process.argv.slice(2);
    const program = await packageApp(runtime, args.length > 0 ? args : undefined);
    if (runtime.source === 'fallback') {
      say(
        `  It contains Electron ${runtime.electronVersion}, the one this machine could get: good to try, not to ship.`,
      );
    }
    if (program) say(`The app: ${program}`);
    const archives = readdirSync(join(root, 'dist')).filter((name) =>
      /\.(AppImage|deb|exe|dmg|zip)$/.test(name),
    );
    for (const name of archives) say(`The installer: ${join(root, 'dist', name)}`);
  });
}
