import { defineWords } from './define';
import { feedbackEn } from './feedback-en';
import { feedbackZhHans } from './feedback-zh-hans';
import { feedbackZhHant } from './feedback-zh-hant';

/** Feedback and surveys. */
export const feedbackWords = defineWords(feedbackEn, feedbackZhHant, feedbackZhHans);

/** Why something about feedback is refused. */
