import type { ImportReport } from '@shared/contract/imports';
import type { WritableDb } from '../../db/sql';
import type { JobContext } from '../../workers/job-context';
import type { ImportJobOutput, ImportTask } from './import-job-types';
import {
  finishPublishing,
  hashOf,
  preparePublishing,
  refuseOtherFile,
  type Staged,
  stopIfCancelled,
} from './import-steps';
import { fingerprint } from './imports.sql';
import { lineWriter } from './line-writer';
import { customerWriter, publishPurchases, type StepReport, type Writing } from './publish-purchases';
import { attachStage, lastNumbersOf, openForPublishing } from './stage';
import { stageAhead } from './stage-ahead';
import type { StagerNews } from './stager-messages';

/**
 * Imports a purchase file: another thread stages it, and lines that nothing can change any more are written into the shop
 * meanwhile, in the one transaction that everything else follows in. Null where the shop was not as the rows were resolved
 * against it, or where the file was waited for while the shop was.
 */
export async function importPurchases(
  task: ImportTask,
  context: JobContext,
): Promise<ImportJobOutput | null> {
  const hashing = hashOf(task.path);
  const shop = task.publish ? openShopForPurchases(task) : null;
  try {
    const report = await follow(task, context, shop);
    if (report === null) return null;
    const fileHash = await hashing;
    refuseOtherFile(task, fileHash);
    const staged = { report, fileHash };
    if (!shop) return { ...staged, head: null };
    return shop.begin() ? { ...staged, head: shop.publish(staged, context) } : null;
  } finally {
    shop?.close();
  }
}

type ShopForPurchases = ReturnType<typeof openShopForPurchases>;

/** Takes what the stager says until the stage holds everything; null where the file must be read again. */
async function follow(
  task: ImportTask,
  context: JobContext,
  shop: ShopForPurchases | null,
): Promise<ImportReport | null> {
  for await (const news of stageAhead(task)) {
    stopIfCancelled(context);
    if (news.kind === 'seen') shop?.expect(news.fingerprint);
    else if (news.kind === 'read') context.progress('imports.step.read', news.bytesRead, news.bytesTotal);
    else if (news.kind === 'checking') context.progress('imports.step.check', 0, null);
    else if (news.kind === 'staged') return news.report;
    else if (news.kind === 'stalled') {
      // Nobody at the counter waits for a disk.
      if (shop?.hasBegun()) return null;
    } else if (shop) {
      if (!shop.begin()) return null;
      shop.write(news);
    }
  }
  throw new Error('the stager ended without a word');
}

/** The shop's database, in which the import's transaction begins with the first rows that are ready, or at the end. */
function openShopForPurchases(task: ImportTask) {
  const db: WritableDb = openForPublishing(task.location);
  preparePublishing(db);
  let seen = '';
  let writing: Writing | null = null;
  const begun = (): Writing => {
    if (!writing) throw new Error('nothing is written before the transaction has begun');
    return writing;
  };
  return {
    /** What the shop must be like when the transaction begins. */
    expect(fingerprintOfShop: string) {
      seen = fingerprintOfShop;
    },
    hasBegun: () => writing !== null,
    /** False where somebody changed the shop after the rows were looked up in it. */
    begin(): boolean {
      if (writing) return true;
      db.exec('BEGIN IMMEDIATE');
      if (fingerprint(db) !== seen) return false;
      const last = lastNumbersOf(db);
      writing = { last, lines: lineWriter(db, last), customers: customerWriter(db, task) };
      return true;
    },
    write(news: Extract<StagerNews, { kind: 'lines' | 'customers' }>) {
      if (news.kind === 'lines') begun().lines.write(news.lines);
      else begun().customers.write(news.customers);
    },
    /** Everything that waits in the stage; nobody has that open any more. */
    publish(staged: Staged, context: JobContext) {
      const step: StepReport = (name, done, total) => {
        stopIfCancelled(context);
        context.progress(`imports.step.${name}`, done, total);
      };
      attachStage(db, task.location.keyHex, task.stageFile);
      publishPurchases(db, task, begun(), step);
      return finishPublishing(db, task, staged, context);
    },
    /** What is not committed is as if it had never been. */
    close: () => db.close(),
  };
}
