import { backUp, verifyBackup } from '../features/backups/backup-job';
import { drillRestore } from '../features/backups/drill-job';
import { stageRestore } from '../features/backups/restore-job';
import { compareSince, surveyPlaces } from '../features/backups/survey-job';
import { checkShop, rebuildDerived } from '../features/doctor/doctor-job';
import { importFile } from '../features/imports/import-job';
import { undoImport } from '../features/imports/undo-import';
import { listRetention } from '../features/privacy/retention-job';
import { tidyIndex } from '../features/privacy/tidy-job';
import { refreshCoPurchases } from '../features/recommendations/co-purchase-job';
import { fillSampleShop } from '../features/sample/sample-job';
import { gatherIndex } from '../features/search/gather-job';
import { updateShop } from '../features/setup/update-job';
import type { JobContext } from './job-context';

/** A job: plain data in, plain data out. */
export type Job = (input: never, context: JobContext) => unknown;

/** Every job a worker can run. One line each. */
export const jobs = {
  importFile,
  undoImport,
  checkShop,
  rebuildDerived,
  backUp,
  verifyBackup,
  stageRestore,
  drillRestore,
  surveyPlaces,
  compareSince,
  refreshCoPurchases,
  listRetention,
  tidyIndex,
  gatherIndex,
  fillSample: fillSampleShop,
  updateShop,
} satisfies Record<string, Job>;

export type JobName = keyof typeof jobs;
