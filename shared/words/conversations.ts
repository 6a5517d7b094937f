import { conversationsEn } from './conversations-en';
import { conversationsZhHans } from './conversations-zh-hans';
import { conversationsZhHant } from './conversations-zh-hant';
import { defineWords } from './define';

/** Conversations with customers, and what is said before the shop writes or calls. */
export const conversationsWords = defineWords(conversationsEn, conversationsZhHant, conversationsZhHans);

export const conversationsErrorWords = defineWords(
  {
    CONVERSATION_NOT_FOUND: 'This conversation is no longer there.',
    CONVERSATION_CHANGED:
      'A colleague corrected this conversation just now. What you typed is kept; look again, then save.',
    CONVERSATION_IN_THE_FUTURE: 'A conversation cannot take place later than now.',
    OUTCOME_KNOWN: 'The outcome is noted already. Use Correct to change it.',
    GOODS_CLASS_NEEDED: 'Say what is offered: permission is given for each kind of goods.',
    CONTACT_REASON_NEEDED: 'Selling rests for this customer. Write down why you contact them in spite of it.',
    SELLING_NOT_PERMITTED:
      'This customer has not permitted selling messages by this way. Nothing was opened. A service message is possible.',
    NO_ADDRESS_FOR_CHANNEL:
      'The record has no number or address for this way. Add it on the customer’s page.',
    MESSAGE_EMPTY: 'There is no text yet.',
    PROGRAM_NOT_OPENED:
      'The program could not be opened. Nothing was noted. Is it installed on this machine?',
    ATTACHMENT_TYPE:
      '{{name}} cannot be kept: papers, pictures, mails and voice messages can, programs cannot.',
    ATTACHMENT_TOO_LARGE: '{{name}} is empty or larger than {{megabytes}} MB.',
    ATTACHMENT_NOT_FOUND: 'This attachment is no longer there.',
    ATTACHMENT_DAMAGED: 'This attachment is damaged and was not saved. Restore it from a backup.',
    TEMPLATE_NOT_FOUND: 'This template is no longer there.',
    TEMPLATE_CHANGED:
      'A colleague changed this template just now. What you typed is kept; look again, then save.',
    TEMPLATE_FIELD_UNKNOWN: 'There is no field “{{field}}”. Use Insert a field.',
    TEMPLATE_SUBJECT_NEEDED: 'An e-mail needs a subject, in each language.',
  },
  {
    CONVERSATION_NOT_FOUND: '這項溝通紀錄已不存在。',
    CONVERSATION_CHANGED: '其他同事剛剛更正了這項紀錄。您輸入的內容已保留；請再看一次然後儲存。',
    CONVERSATION_IN_THE_FUTURE: '溝通的時間不能在現在之後。',
    OUTCOME_KNOWN: '結果已記錄。要更改請用「更正」。',
    GOODS_CLASS_NEEDED: '請選推廣甚麼：同意是按貨品類別給予的。',
    CONTACT_REASON_NEEDED: '目前不宜向這位顧客推廣。如仍要聯絡，請寫明原因。',
    SELLING_NOT_PERMITTED: '這位顧客未同意以此渠道接收推廣訊息。沒有開啟任何程式。服務訊息則可以。',
    NO_ADDRESS_FOR_CHANNEL: '紀錄中沒有此渠道的號碼或地址。請在顧客頁面加入。',
    MESSAGE_EMPTY: '尚未有內容。',
    PROGRAM_NOT_OPENED: '未能開啟程式，沒有作任何記錄。這部電腦有安裝嗎？',
    ATTACHMENT_TYPE: '不能保存 {{name}}：可保存文件、圖片、郵件及語音訊息，不可保存程式。',
    ATTACHMENT_TOO_LARGE: '{{name}} 是空的，或超過 {{megabytes}} MB。',
    ATTACHMENT_NOT_FOUND: '這個附件已不存在。',
    ATTACHMENT_DAMAGED: '這個附件已損壞，沒有儲存。請從備份還原。',
    TEMPLATE_NOT_FOUND: '這個範本已不存在。',
    TEMPLATE_CHANGED: '其他同事剛剛更改了這個範本。您輸入的內容已保留；請再看一次然後儲存。',
    TEMPLATE_FIELD_UNKNOWN: '沒有「{{field}}」這個欄位。請用「插入欄位」。',
    TEMPLATE_SUBJECT_NEEDED: '電郵在每種語言都需要主題。',
  },
  {
    CONVERSATION_NOT_FOUND: '这项沟通记录已不存在。',
    CONVERSATION_CHANGED: '其他同事刚刚更正了这项记录。您输入的内容已保留；请再看一次然后保存。',
    CONVERSATION_IN_THE_FUTURE: '沟通的时间不能在现在之后。',
    OUTCOME_KNOWN: '结果已记录。要更改请用“更正”。',
    GOODS_CLASS_NEEDED: '请选推广什么：同意是按货品类别给予的。',
    CONTACT_REASON_NEEDED: '目前不宜向这位顾客推广。如仍要联系，请写明原因。',
    SELLING_NOT_PERMITTED: '这位顾客未同意以此渠道接收推广信息。没有打开任何程序。服务信息则可以。',
    NO_ADDRESS_FOR_CHANNEL: '记录中没有此渠道的号码或地址。请在顾客页面加入。',
    MESSAGE_EMPTY: '尚未有内容。',
    PROGRAM_NOT_OPENED: '未能打开程序，没有作任何记录。这台电脑有安装吗？',
    ATTACHMENT_TYPE: '不能保存 {{name}}：可保存文件、图片、邮件及语音信息，不可保存程序。',
    ATTACHMENT_TOO_LARGE: '{{name}} 是空的，或超过 {{megabytes}} MB。',
    ATTACHMENT_NOT_FOUND: '这个附件已不存在。',
    ATTACHMENT_DAMAGED: '这个附件已损坏，没有保存。请从备份还原。',
    TEMPLATE_NOT_FOUND: '这个模板已不存在。',
    TEMPLATE_CHANGED: '其他同事刚刚更改了这个模板。您输入的内容已保留；请再看一次然后保存。',
    TEMPLATE_FIELD_UNKNOWN: '没有“{{field}}”这个字段。请用“插入字段”。',
    TEMPLATE_SUBJECT_NEEDED: '电邮在每种语言都需要主题。',
  },
);

/** Words of its duties, see `duties.ts`. */
export const conversationsDutyWords = defineWords(
  {
    'conversation-outcome': {
      group: 'Messages without an outcome',
      go: 'Say what came of it',
      what: '{{channel}}: {{subject}}',
      next: 'Say what came of the message',
      why: 'It was prepared on an earlier day, and nobody said whether it went out.',
      do: 'Go to conversations',
    },
  },
  {
    'conversation-outcome': {
      group: '未有結果的訊息',
      go: '記錄結果',
      what: '{{channel}}：{{subject}}',
      next: '記錄訊息的結果',
      why: '訊息在較早前準備，未有記錄是否已發出。',
      do: '前往溝通紀錄',
    },
  },
  {
    'conversation-outcome': {
      group: '未有结果的信息',
      go: '记录结果',
      what: '{{channel}}：{{subject}}',
      next: '记录信息的结果',
      why: '信息在较早前准备，没有记录是否已发出。',
      do: '前往沟通记录',
    },
  },
);

/** Words of its entries on the timeline, see `timeline.ts`. */
export const conversationsStoryWords = defineWords(
  {
    conversation: {
      kind: 'Conversations',
      visit: 'Spoke in the shop',
      phone: 'Telephone',
      email: 'E-mail',
      sms: 'SMS',
      whatsapp: 'WhatsApp',
      wechat: 'WeChat',
      line: 'LINE',
      facebook: 'Facebook',
      instagram: 'Instagram',
      letter: 'Letter',
      fax: 'Fax',
      form: 'Feedback form',
    },
  },
  {
    conversation: {
      kind: '溝通',
      visit: '到店談話',
      phone: '電話',
      email: '電郵',
      sms: '短訊',
      whatsapp: 'WhatsApp',
      wechat: '微信',
      line: 'LINE',
      facebook: 'Facebook',
      instagram: 'Instagram',
      letter: '信件',
      fax: '傳真',
      form: '意見表',
    },
  },
  {
    conversation: {
      kind: '沟通',
      visit: '到店谈话',
      phone: '电话',
      email: '电邮',
      sms: '短信',
      whatsapp: 'WhatsApp',
      wechat: '微信',
      line: 'LINE',
      facebook: 'Facebook',
      instagram: 'Instagram',
      letter: '信件',
      fax: '传真',
      form: '意见表',
    },
  },
);
