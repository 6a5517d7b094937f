// Helpers shared by every script: where things are, what to say, how to run a program.
// Plain Node >= 20 without dependencies: these run before the install.

import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../', import.meta.url)).replace(/[\\/]$/, '');
export const modules = join(root, 'node_modules');
export const userCache = join(
  process.env.XDG_CACHE_HOME ||
    (process.platform === 'win32' && process.env.LOCALAPPDATA) ||
    join(homedir(), '.cache'),
  'vitrine',
);
export const projectCache = join(modules, '.cache');
export const isRoot = process.getuid?.() === 0;

/** A failure the person at the keyboard can do something about: what happened, and what to do next. */
export class SetupFailure extends Error {
  constructor(what, next) {
    super(what);
    this.next = next;
  }
}

let out = process.stdout;

/** Scripts whose own output is data (`npm run shop -- --json`) send everything said here to stderr. */
export function speakOnStderr() {
  out = process.stderr;
}

/** The file descriptor that is spoken to, for programs whose output belongs to ours. */
export function spokenTo() {
  return out.fd;
}

export function say(text = '') {
  out.write(`${text}\n`);
}

export function seconds(since) {
  return `${((Date.now() - since) / 1000).toFixed(1)} s`;
}

/** One line that is rewritten on a terminal, and printed sparingly into a log. */
export function progress(label) {
  let lastShown = 0;
  let lastText = '';
  const everyMs = out.isTTY ? 200 : 10_000;
  const show = (text) => {
    if (out.isTTY) out.write(`\r\x1b[2K  ${label}: ${text}`);
    else out.write(`  ${label}: ${text}\n`);
    lastText = text;
    lastShown = Date.now();
  };
  return {
    update(text) {
      if (text !== lastText && Date.now() - lastShown >= everyMs) show(text);
    },
    done(text) {
      if (out.isTTY) out.write(`\r\x1b[2K  ${label}: ${text}\n`);
      else out.write(`  ${label}: ${text}\n`);
    },
  };
}

export function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/** Written beside and renamed, so that a reader never sees half a file. */
export function writeAtomically(file, text) {
  mkdirSync(dirname(file), { recursive: true });
  const temporary = `${file}.${process.pid}.tmp`;
  writeFileSync(temporary, text);
  renameSync(temporary, file);
}

export function hashOf(...parts) {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part).update('\0');
  return hash.digest('hex').slice(0, 16);
}

export function onPath(program) {
  const folders = (process.env.PATH ?? '').split(delimiter).concat('/usr/sbin', '/sbin');
  return folders.map((folder) => join(folder, program)).find((file) => existsSync(file));
}

/** The project's own programs first, and the Node the lock file pins. */
export function toolEnv(extra = {}) {
  return { ...process.env, PATH: [join(modules, '.bin'), process.env.PATH].join(delimiter), ...extra };
}

export function bin(name) {
  return join(modules, '.bin', process.platform === 'win32' ? `${name}.cmd` : name);
}

/** The Node of the lock file, or the one running this when it is not installed yet. */
export function pinnedNode() {
  const file = join(modules, 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  return existsSync(file) ? file : process.execPath;
}

/** Runs a program with its output shown; answers its exit code. */
export function show(program, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: root,
      stdio: options.stdio ?? ['inherit', out.fd, 2],
      shell: process.platform === 'win32' && program.endsWith('.cmd'),
      ...options,
      env: options.env ?? toolEnv(),
    });
    // The child gets Ctrl+C from the terminal itself and decides; a plain kill of this script is passed on.
    const stop = () => child.kill('SIGTERM');
    const wait = () => {};
    process.on('SIGTERM', stop).on('SIGINT', wait);
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      process.removeListener('SIGTERM', stop).removeListener('SIGINT', wait);
      resolve(code ?? (signal === 'SIGINT' ? 130 : 1));
    });
  });
}

/** Runs a program quietly; answers its exit code and everything it printed. */
export function capture(program, args, options = {}) {
  const { onOutput, ...rest } = options;
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32' && program.endsWith('.cmd'),
      ...rest,
      env: options.env ?? toolEnv(),
    });
    let stdout = '';
    let text = '';
    child.stdout.setEncoding('utf8').on('data', (chunk) => {
      stdout += chunk;
      text += chunk;
      onOutput?.(chunk);
    });
    child.stderr.setEncoding('utf8').on('data', (chunk) => {
      text += chunk;
      onOutput?.(chunk);
    });
    child.once('error', reject);
    child.once('close', (code) => resolve({ code: code ?? 1, stdout, text }));
  });
}

export function lastLines(text, count = 25) {
  return text.trimEnd().split('\n').slice(-count).join('\n');
}

export function hasPasswordlessSudo() {
  return Boolean(onPath('sudo')) && spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status === 0;
}

/**
 * Only one set-up at a time per user: two clones, or two terminals, would otherwise install over each other.
 * The lock names its owner, so that a lock left by a killed process is taken over.
 */
export async function withLock(name, work) {
  const lock = join(userCache, `${name}.lock`);
  mkdirSync(userCache, { recursive: true });
  let told = false;
  for (;;) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' });
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      const owner = Number(readTextOrEmpty(lock));
      if (!isRunning(owner)) {
        rmSync(lock, { force: true });
        continue;
      }
      if (!told) say(`  Another set-up is running (process ${owner}); waiting for it to finish …`);
      told = true;
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  }
  const release = () => rmSync(lock, { force: true });
  process.once('exit', release);
  try {
    return await work();
  } finally {
    process.removeListener('exit', release);
    release();
  }
}

function readTextOrEmpty(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

function isRunning(pid) {
  if (!pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** Wraps a script's body: a known failure is explained, anything else shows its stack; both end non-zero. */
export async function main(body) {
  try {
    const code = await body();
    process.exitCode = code ?? 0;
  } catch (error) {
    if (error instanceof SetupFailure) {
      process.stderr.write(`\n✗ ${error.message}\n`);
      if (error.next) process.stderr.write(`  Next: ${error.next}\n`);
    } else {
      process.stderr.write(`\n${error?.stack ?? error}\n`);
    }
    process.exitCode = 1;
  }
}

export function isMain(meta) {
  return process.argv[1] !== undefined && fileURLToPath(meta.url) === process.argv[1];
}
