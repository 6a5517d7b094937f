import { defineWords } from './define';

/** What was done on a day, as the day close says it: one line a feature, its figures put in. */
export const dayPartWords = defineWords(
  {
    promises: { name: 'Promises', value: '{{made}} made, {{closed}} closed' },
    plans: { name: 'Follow-ups', value: '{{done}} done, {{skipped}} skipped' },
    conversations: { name: 'Conversations', value: '{{count}} (customers: {{customers}})' },
    enquiries: { name: 'Enquiries', value: '{{asked}} asked, {{answered}} answered' },
    quotations: { name: 'Quotations', value: '{{sent}} sent, {{confirmed}} confirmed' },
    interests: { name: 'Scarce watches', value: '{{registered}} registered, {{offered}} offered' },
    complaints: { name: 'Complaints', value: '{{opened}} opened, {{closed}} closed' },
    jobs: { name: 'Repairs', value: '{{intake}} taken in, {{ended}} given back' },
    handovers: { name: 'Hand-overs', value: '{{opened}} asked, {{closed}} closed' },
    feedback: { name: 'Surveys', value: '{{answered}} answered, {{declined}} declined' },
    privacy: {
      name: 'Privacy',
      value: '{{received}} received, {{answered}} answered, {{incidents}} incidents',
    },
  },
  {
    promises: { name: '承諾', value: '作出 {{made}}、了結 {{closed}}' },
    plans: { name: '跟進事項', value: '完成 {{done}}、略過 {{skipped}}' },
    conversations: { name: '溝通紀錄', value: '{{count}} 次（{{customers}} 位顧客）' },
    enquiries: { name: '查詢', value: '收到 {{asked}}、回覆 {{answered}}' },
    quotations: { name: '報價單', value: '發出 {{sent}}、確認 {{confirmed}}' },
    interests: { name: '限量腕錶', value: '登記 {{registered}}、提供 {{offered}}' },
    complaints: { name: '投訴', value: '開立 {{opened}}、了結 {{closed}}' },
    jobs: { name: '維修', value: '收件 {{intake}}、交還 {{ended}}' },
    handovers: { name: '交辦事項', value: '提出 {{opened}}、了結 {{closed}}' },
    feedback: { name: '問卷', value: '填寫 {{answered}}、婉拒 {{declined}}' },
    privacy: { name: '私隱', value: '收到 {{received}}、答覆 {{answered}}、事故 {{incidents}}' },
  },
  {
    promises: { name: '承诺', value: '作出 {{made}}、了结 {{closed}}' },
    plans: { name: '跟进事项', value: '完成 {{done}}、略过 {{skipped}}' },
    conversations: { name: '沟通记录', value: '{{count}} 次（{{customers}} 位顾客）' },
    enquiries: { name: '查询', value: '收到 {{asked}}、回复 {{answered}}' },
    quotations: { name: '报价单', value: '发出 {{sent}}、确认 {{confirmed}}' },
    interests: { name: '限量腕表', value: '登记 {{registered}}、提供 {{offered}}' },
    complaints: { name: '投诉', value: '开立 {{opened}}、了结 {{closed}}' },
    jobs: { name: '维修', value: '收件 {{intake}}、交还 {{ended}}' },
    handovers: { name: '交办事项', value: '提出 {{opened}}、了结 {{closed}}' },
    feedback: { name: '问卷', value: '填写 {{answered}}、婉拒 {{declined}}' },
    privacy: { name: '私隐', value: '收到 {{received}}、答复 {{answered}}、事故 {{incidents}}' },
  },
);
