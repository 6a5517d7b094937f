import { customersEnglish } from './customers-en';
import { customersSimplified } from './customers-zh-hans';
import { customersTraditional } from './customers-zh-hant';
import { defineWords } from './define';

/** The client book, the customer's screen and everything that is done on it. */
export const customersWords = defineWords(customersEnglish, customersTraditional, customersSimplified);

/** Refusals of the customer's record. */
export const customersErrorWords = defineWords(
  {
    CUSTOMER_NOT_FOUND: 'This customer is not on record any more. Nothing was changed.',
    CUSTOMER_CHANGED:
      'Somebody else changed this record meanwhile. Nothing of either is lost: what you typed is still here, to be saved on top of the newest record.',
    CUSTOMER_MERGED: 'This record was merged into another. Open that one; what you typed is kept here.',
    NAME_NEEDED: 'A record needs a name: any one, in any script. What you typed is kept.',
    DATE_IMPOSSIBLE: 'One of the dates does not exist. Please check day and month; what you typed is kept.',
    ADVISOR_NOT_FOUND: 'This advisor does not work here any more. Choose somebody else.',
    ADVISOR_SAME: 'Choose two different people.',
    EDIT_NOT_FOUND: 'This edit has already been taken back.',
    EDIT_OVERTAKEN:
      'The same details were changed again since, so this edit cannot be taken back. Edit the record instead.',
    NOTE_NOT_FOUND: 'This note is not there any more.',
    NOTE_NOT_YOURS: 'Only its author can change a note. Write one of your own beside it.',
    LINK_NOT_FOUND: 'This tie is not there any more.',
    LINK_TO_SELF: 'Choose somebody else: this is the same person.',
    LINK_EXISTS: 'This tie is already on record.',
    MERGE_SAME: 'Choose two different records.',
    MERGE_NOT_FOUND: 'This merge has already been taken back.',
    MERGE_LATER_FIRST: 'Another merge came after this one. Take that one back first.',
  },
  {
    CUSTOMER_NOT_FOUND: '這位顧客已沒有記錄。資料沒有改動。',
    CUSTOMER_CHANGED: '其他人剛修改了這個記錄。你輸入的內容仍在這裡，可以在最新記錄上儲存。',
    CUSTOMER_MERGED: '這個記錄已併入另一個記錄。請開啟該記錄；你輸入的內容已保留。',
    NAME_NEEDED: '記錄需要一個名字，任何文字皆可。你輸入的內容已保留。',
    DATE_IMPOSSIBLE: '有一個日子並不存在。請檢查月和日；你輸入的內容已保留。',
    ADVISOR_NOT_FOUND: '這位顧問已不在本店工作，請選另一位。',
    ADVISOR_SAME: '請選兩位不同的人。',
    EDIT_NOT_FOUND: '這項修改已經復原。',
    EDIT_OVERTAKEN: '相同資料之後再有修改，因此不能復原這項修改。請直接修改記錄。',
    NOTE_NOT_FOUND: '這則備註已不存在。',
    NOTE_NOT_YOURS: '只有作者可以修改備註。你可以另寫一則。',
    LINK_NOT_FOUND: '這個關係已不存在。',
    LINK_TO_SELF: '請選另一位：這是同一人。',
    LINK_EXISTS: '這個關係已有記錄。',
    MERGE_SAME: '請選兩個不同的記錄。',
    MERGE_NOT_FOUND: '這次合併已經復原。',
    MERGE_LATER_FIRST: '之後還有另一次合併，請先復原那一次。',
  },
  {
    CUSTOMER_NOT_FOUND: '这位顾客已没有记录。数据没有改动。',
    CUSTOMER_CHANGED: '其他人刚修改了这个记录。你输入的内容仍在这里，可以在最新记录上保存。',
    CUSTOMER_MERGED: '这个记录已并入另一个记录。请打开该记录；你输入的内容已保留。',
    NAME_NEEDED: '记录需要一个名字，任何文字皆可。你输入的内容已保留。',
    DATE_IMPOSSIBLE: '有一个日子并不存在。请检查月和日；你输入的内容已保留。',
    ADVISOR_NOT_FOUND: '这位顾问已不在本店工作，请选另一位。',
    ADVISOR_SAME: '请选两位不同的人。',
    EDIT_NOT_FOUND: '这项修改已经撤销。',
    EDIT_OVERTAKEN: '相同资料之后再有修改，因此不能撤销这项修改。请直接修改记录。',
    NOTE_NOT_FOUND: '这则备注已不存在。',
    NOTE_NOT_YOURS: '只有作者可以修改备注。你可以另写一则。',
    LINK_NOT_FOUND: '这个关系已不存在。',
    LINK_TO_SELF: '请选另一位：这是同一人。',
    LINK_EXISTS: '这个关系已有记录。',
    MERGE_SAME: '请选两个不同的记录。',
    MERGE_NOT_FOUND: '这次合并已经撤销。',
    MERGE_LATER_FIRST: '之后还有另一次合并，请先撤销那一次。',
  },
);
