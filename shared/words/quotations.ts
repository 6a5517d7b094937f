import { defineWords } from './define';
import { quotationsEn } from './quotations-en';
import { quotationsZhHans } from './quotations-zh-hans';
import { quotationsZhHant } from './quotations-zh-hant';

/** Offers in writing; `paper` is what the customer reads. */
export const quotationsWords = defineWords(quotationsEn, quotationsZhHant, quotationsZhHans);
