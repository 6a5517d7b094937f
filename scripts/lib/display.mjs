// Starting Electron, or something that starts Electron, with the runtime of the set-up and a screen to draw on.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { executableName, runtimeEnv } from '../runtime.mjs';
import { needsVirtualDisplay } from '../setup.mjs';
import { isRoot, say, show, toolEnv } from './steps.mjs';

export function electronEnv(runtime, extra = {}) {
  const env = toolEnv({ ...runtimeEnv(runtime), ...extra });
  // Editors' terminals leave this behind, and with it Electron is only a Node.
  delete env.ELECTRON_RUN_AS_NODE;
  return env;
}

/** As root Chromium refuses its sandbox. Only ever said here, never by the app. */
export const sandboxArguments = isRoot ? ['--no-sandbox'] : [];

/** A command under a virtual screen where there is no real one. */
export function onScreen(program, args) {
  if (!needsVirtualDisplay) return [program, args];
  return ['xvfb-run', ['-a', '-s', '-screen 0 2560x1440x24', program, ...args]];
}

export function openApp(runtime, args) {
  hintAtMissingSandbox();
  const wayland = needsVirtualDisplay && process.env.WAYLAND_DISPLAY ? ['--ozone-platform-hint=auto'] : [];
  return show(join(runtime.electronDist, executableName()), [...sandboxArguments, ...wayland, '.', ...args], {
    env: electronEnv(runtime),
  });
}

function hintAtMissingSandbox() {
  if (process.platform !== 'linux' || isRoot) return;
  const forbids = (file, value) => existsSync(file) && readFileSync(file, 'utf8').trim() === value;
  if (
    forbids('/proc/sys/kernel/apparmor_restrict_unprivileged_userns', '1') ||
    forbids('/proc/sys/kernel/unprivileged_userns_clone', '0')
  ) {
    say(
      'This system restricts user namespaces, which the sandbox around the screens needs. If the app stops at once:',
    );
    say('  sudo sysctl kernel.apparmor_restrict_unprivileged_userns=0 kernel.unprivileged_userns_clone=1');
  }
}
