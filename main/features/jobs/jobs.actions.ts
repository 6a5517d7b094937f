import type { jobsContract } from '@shared/contract/jobs';
import type { Language } from '@shared/domain/languages';
import type { ReadableDb } from '../../db/sql';
import { fail } from '../../kernel/errors';
import type { ActionHandlers } from '../../kernel/handlers';
import { jobLabel } from '../../reports/job-papers/job-label';
import { jobReceipt } from '../../reports/job-papers/job-receipt';
import { letterShop } from '../../reports/letterhead';
import { readSetting } from '../shop/shop.sql';
import { jobOf } from './job-view';
import { findShownJob } from './service-jobs.sql';

export const jobsActions: ActionHandlers<typeof jobsContract> = {
  'jobs.camera': ({ devices }, { isOpen }) => {
    devices.setCamera(isOpen);
    return null;
  },
  'jobs.receipt': ({ db, shop, today, devices, about }, { jobId, language, format }) => {
    about('job', jobId, [`receipt ${format}`]);
    const facts = factsOf(db, jobId, language, today, shop?.timeZone ?? 'Asia/Hong_Kong');
    return { documentId: devices.keepDocument(jobReceipt({ ...facts, format })) };
  },
  'jobs.label': ({ db, shop, today, devices, about }, { jobId, language }) => {
    about('job', jobId);
    const facts = factsOf(db, jobId, language, today, shop?.timeZone ?? 'Asia/Hong_Kong');
    return { documentId: devices.keepDocument(jobLabel(facts)) };
  },
};

function factsOf(db: ReadableDb, jobId: string, language: Language, today: string, timeZone: string) {
  const row = findShownJob(db, jobId) ?? fail('JOB_NOT_FOUND');
  const rules = readSetting(db, 'jobRules');
  return {
    job: jobOf(db, row, { today, timeZone, rules }),
    shop: letterShop(db, language),
    names: row,
    rules,
    language,
    timeZone,
  };
}
