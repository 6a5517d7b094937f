import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { keyFileName, syncFolder, writeFileDurably } from '../../kernel/key-file';
import { databaseName, shopFolder } from '../../kernel/open-shop';

/**
 * A restore never writes into the shop's folder: a database restored beside an old write-ahead log is corrupt. The
 * checked copy is staged in a folder of its own, the current folder is renamed away and kept, and the staged one is
 * renamed into its place. What is meant is written down before the first rename, so that each state a crash can
 * leave has one way on, taken at the next start.
 */
const stagedName = 'shop.restoring';
const keptPrefix = 'shop.before-';
const intentName = 'restore.json';

const intentSchema = z.object({ incoming: z.string(), kept: z.string().nullable() });

/** Where the copy is put together. */
export const stagedFolder = (home: string) => join(home, stagedName);

/** A database that a restore set aside. */
export interface KeptShop {
  readonly folder: string;
  /** Epoch milliseconds: when it was set aside. */
  readonly setAsideAt: number;
  readonly sizeBytes: number;
}

/** Every database set aside by a restore, newest first. */
export function listKeptShops(home: string): KeptShop[] {
  if (!existsSync(home)) return [];
  return readdirSync(home)
    .filter((name) => name.startsWith(keptPrefix) && existsSync(join(home, name, databaseName)))
    .map((name) => ({
      folder: join(home, name),
      setAsideAt: Number(name.slice(keptPrefix.length)),
      sizeBytes: statSync(join(home, name, databaseName)).size,
    }))
    .sort((a, b) => b.setAsideAt - a.setAsideAt);
}

/**
 * Puts `incoming` (a folder inside `home`) in the place of the current shop, which must be closed. Returns where the
 * current one was kept, or null when there was none.
 */
export function swapIn(home: string, incoming: string, now: number): string | null {
  const current = shopFolder(home);
  const kept = existsSync(current) ? freeKeptFolder(home, now) : null;
  const intent = { incoming: basename(incoming), kept: kept && basename(kept) };
  writeFileDurably(join(home, intentName), JSON.stringify(intent));
  if (kept) {
    renameSync(current, kept);
    syncFolder(home);
  }
  renameSync(incoming, current);
  syncFolder(home);
  forgetIntent(home);
  return kept;
}

/** Takes a swap back at once: what came in goes to `target`, and what was kept returns. Used when it does not open. */
export function swapBack(home: string, target: string, kept: string | null): void {
  renameSync(shopFolder(home), target);
  if (kept) renameSync(kept, shopFolder(home));
  syncFolder(home);
}

/** A name that is not taken: two restores within one millisecond, or a clock that stands still. */
function freeKeptFolder(home: string, now: number): string {
  let at = now;
  while (existsSync(join(home, `${keptPrefix}${at}`))) at += 1;
  return join(home, `${keptPrefix}${at}`);
}

/**
 * Settles what a crash in the middle of a restore left behind; run before the shop is opened. A swap that was begun
 * is finished, or taken back where what should come in is not whole; a copy that was still being staged is removed.
 * Without a swap that was begun nothing is put into an empty place. Returns what was done.
 */
export function settleInterruptedRestore(home: string): 'nothing' | 'finished' | 'put back' | 'cleared' {
  const current = shopFolder(home);
  const intent = readIntent(home);
  const outcome = intent && !existsSync(current) ? finishSwap(home, current, intent) : 'nothing';
  forgetIntent(home);
  const staged = stagedFolder(home);
  if (!existsSync(staged)) return outcome;
  rmSync(staged, { recursive: true, force: true });
  return outcome === 'nothing' ? 'cleared' : outcome;
}

type Intent = z.infer<typeof intentSchema>;

function finishSwap(home: string, current: string, intent: Intent): 'nothing' | 'finished' | 'put back' {
  const incoming = join(home, intent.incoming);
  const kept = intent.kept && join(home, intent.kept);
  const chosen = isComplete(incoming) ? incoming : kept && existsSync(kept) ? kept : null;
  if (!chosen) return 'nothing';
  renameSync(chosen, current);
  syncFolder(dirname(current));
  return chosen === incoming ? 'finished' : 'put back';
}

function readIntent(home: string): Intent | null {
  try {
    const intent = intentSchema.parse(JSON.parse(readFileSync(join(home, intentName), 'utf8')));
    // Names inside `home` only: the file could have been written by anybody who may write there.
    const names = [intent.incoming, intent.kept].filter((name) => name !== null);
    return names.every((name) => name === stagedName || name.startsWith(keptPrefix)) ? intent : null;
  } catch {
    return null;
  }
}

function forgetIntent(home: string): void {
  rmSync(join(home, intentName), { force: true });
}

/** The key file is written last when a copy is staged. */
function isComplete(folder: string): boolean {
  return existsSync(join(folder, databaseName)) && existsSync(join(folder, keyFileName));
}
