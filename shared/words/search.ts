import { defineWords } from './define';
import { searchEn } from './search-en';
import { searchZhHans } from './search-zh-hans';
import { searchZhHant } from './search-zh-hant';

/** The one box: what it says of results, and the commands it takes. */
export const searchWords = defineWords(searchEn, searchZhHant, searchZhHans);
