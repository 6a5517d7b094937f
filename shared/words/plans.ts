import { defineWords } from './define';
import { plansEn } from './plans-en';
import { plansZhHans } from './plans-zh-hans';
import { plansZhHant } from './plans-zh-hant';

/** The contact plan, what follows a purchase by itself, and the rules of both. */
export const plansWords = defineWords(plansEn, plansZhHant, plansZhHans);
