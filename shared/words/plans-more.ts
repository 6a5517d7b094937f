import { defineWords } from './define';

/** Why an operation of the contact plan or of a duty was refused. */
export const plansErrorWords = defineWords(
  {
    CADENCE_NEEDED: 'Say how often. Nothing was changed.',
    RULE_NOT_FOUND: 'This rule does not exist. Nothing was changed.',
    RULE_CHANGED: 'Somebody changed this rule meanwhile. Close the form and look at it again.',
    RULE_NAME_NEEDED: 'Give the rule a name: staff read it on Today.',
    FOLLOW_UP_NOT_FOUND: 'This follow-up does not exist any more.',
    FOLLOW_UP_CLOSED: 'This follow-up has ended already.',
    FOLLOW_UP_IS_OPEN: 'This follow-up is open.',
    FOLLOW_UP_OUTCOME_NEEDED: 'Say in a word what came of it, or with which conversation it was done.',
    DUTY_NOT_FOUND: 'This is not due any more: somebody has done it meanwhile.',
    SNOOZE_PAST_DEADLINE: 'This has a deadline that nobody may put off. Choose a day up to it.',
  },
  {
    CADENCE_NEEDED: '請填寫多久聯絡一次。未有更改。',
    RULE_NOT_FOUND: '沒有這條規則。未有更改。',
    RULE_CHANGED: '其他人剛更改了這條規則。請關閉表格再看一次。',
    RULE_NAME_NEEDED: '請為規則命名：同事會在「今天」看到。',
    FOLLOW_UP_NOT_FOUND: '這項跟進已不存在。',
    FOLLOW_UP_CLOSED: '這項跟進已經完結。',
    FOLLOW_UP_IS_OPEN: '這項跟進尚未完結。',
    FOLLOW_UP_OUTCOME_NEEDED: '請簡單寫下結果，或選擇相關的溝通紀錄。',
    DUTY_NOT_FOUND: '這項已不再到期：同事剛剛已處理。',
    SNOOZE_PAST_DEADLINE: '這項有不可延後的期限。請選擇期限或之前的日子。',
  },
  {
    CADENCE_NEEDED: '请填写多久联系一次。没有更改。',
    RULE_NOT_FOUND: '没有这条规则。没有更改。',
    RULE_CHANGED: '其他人刚更改了这条规则。请关闭表格再看一次。',
    RULE_NAME_NEEDED: '请为规则命名：同事会在「今天」看到。',
    FOLLOW_UP_NOT_FOUND: '这项跟进已不存在。',
    FOLLOW_UP_CLOSED: '这项跟进已经完结。',
    FOLLOW_UP_IS_OPEN: '这项跟进尚未完结。',
    FOLLOW_UP_OUTCOME_NEEDED: '请简单写下结果，或选择相关的沟通记录。',
    DUTY_NOT_FOUND: '这项已不再到期：同事刚刚已处理。',
    SNOOZE_PAST_DEADLINE: '这项有不可延后的期限。请选择期限或之前的日子。',
  },
);

/** What is due, by kind (see duties.ts). */
export const plansDutyWords = defineWords(
  {
    'follow-up': {
      group: 'Follow-ups',
      go: 'Follow up',
      what: '{{rule}}: {{about}}',
      next: '{{rule}}: {{about}}',
      why: 'The rules ask for it, by {{date}}.',
      do: 'Go to follow-ups',
    },
    'contact-due': {
      group: 'Contacts due by plan',
      go: 'Open',
      what_one: 'Silent for {{count}} day; planned {{cadence}}',
      what_other: 'Silent for {{count}} days; planned {{cadence}}',
      next: 'Get in touch',
      why_one: 'The last real contact was {{count}} day ago; planned {{cadence}}.',
      why_other: 'The last real contact was {{count}} days ago; planned {{cadence}}.',
      do: 'Go to conversations',
    },
  },
  {
    'follow-up': {
      group: '跟進事項',
      go: '跟進',
      what: '{{rule}}：{{about}}',
      next: '{{rule}}：{{about}}',
      why: '按規則須於 {{date}} 前跟進。',
      do: '前往跟進事項',
    },
    'contact-due': {
      group: '按計劃聯絡',
      go: '開啟',
      what_one: '{{count}} 天未有接觸；計劃{{cadence}}聯絡',
      what_other: '{{count}} 天未有接觸；計劃{{cadence}}聯絡',
      next: '聯絡顧客',
      why_one: '上次真正接觸在 {{count}} 天前；計劃{{cadence}}聯絡。',
      why_other: '上次真正接觸在 {{count}} 天前；計劃{{cadence}}聯絡。',
      do: '前往溝通紀錄',
    },
  },
  {
    'follow-up': {
      group: '跟进事项',
      go: '跟进',
      what: '{{rule}}：{{about}}',
      next: '{{rule}}：{{about}}',
      why: '按规则须于 {{date}} 前跟进。',
      do: '前往跟进事项',
    },
    'contact-due': {
      group: '按计划联系',
      go: '打开',
      what_one: '{{count}} 天没有接触；计划{{cadence}}联系',
      what_other: '{{count}} 天没有接触；计划{{cadence}}联系',
      next: '联系顾客',
      why_one: '上次真正接触在 {{count}} 天前；计划{{cadence}}联系。',
      why_other: '上次真正接触在 {{count}} 天前；计划{{cadence}}联系。',
      do: '前往沟通记录',
    },
  },
);

/** What the timeline tells (see timeline.ts). */
export const plansStoryWords = defineWords(
  {
    'follow-up': {
      kind: 'Follow-ups',
      done: 'Follow-up done: {{rule}}, {{about}}',
      skipped: 'Follow-up skipped: {{rule}}, {{about}}',
    },
  },
  {
    'follow-up': {
      kind: '跟進事項',
      done: '跟進已完成：{{rule}}，{{about}}',
      skipped: '跟進已略過：{{rule}}，{{about}}',
    },
  },
  {
    'follow-up': {
      kind: '跟进事项',
      done: '跟进已完成：{{rule}}，{{about}}',
      skipped: '跟进已略过：{{rule}}，{{about}}',
    },
  },
);
