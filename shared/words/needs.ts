import { defineWords } from './define';
import { needsEn } from './needs-en';
import { needsZhHans } from './needs-zh-hans';
import { needsZhHant } from './needs-zh-hant';

/** Needs: the board, the customer's panel, the quick form. */
export const needsWords = defineWords(needsEn, needsZhHant, needsZhHans);

/** Why something about a need was refused. */
export const needsErrorWords = defineWords(
  {
    NEED_NOT_FOUND: 'This need is no longer there. Nothing was changed.',
    NEED_EMPTY: 'Nothing is written yet. Choose or write at least one thing the customer is looking for.',
    NEED_CHANGED:
      'Somebody else saved this need meanwhile. What you wrote is kept: open the need again and save it.',
    NEED_NOT_OPEN: 'This need has already ended. Reopen it first.',
    NEED_IS_OPEN: 'This need is open already.',
    NEED_REASON_NEEDED: 'Say why, in a word or two: it is what the shop learns from.',
    NEED_UNTIL_NEEDED: 'Choose the day on which to take it up again.',
    NEED_UNTIL_PAST: 'Choose a day after today.',
    BUDGET_REVERSED: 'The lowest amount is above the highest. Exchange them.',
  },
  {
    NEED_NOT_FOUND: '這項需要已不存在，沒有任何改動。',
    NEED_EMPTY: '尚未填寫任何內容。請最少選擇或輸入一項顧客想要的東西。',
    NEED_CHANGED: '另一位店員剛儲存了這項需要。您輸入的內容仍保留：請重新開啟後再儲存。',
    NEED_NOT_OPEN: '這項需要已結束，請先重新開啟。',
    NEED_IS_OPEN: '這項需要本來就未結束。',
    NEED_REASON_NEEDED: '請簡單寫下原因：店舖會從中學習。',
    NEED_UNTIL_NEEDED: '請選擇再跟進的日子。',
    NEED_UNTIL_PAST: '請選擇今天之後的日子。',
    BUDGET_REVERSED: '最低金額高於最高金額，請對調。',
  },
  {
    NEED_NOT_FOUND: '这项需要已不存在，没有任何改动。',
    NEED_EMPTY: '尚未填写任何内容。请至少选择或输入一项顾客想要的东西。',
    NEED_CHANGED: '另一位店员刚保存了这项需要。您输入的内容仍保留：请重新打开后再保存。',
    NEED_NOT_OPEN: '这项需要已结束，请先重新打开。',
    NEED_IS_OPEN: '这项需要本来就未结束。',
    NEED_REASON_NEEDED: '请简单写下原因：店铺会从中学习。',
    NEED_UNTIL_NEEDED: '请选择再跟进的日子。',
    NEED_UNTIL_PAST: '请选择今天之后的日子。',
    BUDGET_REVERSED: '最低金额高于最高金额，请对调。',
  },
);
