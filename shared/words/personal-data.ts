import { defineWords } from './define';
import { personalDataEnglish } from './personal-data-en';
import { personalDataHans } from './personal-data-zh-hans';
import { personalDataHant } from './personal-data-zh-hant';

/** What the tables and columns that hold personal data are called on a copy for the person; one without words stands as it is. */
export const personalDataWords = defineWords(personalDataEnglish, personalDataHant, personalDataHans);
