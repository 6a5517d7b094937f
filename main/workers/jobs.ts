import type { JobContext } from './job-context';

/** A job: plain data in, plain data out. */
export type Job = (input: never, context: JobContext) => unknown;

/** Every job a worker can run. One line each; a thread reads the modules of its own job only. */
export const jobs = {
  importFile: async () => (await import('../features/imports/import-job')).importFile,
  undoImport: async () => (await import('../features/imports/undo-import')).undoImport,
  checkShop: async () => (await import('../features/doctor/doctor-job')).checkShop,
  rebuildDerived: async () => (await import('../features/doctor/doctor-job')).rebuildDerived,
  backUp: async () => (await import('../features/backups/backup-job')).backUp,
  verifyBackup: async () => (await import('../features/backups/backup-job')).verifyBackup,
  stageRestore: async () => (await import('../features/backups/restore-job')).stageRestore,
  drillRestore: async () => (await import('../features/backups/drill-job')).drillRestore,
  surveyPlaces: async () => (await import('../features/backups/survey-job')).surveyPlaces,
  compareSince: async () => (await import('../features/backups/survey-job')).compareSince,
  refreshCoPurchases: async () =>
    (await import('../features/recommendations/co-purchase-job')).refreshCoPurchases,
  listRetention: async () => (await import('../features/privacy/retention-job')).listRetention,
  tidyIndex: async () => (await import('../features/privacy/tidy-job')).tidyIndex,
  gatherIndex: async () => (await import('../features/search/gather-job')).gatherIndex,
  fillSample: async () => (await import('../features/sample/sample-job')).fillSampleShop,
  updateShop: async () => (await import('../features/setup/update-job')).updateShop,
} satisfies Record<string, () => Promise<Job>>;

export type JobName = keyof typeof jobs;
/** What a job is, by its name. */
export type JobOf<N extends JobName> = Awaited<ReturnType<(typeof jobs)[N]>>;
