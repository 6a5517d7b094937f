import { defineWords } from './define';
import { salesEn } from './sales-en';
import { salesZhHans } from './sales-zh-hans';
import { salesZhHant } from './sales-zh-hant';

/** Recording a sale, the purchase history, and the printed receipt. */
export const salesWords = defineWords(salesEn, salesZhHant, salesZhHans);
