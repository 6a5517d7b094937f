import { defineWords } from './define';
import { eventsEn } from './events-en';
import { eventsZhHans } from './events-zh-hans';
import { eventsZhHant } from './events-zh-hant';

/** Events: the list, one event and its guests, the door, what came of it. What is on paper and in errors: `events-more.ts`. */
export const eventsWords = defineWords(eventsEn, eventsZhHant, eventsZhHans);
