import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { chmodSync, closeSync, mkdtempSync, openSync, readdirSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PeerPerson } from './peers';

/** A folder for a server that must not run as root: readable by the account it runs under. */
export function serverFolder(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `vitrine-bench-${name}-`));
  chmodSync(folder, 0o777);
  return folder;
}

/** The first of these programs that is installed; `*` stands for a version. */
export function findProgram(candidates: readonly string[]): string | null {
  for (const candidate of candidates) {
    if (candidate.includes('*')) {
      const [before = '', after = ''] = candidate.split('*');
      const versions = spawnSync('ls', [before], { encoding: 'utf8' }).stdout.split('\n').filter(Boolean);
      const found = versions.map((version) => before + version + after).find(isProgram);
      if (found) return found;
    } else if (isProgram(candidate)) return candidate;
  }
  return null;
}

const isProgram = (file: string) => spawnSync('test', ['-x', file]).status === 0;

/** Servers refuse to run as root; Debian's packages bring an account of their own. */
export function asAccount(account: string, command: readonly string[]): string[] {
  return process.getuid?.() === 0 ? ['runuser', '-u', account, '--', ...command] : [...command];
}

/** Runs to its end and answers what it printed. */
export function runTool(command: readonly string[], input?: string): string {
  const [program = '', ...args] = command;
  return execFileSync(program, args, {
    encoding: 'utf8',
    input,
    maxBuffer: 2 ** 28,
    stdio: ['pipe', 'pipe', 'pipe'],
  });
}

/** Starts a server in the background; `stop` ends it by its own id. */
export function startServer(command: readonly string[]): ChildProcess {
  const [program = '', ...args] = command;
  return spawn(program, args, { stdio: 'ignore', detached: false });
}

/** Waits until the check passes. */
export function waitUntil(check: () => boolean): void {
  for (let tries = 0; tries < 300; tries += 1) {
    if (check()) return;
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
  }
  throw new Error('the server did not start within a minute');
}

/** Everybody as tab-separated lines, which both servers load in bulk. */
export function writePeople(file: string, people: Iterable<PeerPerson>): void {
  const handle = openSync(file, 'w', 0o644);
  let lines: string[] = [];
  let id = 0;
  const flush = () => {
    writeSync(handle, lines.join(''));
    lines = [];
  };
  for (const person of people) {
    id += 1;
    lines.push(`${id}\t${person.map((value) => value.replace(/[\t\n\\]/g, ' ')).join('\t')}\n`);
    if (lines.length >= 5000) flush();
  }
  flush();
  closeSync(handle);
}

/** Removes what a server left. */
export function removeFolder(folder: string): void {
  for (const entry of readdirSync(folder)) rmSync(join(folder, entry), { recursive: true, force: true });
  rmSync(folder, { recursive: true, force: true });
}
