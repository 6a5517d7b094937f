import { defineWords } from './define';
import { jobsEn } from './jobs-en';
import { jobsZhHans } from './jobs-zh-hans';
import { jobsZhHant } from './jobs-zh-hant';

/** Service jobs: the intake, the board, the steps. Papers, errors, duties and the timeline are in `jobs-more.ts`. */
export const jobsWords = defineWords(jobsEn, jobsZhHant, jobsZhHans);
