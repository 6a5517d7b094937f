// Debian's packages: which are missing, and how they get here. Nothing is installed when nothing is missing.

import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import {
  capture,
  hasPasswordlessSudo,
  isRoot,
  lastLines,
  onPath,
  progress,
  SetupFailure,
  say,
  seconds,
} from './steps.mjs';

const LIBRARIES = {
  'libgtk-3.so.0': 'libgtk-3-0',
  'libnss3.so': 'libnss3',
  'libasound.so.2': 'libasound2',
  'libgbm.so.1': 'libgbm1',
};

const CJK_FONT = '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc';

/**
 * What the app needs from the system and does not have.
 * `needed` stops it from running; `useful` only makes it worse (Chinese without a font, tests without a PDF reader).
 */
export function missingPackages({ virtualDisplay, tests }) {
  const needed = [];
  const useful = [];
  if (process.platform !== 'linux') return { needed, useful };

  const known = spawnSync(onPath('ldconfig') ?? 'ldconfig', ['-p'], { encoding: 'utf8' }).stdout ?? '';
  for (const [library, name] of Object.entries(LIBRARIES))
    if (!known.includes(`\t${library} `)) needed.push(name);
  if (virtualDisplay) {
    if (!onPath('Xvfb') || !onPath('xvfb-run')) needed.push('xvfb');
    if (!onPath('xauth')) needed.push('xauth');
  }
  if (!hasChineseFont()) useful.push('fonts-noto-cjk');
  if (tests && !onPath('pdftotext')) useful.push('poppler-utils');
  return { needed, useful };
}

function hasChineseFont() {
  if (existsSync(CJK_FONT)) return true;
  const found = spawnSync('fc-list', [':lang=zh-hk', 'family'], { encoding: 'utf8' });
  return found.status === 0 && found.stdout.trim() !== '';
}

/** `optional` packages are worth a warning, not a stop, when they cannot be installed. */
export async function installDebianPackages(packages, why, { optional = false } = {}) {
  const give = (what, next) => {
    if (!optional) throw new SetupFailure(what, next);
    say(`  ${what}\n  To mend it: ${next}`);
  };

  const list = packages.join(' ');
  if (!onPath('apt-get')) {
    return give(
      `Missing on this system, ${why}: ${list} (Debian's names).`,
      "install them with your system's package manager, then run this again.",
    );
  }
  const asRoot = isRoot ? [] : ['sudo', '-n'];
  if (!isRoot && !hasPasswordlessSudo()) {
    return give(
      `Missing on this system, ${why}: ${list}.`,
      `sudo apt-get install --no-install-recommends ${availableNames(packages).join(' ')}`,
    );
  }

  const started = Date.now();
  const line = progress('System packages');
  line.update(`installing ${list} …`);
  const timer = setInterval(() => line.update(`installing ${list}: ${seconds(started)}`), 1000);
  const apt = (...args) => {
    const [program, ...rest] = [
      ...asRoot,
      'env',
      'DEBIAN_FRONTEND=noninteractive',
      'apt-get',
      '-q',
      '-y',
      ...args,
    ];
    return capture(program, rest, { env: process.env });
  };
  const install = () => apt('install', '--no-install-recommends', ...availableNames(packages));
  let result;
  try {
    result = await install();
    if (result.code !== 0) {
      // A fresh machine has no package lists yet.
      const updated = await apt('update');
      result = updated.code === 0 ? await install() : updated;
    }
  } finally {
    clearInterval(timer);
  }
  if (result.code !== 0) {
    line.done('failed');
    return give(
      `apt-get could not install ${list}:\n${lastLines(result.text, 8)}`,
      `try it by hand: ${isRoot ? '' : 'sudo '}apt-get update && ${isRoot ? '' : 'sudo '}apt-get install ${list}`,
    );
  }
  line.done(`installed ${list} (${seconds(started)})`);
}

/** Newer Debians renamed some libraries (time_t of 64 bits): libgtk-3-0 is libgtk-3-0t64 there. */
function availableNames(packages) {
  return packages.map((name) => {
    const renamed = `${name}t64`;
    const found = spawnSync('apt-cache', ['show', '--no-all-versions', renamed], { stdio: 'ignore' });
    return found.status === 0 ? renamed : name;
  });
}
