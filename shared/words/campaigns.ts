import { campaignsEn } from './campaigns-en';
import { campaignsZhHans } from './campaigns-zh-hans';
import { campaignsZhHant } from './campaigns-zh-hant';
import { defineWords } from './define';

/** Campaigns: the list, the plan, the audience, the making, the results. */
export const campaignsWords = defineWords(campaignsEn, campaignsZhHant, campaignsZhHans);

/** Why something about a campaign was refused. */
export const campaignsErrorWords = defineWords(
  {
    CAMPAIGN_NOT_FOUND: 'This campaign is no longer there. Nothing was changed.',
    CAMPAIGN_CHANGED:
      'Somebody else saved this campaign meanwhile. What you wrote is kept: open it again and save it.',
    CAMPAIGN_IS_MADE:
      'Somebody was written to already, so the segment, the way and the text stand fast. Copy it as a new one.',
    CAMPAIGN_NOT_MADE: 'Nobody was written to yet: there is nothing to close.',
    CAMPAIGN_IS_CLOSED: 'This campaign is closed. Open it again first.',
    CAMPAIGN_NOT_CLOSED: 'This campaign is open already.',
    CAMPAIGN_DATES: 'The last day is before the first. Choose a later one.',
    CAMPAIGN_TEXT_EMPTY:
      'A text, or the subject of an e-mail, is still empty in one of the languages. Nothing was made.',
    CAMPAIGN_TEXT_GAPS: 'The text still has something to fill in by hand: {{gap}}. Nothing was made.',
    CAMPAIGN_NOBODY:
      'Nobody gets it: everybody of the segment has it already or is left out. The audience says why.',
    LOT_NOT_DRAWN:
      'The programme of this campaign has not started, so nobody was held out by lot yet. Start the programme first. Nothing was made.',
    MAILING_OUTPUT: 'This way of contact makes something else. Nothing was made.',
    MAKING_NOT_FOUND: 'This export is no longer there. Nothing was made.',
    ENTRY_NOT_FOUND: 'This customer is not in the campaign. Nothing was recorded.',
    ENTRY_ANSWERED: 'This customer opted out. Only new consent changes that.',
    NOT_YOUR_CUSTOMER: 'Another advisor looks after this customer. Ask them or the manager to record it.',
  },
  {
    CAMPAIGN_NOT_FOUND: '這個推廣活動已不存在，沒有任何更改。',
    CAMPAIGN_CHANGED: '其他同事剛儲存了這個推廣活動。你所寫的仍在：請重新開啟再儲存。',
    CAMPAIGN_IS_MADE: '已有顧客獲聯絡，客群、方式及內容不能再改。請複製為新的推廣活動。',
    CAMPAIGN_NOT_MADE: '尚未聯絡任何人，沒有可結束的。',
    CAMPAIGN_IS_CLOSED: '這個推廣活動已結束，請先重新開啟。',
    CAMPAIGN_NOT_CLOSED: '這個推廣活動仍在進行。',
    CAMPAIGN_DATES: '結束日期早於開始日期，請選較後的日子。',
    CAMPAIGN_TEXT_EMPTY: '其中一種語言的內容或電郵主旨仍是空白，沒有製作任何東西。',
    CAMPAIGN_TEXT_GAPS: '內容仍有待填寫的地方：{{gap}}。沒有製作任何東西。',
    CAMPAIGN_NOBODY: '沒有人會收到：客群中的顧客全部已收到或不獲聯絡，原因見「對象」。',
    LOT_NOT_DRAWN: '這個推廣活動所屬的計劃尚未開始，未有抽籤留出對照組。請先開始計劃，沒有製作任何東西。',
    MAILING_OUTPUT: '這種方式不製作這個項目，沒有製作任何東西。',
    MAKING_NOT_FOUND: '這次輸出已不存在，沒有製作任何東西。',
    ENTRY_NOT_FOUND: '這位顧客不在推廣活動中，沒有記錄任何東西。',
    ENTRY_ANSWERED: '這位顧客已拒絕再收，只有重新同意才可更改。',
    NOT_YOUR_CUSTOMER: '這位顧客由其他顧問負責，請由該顧問或經理記錄。',
  },
  {
    CAMPAIGN_NOT_FOUND: '这个推广活动已不存在，没有任何更改。',
    CAMPAIGN_CHANGED: '其他同事刚保存了这个推广活动。你所写的仍在：请重新打开再保存。',
    CAMPAIGN_IS_MADE: '已有顾客被联系，客群、方式和内容不能再改。请复制为新的推广活动。',
    CAMPAIGN_NOT_MADE: '尚未联系任何人，没有可结束的。',
    CAMPAIGN_IS_CLOSED: '这个推广活动已结束，请先重新打开。',
    CAMPAIGN_NOT_CLOSED: '这个推广活动仍在进行。',
    CAMPAIGN_DATES: '结束日期早于开始日期，请选较后的日子。',
    CAMPAIGN_TEXT_EMPTY: '其中一种语言的内容或邮件主题仍是空白，没有制作任何东西。',
    CAMPAIGN_TEXT_GAPS: '内容仍有待填写的地方：{{gap}}。没有制作任何东西。',
    CAMPAIGN_NOBODY: '没有人会收到：客群中的顾客全部已收到或不可联系，原因见“对象”。',
    LOT_NOT_DRAWN: '这个推广活动所属的计划尚未开始，没有抽签留出对照组。请先开始计划，没有制作任何东西。',
    MAILING_OUTPUT: '这种方式不制作这个项目，没有制作任何东西。',
    MAKING_NOT_FOUND: '这次输出已不存在，没有制作任何东西。',
    ENTRY_NOT_FOUND: '这位顾客不在推广活动中，没有记录任何东西。',
    ENTRY_ANSWERED: '这位顾客已拒绝再收，只有重新同意才可更改。',
    NOT_YOUR_CUSTOMER: '这位顾客由其他顾问负责，请由该顾问或经理记录。',
  },
);

/** Campaigns on the customer’s timeline. */
export const campaignsStoryWords = defineWords(
  {
    campaign: {
      kind: 'Campaigns',
      written: 'In the campaign “{{name}}” ({{number}})',
      answered: 'Answered the campaign “{{name}}”',
      no: 'Said no to the campaign “{{name}}”',
      optedOut: 'Opted out in the campaign “{{name}}”',
      notReached: 'Not reached in the campaign “{{name}}”',
    },
  },
  {
    campaign: {
      kind: '推廣活動',
      written: '列入推廣活動「{{name}}」（{{number}}）',
      answered: '回覆推廣活動「{{name}}」',
      no: '對推廣活動「{{name}}」表示不需要',
      optedOut: '在推廣活動「{{name}}」中拒絕再收',
      notReached: '推廣活動「{{name}}」未能聯絡',
    },
  },
  {
    campaign: {
      kind: '推广活动',
      written: '列入推广活动“{{name}}”（{{number}}）',
      answered: '回复推广活动“{{name}}”',
      no: '对推广活动“{{name}}”表示不需要',
      optedOut: '在推广活动“{{name}}”中拒绝再收',
      notReached: '推广活动“{{name}}”未能联系',
    },
  },
);

/** Calls of a campaign that are due. */
export const campaignsDutyWords = defineWords(
  {
    'campaign-call': {
      group: 'Campaign calls to make',
      go: 'Call',
      what: 'Call for “{{name}}”',
      next: 'Call for the campaign “{{name}}”',
      why: 'The campaign’s call is not made yet.',
      do: 'Go to campaigns',
    },
  },
  {
    'campaign-call': {
      group: '推廣活動待致電',
      go: '致電',
      what: '為「{{name}}」致電',
      next: '為推廣活動「{{name}}」致電',
      why: '這個推廣活動的電話尚未打出。',
      do: '前往推廣活動',
    },
  },
  {
    'campaign-call': {
      group: '推广活动待致电',
      go: '致电',
      what: '为“{{name}}”致电',
      next: '为推广活动“{{name}}”致电',
      why: '这个推广活动的电话尚未打出。',
      do: '前往推广活动',
    },
  },
);
