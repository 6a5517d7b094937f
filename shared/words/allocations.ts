import { allocationsEn } from './allocations-en';
import { allocationsZhHans } from './allocations-zh-hans';
import { allocationsZhHant } from './allocations-zh-hant';
import { defineWords } from './define';

/** Allocation of scarce pieces: the list with its arithmetic, offers, criteria, and the fairness report. */
export const allocationsWords = defineWords(allocationsEn, allocationsZhHant, allocationsZhHans);
