import { join } from 'node:path';
import type { BackupResult } from '@shared/contract/backups';
import type { ErrorParams } from '@shared/contract/errors';
import { Failure, fail } from '../../kernel/errors';
import type { ActionContext } from '../../kernel/handlers';
import { databaseName, readMeta } from '../../kernel/open-shop';
import { checkPlace } from '../../kernel/places';
import type { ShopHandle } from '../../kernel/shop-handle';
import { runJob } from '../../workers/run-job';
import { findShop } from '../shop/shop.sql';
import { backupFolders, sizeOf } from './backup-files';
import { type BackupInput, backupShares, type MadeBackup } from './backup-job';
import { insertBackup, listDamagedIds, listPlaces, markPruned, type PlaceRow } from './backups.sql';

const pollEveryMs = 150;

/**
 * Copies the open shop to every place, one after the other, and records what came of each. One that fails does not
 * stop the others. Fails with NO_PLACES, or CANCELLED: then the copies already proved stay, and nothing half-made.
 */
export async function runCopies(context: ActionContext, dayCloseId: string | null): Promise<BackupResult[]> {
  const shop = context.shop ?? fail('NO_SHOP');
  const places = listPlaces(context.db);
  if (places.length === 0) fail('NO_PLACES');
  const results: BackupResult[] = [];
  for (const [index, place] of places.entries()) {
    const progress = (step: string, done: number) =>
      context.progress(step, index * 1000 + done, places.length * 1000);
    const result = await copyTo(context, shop, place, dayCloseId, progress);
    results.push(result);
    context.touch('backups');
  }
  return results;
}

async function copyTo(
  context: ActionContext,
  shop: ShopHandle,
  place: PlaceRow,
  dayCloseId: string | null,
  progress: (step: string, done: number) => void,
): Promise<BackupResult> {
  const startedAt = Date.now();
  const backupId = context.newId();
  let made: MadeBackup | null = null;
  let error: string | null = null;
  try {
    if (isWorking()) progress('backups.step.waiting', 0);
    await waitForJobs();
    if (context.signal.aborted) throw new Failure('CANCELLED');
    checkPlace(place.folder, context.home);
    made = await copyWithProgress(context, inputFor(context, shop, place, backupId), progress);
  } catch (problem) {
    // Released at once; the thread clears away behind itself.
    if (context.signal.aborted) throw new Failure('CANCELLED');
    error = codeOf(problem);
    context.log.error('backup failed', problem, { code: error });
  }
  const durationMs = Date.now() - startedAt;
  const result = resultOf(place, backupId, { made, error, startedAt: context.now, durationMs });
  context.transact(({ db, about }) => {
    about('backup', backupId, [result.outcome]);
    insertBackup(db, {
      id: backupId,
      place_id: place.id,
      day_close_id: dayCloseId,
      folder: result.folder,
      day: context.today,
      started_at: context.now,
      finished_at: context.now + durationMs,
      duration_ms: durationMs,
      size_bytes: result.sizeBytes,
      sha256: made?.manifest.sha256 ?? null,
      counts: result.counts && JSON.stringify(result.counts),
      log_head: result.logHead,
      log_count: result.logCount,
      outcome: result.outcome,
      error,
      checked_at: made ? context.now + durationMs : null,
    });
    markPruned(db, made?.prunedIds ?? []);
  });
  return result;
}

function inputFor(context: ActionContext, shop: ShopHandle, place: PlaceRow, id: string): BackupInput {
  return {
    location: shop.location,
    shopFolder: shop.folder,
    place: place.folder,
    id,
    shopId: readMeta(context.db).get('shop_id') ?? '',
    shopName: findShop(context.db)?.name ?? '',
    counter: shop.counter,
    madeAt: context.now,
    day: context.today,
    doubtedIds: listDamagedIds(context.db),
  };
}

/** Copies say nothing while they run: how far they are is seen from the size of what they write. */
async function copyWithProgress(
  context: ActionContext,
  input: BackupInput,
  progress: (step: string, done: number) => void,
): Promise<MadeBackup> {
  const target = join(backupFolders(input).partial, databaseName);
  let step = '';
  const timer = setInterval(() => {
    if (step !== 'backups.step.copy') return;
    const share = Math.min(1, sizeOf(target) / Math.max(1, sizeOf(input.location.file)));
    progress(step, Math.round(share * (backupShares.check - backupShares.copy)));
  }, pollEveryMs);
  try {
    return await releaseOnCancel(
      context,
      runJob('backUp', input, {
        signal: context.signal,
        onProgress: (now, done) => {
          step = now;
          progress(now, done);
        },
      }),
    );
  } finally {
    clearInterval(timer);
  }
}

const stillEnding = new Set<Promise<unknown>>();
const isWorking = () => stillEnding.size > 0;

/**
 * The job's result, or CANCELLED as soon as the person cancels: one statement of the database cannot be interrupted,
 * and nobody should wait for it. The job clears away behind itself; `waitForJobs` waits for that.
 */
export async function releaseOnCancel<T>({ signal }: ActionContext, job: Promise<T>): Promise<T> {
  const settled = job.catch(() => {}).finally(() => stillEnding.delete(settled));
  stillEnding.add(settled);
  let release = () => {};
  const cancelled = new Promise<never>((_, reject) => {
    release = () => reject(new Failure('CANCELLED'));
    signal.addEventListener('abort', release, { once: true });
  });
  try {
    return await Promise.race([job, cancelled]);
  } finally {
    signal.removeEventListener('abort', release);
  }
}

/** Waits until every job, cancelled ones too, has let go of the database and of its place. */
export async function waitForJobs(): Promise<void> {
  while (stillEnding.size > 0) await Promise.all(stillEnding);
}

function resultOf(
  place: PlaceRow,
  backupId: string,
  {
    made,
    error,
    startedAt,
    durationMs,
  }: { made: MadeBackup | null; error: string | null; startedAt: number; durationMs: number },
): BackupResult {
  const manifest = made?.manifest ?? null;
  const head = manifest?.logHeads.find(({ counter }) => counter === manifest.counter) ?? null;
  return {
    backupId,
    placeId: place.id,
    label: place.label,
    outcome: made ? 'verified' : 'failed',
    error,
    folder: made?.folder ?? null,
    startedAt,
    durationMs,
    sizeBytes: manifest?.sizeBytes ?? null,
    counts: manifest?.counts ?? null,
    logHead: head?.hash ?? null,
    logCount: head?.count ?? null,
    pruned: made?.prunedIds.length ?? 0,
  };
}

const codeOfSystemError: Record<string, string> = {
  ENOSPC: 'DISK_FULL',
  EDQUOT: 'DISK_FULL',
  SQLITE_FULL: 'DISK_FULL',
  ENOENT: 'PLACE_NOT_FOUND',
  ENOTDIR: 'PLACE_NOT_FOUND',
  ENODEV: 'PLACE_NOT_FOUND',
  EACCES: 'PLACE_NOT_WRITABLE',
  EPERM: 'PLACE_NOT_WRITABLE',
  EROFS: 'PLACE_NOT_WRITABLE',
  SQLITE_READONLY: 'PLACE_NOT_WRITABLE',
  SQLITE_CANTOPEN: 'PLACE_NOT_WRITABLE',
};

/** Why a copy failed, as a code with words. */
export function codeOf(problem: unknown): string {
  if (problem instanceof Failure) return problem.code;
  const code = String((problem as { code?: unknown } | null)?.code ?? '');
  return codeOfSystemError[code] ?? 'PLACE_FAILED';
}

/** A failure's params survive; anything else of the file system becomes a code with words. */
export function asFailure(problem: unknown): Failure {
  const params: ErrorParams = problem instanceof Failure ? problem.params : {};
  return new Failure(codeOf(problem), params);
}
