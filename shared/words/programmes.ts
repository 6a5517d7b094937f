import { defineWords } from './define';
import { programmesEn } from './programmes-en';
import { programmesZhHans } from './programmes-zh-hans';
import { programmesZhHant } from './programmes-zh-hant';

/** Relationship programmes. Results in sentences: `programme-sentences.ts`. */
export const programmesWords = defineWords(programmesEn, programmesZhHant, programmesZhHans);

/** Error texts of programmes, see `errors`. */
export const programmesErrorWords = defineWords(
  {
    PROGRAMME_NOT_FOUND: 'This programme is not on record.',
    PROGRAMME_CHANGED:
      'Somebody else changed this programme meanwhile. What you typed is kept: look at it again.',
    PROGRAMME_CLOSED: 'This programme is closed. Nothing was changed.',
    PROGRAMME_NOT_CLOSED: 'This programme is not closed.',
    PROGRAMME_STARTED:
      'This programme has started: its goal, its audience and the share held out stay as they were. Nothing was changed.',
    PROGRAMME_NOT_STARTED: 'This programme has not started yet.',
    AUDIENCE_TOO_SMALL:
      'The segment holds fewer than two customers today: there is nobody to compare. Nothing was started.',
    AUDIENCE_TOO_LARGE:
      'The segment holds more than 20,000 customers. Choose a narrower one. Nothing was started.',
    SHARE_ABOVE_WHOLE: 'A share cannot be more than 100 percent. Nothing was saved.',
    ACTION_NOT_FOUND: 'This action is not on the list any more.',
    ACTION_IS_DONE: 'This action is done; it stays on the list.',
    ACTION_HAS_CAMPAIGN: 'A campaign was begun for this action already. Nothing was changed.',
    CAMPAIGN_TAKEN: 'This campaign belongs to another programme or action. Nothing was changed.',
  },
  {
    PROGRAMME_NOT_FOUND: '沒有這個計劃的紀錄。',
    PROGRAMME_CHANGED: '其他人剛更改了這個計劃。您輸入的內容仍保留，請重新查看。',
    PROGRAMME_CLOSED: '計劃已結束，沒有作出更改。',
    PROGRAMME_NOT_CLOSED: '計劃尚未結束。',
    PROGRAMME_STARTED: '計劃已開始：目標、對象及對照比例維持不變，沒有作出更改。',
    PROGRAMME_NOT_STARTED: '計劃尚未開始。',
    AUDIENCE_TOO_SMALL: '客群今天不足兩位顧客，無從比較，計劃未有開始。',
    AUDIENCE_TOO_LARGE: '客群超過 20,000 位顧客，請選較小的客群，計劃未有開始。',
    SHARE_ABOVE_WHOLE: '比例不能超過百分之一百，未有儲存。',
    ACTION_NOT_FOUND: '這項行動已不在清單上。',
    ACTION_IS_DONE: '這項行動已完成，須留在清單上。',
    ACTION_HAS_CAMPAIGN: '這項行動已有推廣活動，沒有作出更改。',
    CAMPAIGN_TAKEN: '這個推廣活動屬於另一計劃或行動，沒有作出更改。',
  },
  {
    PROGRAMME_NOT_FOUND: '没有这个计划的记录。',
    PROGRAMME_CHANGED: '其他人刚更改了这个计划。您输入的内容仍保留，请重新查看。',
    PROGRAMME_CLOSED: '计划已结束，没有作出更改。',
    PROGRAMME_NOT_CLOSED: '计划尚未结束。',
    PROGRAMME_STARTED: '计划已开始：目标、对象及对照比例维持不变，没有作出更改。',
    PROGRAMME_NOT_STARTED: '计划尚未开始。',
    AUDIENCE_TOO_SMALL: '客群今天不足两位顾客，无从比较，计划未有开始。',
    AUDIENCE_TOO_LARGE: '客群超过 20,000 位顾客，请选较小的客群，计划未有开始。',
    SHARE_ABOVE_WHOLE: '比例不能超过百分之一百，未有保存。',
    ACTION_NOT_FOUND: '这项行动已不在清单上。',
    ACTION_IS_DONE: '这项行动已完成，须留在清单上。',
    ACTION_HAS_CAMPAIGN: '这项行动已有推广活动，没有作出更改。',
    CAMPAIGN_TAKEN: '这个推广活动属于另一计划或行动，没有作出更改。',
  },
);
