import { consentsEn } from './consents-en';
import { consentsZhHans } from './consents-zh-hans';
import { consentsZhHant } from './consents-zh-hant';
import { defineWords } from './define';

/** Consent: purposes, channels, classes, reasons; the panel, the form, the history, the letter. */
export const consentsWords = defineWords(consentsEn, consentsZhHant, consentsZhHans);

/** Refusals of notices and consents. */
export const consentsErrorWords = defineWords(
  {
    NOTICE_NOT_FOUND: 'That notice is not on record. Open the form again.',
    NOTICE_OUTDATED:
      'The notice changed while this was open. Nothing was recorded; show the customer the new text and ask again.',
    NOTICE_UNCHANGED: 'This is word for word the version in force. Nothing was published.',
    SIGNATURE_NEEDED: 'The signature is missing. Please sign, or record the answer as said to you.',
    PARENT_NEEDED: 'The customer is under 18: enter the name of the parent or guardian who consents.',
    ANSWER_INCOMPLETE: 'Something was ticked only by half: tick at least one way and one subject.',
    SHARING_INCOMPLETE: 'Say who would receive the data.',
    SHARING_NEEDS_SIGNATURE: 'Sharing data needs a signature; spoken consent does not count.',
    NOTHING_TO_CONFIRM: 'There is no oral consent waiting for a confirmation.',
    CONFIRMATION_LATE:
      'The 14 days are over, so this consent can no longer be confirmed. Ask the customer again.',
    NO_EMAIL: 'There is no e-mail address on record. Print the letter instead.',
    MAIL_NOT_OPENED: 'No mail program opened on this computer. Print the letter instead.',
  },
  {
    NOTICE_NOT_FOUND: '沒有這份通知的記錄，請重新開啟表格。',
    NOTICE_OUTDATED: '表格開啟期間，通知已更新。沒有記錄任何答覆；請向顧客展示新的文字，再次詢問。',
    NOTICE_UNCHANGED: '文字與現行版本完全相同，沒有發布。',
    SIGNATURE_NEEDED: '欠缺簽署。請簽署，或把答覆記錄為口頭表示。',
    PARENT_NEEDED: '顧客未滿 18 歲：請輸入代為同意的家長或監護人姓名。',
    ANSWER_INCOMPLETE: '有一項只勾選了一半：請最少勾選一種方式及一個類別。',
    SHARING_INCOMPLETE: '請列明由誰接收資料。',
    SHARING_NEEDS_SIGNATURE: '提供資料須有簽署，口頭同意並不足夠。',
    NOTHING_TO_CONFIRM: '沒有等待確認的口頭同意。',
    CONFIRMATION_LATE: '已過 14 天，這項同意不能再確認，請再次詢問顧客。',
    NO_EMAIL: '沒有電郵地址的記錄，請改為列印信件。',
    MAIL_NOT_OPENED: '這部電腦沒有開啟電郵程式，請改為列印信件。',
  },
  {
    NOTICE_NOT_FOUND: '没有这份通知的记录，请重新打开表格。',
    NOTICE_OUTDATED: '表格打开期间，通知已更新。没有记录任何答复；请向顾客展示新的文字，再次询问。',
    NOTICE_UNCHANGED: '文字与现行版本完全相同，没有发布。',
    SIGNATURE_NEEDED: '缺少签名。请签名，或把答复记录为口头表示。',
    PARENT_NEEDED: '顾客未满 18 岁：请输入代为同意的家长或监护人姓名。',
    ANSWER_INCOMPLETE: '有一项只勾选了一半：请至少勾选一种方式及一个类别。',
    SHARING_INCOMPLETE: '请列明由谁接收资料。',
    SHARING_NEEDS_SIGNATURE: '提供资料须有签名，口头同意并不足够。',
    NOTHING_TO_CONFIRM: '没有等待确认的口头同意。',
    CONFIRMATION_LATE: '已过 14 天，这项同意不能再确认，请再次询问顾客。',
    NO_EMAIL: '没有电子邮箱的记录，请改为打印信件。',
    MAIL_NOT_OPENED: '这台电脑没有打开邮件程序，请改为打印信件。',
  },
);
