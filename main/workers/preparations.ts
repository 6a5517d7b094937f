import { prepareDriver } from '../db/open';
import { stagers } from '../features/imports/import-threads';
import type { JobName } from './jobs';

/** What the thread of a job begins with before it is told what to do. What is imported here must be quick to read. */
export const preparations: Partial<Record<JobName, () => void>> = {
  importFile: () => {
    stagers.prepare();
    void import('../features/imports/import-purchases').then(() => prepareDriver());
  },
};
