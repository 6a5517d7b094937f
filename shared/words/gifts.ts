import { defineWords } from './define';
import { giftsEn } from './gifts-en';
import { giftsZhHans } from './gifts-zh-hans';
import { giftsZhHant } from './gifts-zh-hant';

/** Gifts: stock, limits, suggestions, who received what. */
export const giftsWords = defineWords(giftsEn, giftsZhHant, giftsZhHans);
