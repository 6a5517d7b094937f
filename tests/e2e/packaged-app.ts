import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type Browser, chromium, type Page } from '@playwright/test';

/** The packaged program, where `npm test` or somebody by hand has made one. */
export const packagedProgram = process.env.VITRINE_PACKAGED ?? '';

/** A packaged app that runs: Playwright reaches its page through Chromium's own door, since Node's is welded shut. */
export interface PackagedApp {
  readonly page: Page;
  /** What it wrote to stderr so far. */
  readonly said: () => string;
  /** Ends it as a power cut ends a process. */
  kill(): Promise<void>;
  /** Asks it to quit, as the end of a desktop session does. */
  close(): Promise<void>;
}

interface StartOptions {
  readonly profile: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly args?: readonly string[];
}

const startsWithinMs = 30_000;

/** Starts the packaged app on a profile and waits for its first screen. */
export async function startPackaged({ profile, env = {}, args = [] }: StartOptions): Promise<PackagedApp> {
  const portFile = join(profile, 'DevToolsActivePort');
  rmSync(portFile, { force: true });
  // As root Chromium refuses its sandbox; the app itself never asks for that.
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const child = spawn(
    packagedProgram,
    [...asRoot, `--user-data-dir=${profile}`, '--remote-debugging-port=0', '--lang=en-GB', ...args],
    { env: { ...process.env, ...env }, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  let stderr = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    stderr += String(chunk);
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const browser = await connect(child, portFile, () => stderr);
  const page = await firstPage(browser);
  await page.waitForSelector('main');
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    await ended;
    await browser.close().catch(() => undefined);
  };
  return {
    page,
    said: () => stderr,
    kill: () => end('SIGKILL'),
    close: () => end('SIGTERM'),
  };
}

async function connect(child: ChildProcess, portFile: string, said: () => string): Promise<Browser> {
  const until = Date.now() + startsWithinMs;
  while (Date.now() < until) {
    if (child.exitCode !== null) throw new Error(`the packaged app ended with ${child.exitCode}: ${said()}`);
    const port = existsSync(portFile) ? readFileSync(portFile, 'utf8').split('\n')[0] : '';
    if (port) return chromium.connectOverCDP(`http://127.0.0.1:${port}`);
    await pause(50);
  }
  throw new Error(`the packaged app did not start: ${said()}`);
}

async function firstPage(browser: Browser): Promise<Page> {
  const [context] = browser.contexts();
  if (!context) throw new Error('the packaged app has no window');
  return context.pages()[0] ?? context.waitForEvent('page');
}
