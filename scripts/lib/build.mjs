// Builds main, preload and renderer into out/, and only when a source has changed since the last build.

import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import {
  bin,
  capture,
  hashOf,
  lastLines,
  pinnedNode,
  progress,
  root,
  SetupFailure,
  seconds,
  withLock,
} from './steps.mjs';

const SOURCES = ['main', 'renderer', 'shared'];
const SINGLE_FILES = [
  'electron.vite.config.ts',
  'scripts/lib/words-as-text.ts',
  'package.json',
  'package-lock.json',
];
const stamp = join(root, 'out', '.built');

export async function buildWhenChanged() {
  if (isBuilt(sourceKey())) return;
  await withLock(`build-${hashOf(root)}`, async () => {
    // Taken before the build: what changes meanwhile is built the next time.
    const key = sourceKey();
    if (isBuilt(key)) return;
    const started = Date.now();
    const line = progress('Building');
    line.update('main, preload and screens …');
    const result = await capture(bin('electron-vite'), ['build', '--logLevel', 'warn']);
    if (result.code !== 0) {
      line.done('failed');
      throw new SetupFailure(
        `The build failed:\n${lastLines(result.text, 30)}`,
        'mend what the lines above name; `npm run types` often says it more clearly.',
      );
    }
    writeFileSync(stamp, key);
    line.done(`done (${seconds(started)})`);
  });
}

/** What lies in out/ is not a build of the sources any more: the next start builds anew. */
export function forgetBuild() {
  rmSync(stamp, { force: true });
}

function isBuilt(key) {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === key;
}

function sourceKey() {
  const parts = [];
  const add = (file) => parts.push(relative(root, file), readFileSync(file));
  for (const name of SINGLE_FILES) add(join(root, name));
  for (const folder of SOURCES) {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true, recursive: true })) {
      if (!entry.isFile() || entry.name.includes('.test.')) continue;
      const file = join(entry.parentPath ?? entry.path, entry.name);
      add(file);
    }
  }
  return hashOf(...parts);
}

/**
 * Bundles one TypeScript entry outside the app (a benchmark) the way the app is bundled, path aliases included,
 * and answers the file to run.
 */
export async function bundle(entry, name) {
  const file = join(root, 'out', name, 'run.js');
  const result = await capture(pinnedNode(), [
    join(root, 'scripts', 'lib', 'bundle.mjs'),
    entry,
    join(root, 'out', name),
  ]);
  if (result.code !== 0 || !existsSync(file)) {
    throw new SetupFailure(
      `${entry} did not build:\n${lastLines(result.text, 30)}`,
      'mend what the lines above name.',
    );
  }
  return file;
}
